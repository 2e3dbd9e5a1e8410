/** The fields of an account as a request gives them, for adding and editing alike. Whether they make sense, use cases say. */
import { z } from "zod";

const text = z.string().max(1000).nullish();
const addresses = z.array(z.string().max(400)).max(100).optional();

export const accountFields = {
  kind: z.enum(["PERSON", "LIST"]).optional(),
  fullName: z.string().max(1000).optional(),
  givenName: text,
  middleName: text,
  familyName: text,
  username: text,
  email: z.string().max(400).optional(),
  aliases: addresses,
  departmentName: text,
  groups: z.array(z.string().max(1000)).max(1000).optional(),
  planName: text,
  phone: text,
  contactEmail: text,
  description: z.string().max(8000).nullish(),
  note: text,
  exchangeDomain: text,
  exchangeUsername: text,
  pop: z.boolean().nullish(),
  submit: z.boolean().nullish(),
  delegates: addresses,
  accountCode: text,
  attributes: z
    .array(z.strictObject({ name: z.string().max(1000), value: z.string().max(8000).nullable() }))
    .max(500)
    .optional(),
  enabled: z.boolean().optional(),
  lockedOut: z.boolean().optional(),
  mustChangePassword: z.boolean().optional(),
  passwordNeverExpires: z.boolean().optional(),
};
