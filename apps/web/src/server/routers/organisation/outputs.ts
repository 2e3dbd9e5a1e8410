/** What procedures of the organisation answer with, declared. */
import type {
  AttentionItem,
  Attribute,
  DepartmentDetails,
  DepartmentListItem,
  Domain,
  GroupDetails,
  GroupListItem,
  NamedPage,
  NavigationCounts,
  OrganisationSettings,
  Overview,
  Policy,
  SearchHit,
  ServicePlan,
} from "@rollcall/accounts";
import { z } from "zod";
import { eventOutput } from "../audit/outputs";
import { messageState } from "../mail/outputs";
import { accountItemOutput, accountSource, accountStatus } from "../people/outputs";

const department = z.object({
  id: z.string(),
  name: z.string(),
  members: z.number(),
  createdAt: z.date(),
  importId: z.string().nullable(),
});

const group = department.extend({
  description: z.string().nullable(),
  policy: z.object({ id: z.string(), name: z.string() }).nullable(),
});

const details = {
  firstMembers: z.array(accountItemOutput),
  events: z.array(eventOutput),
  may: z.object({ edit: z.boolean() }),
};

const page = { nextCursor: z.string().nullable(), total: z.number() };

export const groupItemOutput: z.ZodType<GroupListItem> = group;
export const groupOutput: z.ZodType<GroupDetails> = group.extend(details);
export const groupPageOutput: z.ZodType<NamedPage<GroupListItem>> = z.object({
  items: z.array(group),
  ...page,
});

export const departmentItemOutput: z.ZodType<DepartmentListItem> = department;
export const departmentOutput: z.ZodType<DepartmentDetails> = department.extend(details);
export const departmentPageOutput: z.ZodType<NamedPage<DepartmentListItem>> = z.object({
  items: z.array(department),
  ...page,
});

export const planOutput: z.ZodType<ServicePlan> = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  services: z.array(z.string()),
  enabled: z.boolean(),
  isDefault: z.boolean(),
  accounts: z.number(),
  createdAt: z.date(),
});

export const attributeOutput: z.ZodType<Attribute> = z.object({
  id: z.string(),
  name: z.string(),
  accounts: z.number(),
  createdAt: z.date(),
  importId: z.string().nullable(),
});

export const recipientValidation = z.enum(["NONE", "KNOWN_ADDRESSES", "DIRECTORY_USERS"]);

export const domainOutput: z.ZodType<Domain> = z.object({
  id: z.string(),
  name: z.string(),
  recipientValidation,
  accounts: z.number(),
  createdAt: z.date(),
});

export const policyOutput: z.ZodType<Policy> = z.object({
  id: z.string(),
  name: z.string(),
  rules: z.array(z.string()),
  isDefault: z.boolean(),
  groups: z.number(),
  devices: z.number(),
  createdAt: z.date(),
});

export const settingsOutput: z.ZodType<OrganisationSettings> = z.object({
  "organisation.name": z.string(),
  "organisation.supportAddress": z.string().nullable(),
  "organisation.timeZone": z.string(),
  "password.minLength": z.number(),
  "password.required": z.boolean(),
  "session.administratorHours": z.number(),
  "session.userHours": z.number(),
  "session.administratorIdleMinutes": z.number(),
  "session.userIdleMinutes": z.number(),
  "link.setPasswordHours": z.number(),
  "link.resetPasswordMinutes": z.number(),
  "imports.keepRowsDays": z.number(),
  "guard.changedShare": z.number(),
  "guard.changedAccounts": z.number(),
  "guard.removals": z.number(),
  "guard.administrators": z.boolean(),
});

const counted = <Kind extends string>(kind: Kind) => z.object({ kind: z.literal(kind), count: z.number() });
const since = { since: z.date() };

const attention: z.ZodType<AttentionItem> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("import-waits"),
    importId: z.string(),
    fileName: z.string(),
    create: z.number(),
    update: z.number(),
    problem: z.number(),
    objection: z.string().nullable(),
    ...since,
  }),
  z.object({
    kind: z.literal("import-failed"),
    importId: z.string(),
    fileName: z.string(),
    failure: z.string().nullable(),
    ...since,
  }),
  counted("mail-failed").extend(since),
  counted("mail-unknown").extend(since),
  counted("mail-late").extend(since),
  counted("locked"),
  counted("no-way-in"),
]);

const importLine = z.object({
  id: z.string(),
  fileName: z.string(),
  status: z.enum(["UPLOADING", "STAGED", "READY", "COMMITTING", "COMPLETED", "FAILED", "CANCELLED"]),
  createdAt: z.date(),
  rows: z.number(),
  summary: z
    .object({
      create: z.number(),
      update: z.number(),
      unchanged: z.number(),
      skip: z.number(),
      problem: z.number(),
    })
    .nullable(),
});

export const overviewOutput: z.ZodType<Overview> = z.object({
  totals: z.object({
    accounts: z.number(),
    byStatus: z.record(accountStatus, z.number()),
    bySource: z.record(accountSource, z.number()),
    administrators: z.number(),
    groups: z.number(),
    departments: z.number(),
    imports: z.number(),
    newIn30Days: z.number(),
    mail: z.record(messageState, z.number()),
  }),
  accountsOverTime: z.array(
    z.object({ day: z.string(), manual: z.number(), imported: z.number(), directory: z.number() }),
  ),
  imports: z.array(importLine),
  mailByDay: z.array(
    z.object({ day: z.string(), sent: z.number(), waiting: z.number(), failed: z.number() }),
  ),
  attention: z.array(attention),
  events: z.array(eventOutput),
});

export const countsOutput: z.ZodType<NavigationCounts> = z.object({
  accounts: z.object({ count: z.number(), exact: z.boolean() }),
  groups: z.number(),
  departments: z.number(),
  importsWaiting: z.number(),
  mailTrouble: z.number(),
});

export const hitsOutput: z.ZodType<SearchHit[]> = z.array(
  z.object({
    kind: z.enum(["account", "group", "department", "import"]),
    id: z.string(),
    title: z.string(),
    detail: z.string().nullable(),
  }),
);
