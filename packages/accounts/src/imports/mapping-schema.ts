/** A mapping file (INTERFACE.md, "A mapping file") at the border: strict, and no larger than a person would make. */
import type { Mapping, MappingTarget } from "@rollcall/importer";
import { z } from "zod";

const text = z.string().max(2000);
const rule = z.enum(["keep", "clear", "error"]);
const targets = [
  ...[
    "email",
    "username",
    "fullName",
    "givenName",
    "middleName",
    "familyName",
    "department",
    "group",
    "alias",
  ],
  ...[
    "role",
    "adminRole",
    "plan",
    "phone",
    "contactEmail",
    "description",
    "enabled",
    "lockedOut",
    "mustChangePassword",
  ],
  ...[
    "passwordNeverExpires",
    "pop",
    "submit",
    "exchangeDomain",
    "exchangeUsername",
    "accountCode",
    "delegate",
  ],
  ...["sendWelcome", "kind", "note", "password"],
];
const isTarget = (value: unknown): boolean =>
  typeof value === "string" &&
  value.length <= 220 &&
  (targets.includes(value) || /^attribute:.*\S/u.test(value));

export const blankRuleSchema = rule;

export const mappingSchema: z.ZodType<Mapping> = z.strictObject({
  name: z.string().trim().min(1).max(200),
  version: z.int().min(1),
  header: z.int().min(1).nullable(),
  columns: z
    .array(
      z.strictObject({
        from: z.union([z.string().max(2000), z.int().min(1)]),
        to: z.custom<MappingTarget>(isTarget, "There is no such field.").nullable(),
        split: z.enum(["given-family", "family-given"]).exactOptional(),
      }),
    )
    .max(256),
  values: z.record(z.string().max(220), z.record(text, text)).exactOptional(),
  defaults: z.record(z.string().max(220), text).exactOptional(),
  blank: z.record(z.string().max(220), rule).exactOptional(),
  unknown: z.enum(["ignore", "attribute", "stop"]).exactOptional(),
});
