/** What procedures of people answer with, declared. */
import type { AccountDetails, AccountListItem, AccountPage, BulkResult } from "@rollcall/accounts";
import { z } from "zod";
import { adminRole, role } from "../access/outputs";
import { eventOutput } from "../audit/outputs";
import { messageItemOutput } from "../mail/outputs";

export const accountStatus = z.enum(["active", "invited", "locked", "disabled"]);
export const accountSource = z.enum(["MANUAL", "IMPORTED", "DIRECTORY"]);

const item = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  kind: z.enum(["PERSON", "LIST"]),
  department: z.string().nullable(),
  groups: z.array(z.string()),
  role,
  adminRole: adminRole.nullable(),
  status: accountStatus,
  source: accountSource,
  lastSeenAt: z.date().nullable(),
  createdAt: z.date(),
});

export const accountItemOutput: z.ZodType<AccountListItem> = item;

export const accountPageOutput: z.ZodType<AccountPage> = z.object({
  items: z.array(accountItemOutput),
  nextCursor: z.string().nullable(),
  total: z.object({ count: z.number(), exact: z.boolean() }),
});

const may = z.object({
  edit: z.boolean(),
  disable: z.boolean(),
  lock: z.boolean(),
  unlock: z.boolean(),
  delete: z.boolean(),
  changeRole: z.boolean(),
  accountCode: z.boolean(),
  grant: z.array(z.union([z.literal("USER"), adminRole])),
  resetPassword: z.boolean(),
  resendWelcome: z.boolean(),
});

const lineage = z.object({
  importId: z.string(),
  fileName: z.string(),
  at: z.date(),
  line: z.number().nullable(),
  kind: z.enum(["created", "updated"]),
});

const text = z.string().nullable();

export const accountOutput: z.ZodType<AccountDetails> = item.extend({
  version: z.number(),
  plan: text,
  planId: text,
  username: text,
  givenName: text,
  middleName: text,
  familyName: text,
  aliases: z.array(z.string()),
  departmentId: text,
  memberships: z.array(z.object({ id: z.string(), name: z.string() })),
  phone: text,
  contactEmail: text,
  description: text,
  note: text,
  exchangeDomain: text,
  exchangeUsername: text,
  pop: z.boolean().nullable(),
  submit: z.boolean().nullable(),
  accountCode: text,
  delegates: z.array(z.string()),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  enabled: z.boolean(),
  lockedOut: z.boolean(),
  password: z.object({
    state: z.enum(["set", "waiting", "none"]),
    changedAt: z.date().nullable(),
    mustChange: z.boolean(),
    neverExpires: z.boolean(),
  }),
  updatedAt: z.date(),
  createdBy: text,
  imports: z.array(lineage),
  sessions: z.number(),
  messages: z.array(messageItemOutput),
  events: z.array(eventOutput),
  may,
});

export const bulkOutput: z.ZodType<BulkResult> = z.object({
  changed: z.number(),
  unchanged: z.number(),
  gone: z.number(),
});
