/** The header of an upload as a schema: strict, and no wider than the use case. Says nothing about the file itself. */
import type { Mapping } from "@rollcall/importer";
import { z } from "zod";

const blankRuleSchema = z.enum(["keep", "clear", "error"]);
/** What a mapping is, the use case says. */
const mappingSchema = z.custom<Mapping>((value) => typeof value === "object" && value !== null);

export const announcementSchema = z.strictObject({
  fileName: z.string().max(1000),
  bytes: z.int().min(0),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  options: z.strictObject({
    format: z.string().max(60).nullable().exactOptional(),
    encoding: z.string().max(60).nullable().exactOptional(),
    mode: z.enum(["create", "upsert", "update"]).exactOptional(),
    strict: z.boolean().exactOptional(),
    mail: z.enum(["file", "always", "never"]).exactOptional(),
    groupMode: z.enum(["add", "replace"]).exactOptional(),
    groups: z.array(z.string().max(200)).max(50).exactOptional(),
    note: z.string().max(100).nullable().exactOptional(),
    domain: z.string().max(254).nullable().exactOptional(),
    blank: z
      .strictObject({
        all: blankRuleSchema.nullable(),
        fields: z.record(z.string().max(220), blankRuleSchema),
      })
      .exactOptional(),
    mapping: mappingSchema.nullable().exactOptional(),
    sheet: z.string().max(255).nullable().exactOptional(),
    noGroup: z.boolean().exactOptional(),
    grantRoles: z.boolean().exactOptional(),
    notify: z.boolean().exactOptional(),
    invite: z.boolean().exactOptional(),
    hold: z.boolean().exactOptional(),
  }),
});
