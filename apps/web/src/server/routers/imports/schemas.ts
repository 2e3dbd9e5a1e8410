/**
 * What the procedures of imports take and give, as schemas. Outputs are declared, so nothing that a use case adds for
 * itself (a bigint key, say) ever leaves the server. Types come from the accounts package and are held to by the compiler.
 */
import {
  blankRuleSchema,
  mappingSchema,
  type FieldChange,
  type ImportRecord,
  type ImportRowView,
  type ProblemCause,
} from "@rollcall/accounts";
import type { FieldName, FormatDemands, FormatId, ProblemCode } from "@rollcall/importer";
import { z } from "zod";

/** What a guard asks for: its number, typed by hand, and the password. */
export const typedSchema = {
  typed: z.number().int().min(0).optional(),
  password: z.string().max(4096).optional(),
};

/** "147" or "IMP-0147"; the use case says whether there is such an import. */
export const importIdSchema = z.string().trim().min(1).max(24);

export const outcomeSchema = z.enum(["create", "update", "unchanged", "skip", "problem"]);

/** The options that a reviewed import may still be given. */
export const replanOptionsSchema = z.strictObject({
  mode: z.enum(["create", "upsert", "update"]),
  strict: z.boolean(),
  mail: z.enum(["file", "always", "never"]),
  groupMode: z.enum(["add", "replace"]),
  groups: z.array(z.string().min(1).max(200)).max(50),
  note: z.string().max(100).nullable(),
  noGroup: z.boolean().exactOptional(),
  grantRoles: z.boolean().exactOptional(),
  notify: z.boolean().exactOptional(),
  invite: z.boolean().exactOptional(),
});

const problem = {
  line: z.number().nullable(),
  column: z.string().nullable(),
  field: z.custom<FieldName>((value) => typeof value === "string").nullable(),
  code: z.custom<ProblemCode>((value) => typeof value === "string"),
  severity: z.enum(["error", "warning", "info"]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  fix: z
    .object({
      kind: z.literal("set"),
      field: z.custom<FieldName>((value) => typeof value === "string"),
      index: z.int().exactOptional(),
      value: z.string(),
      label: z.string(),
    })
    .nullable(),
};

const named = z.object({ name: z.string(), line: z.number(), near: z.string().nullable() });

const optionsSchema = z.object({
  ...replanOptionsSchema.required().shape,
  format: z.string().nullable(),
  encoding: z.string().nullable(),
  domain: z.string().nullable(),
  blank: z.object({ all: blankRuleSchema.nullable(), fields: z.record(z.string(), blankRuleSchema) }),
  mapping: mappingSchema.nullable(),
  sheet: z.string().nullable(),
  hold: z.boolean(),
  granted: z.array(z.number()).nullable(),
});

const sheetSchema = z.object({
  name: z.string(),
  rows: z.number(),
  hidden: z.boolean(),
  format: z
    .object({
      id: z.custom<FormatId>((value) => typeof value === "string"),
      confidence: z.number(),
      reason: z.string(),
    })
    .nullable(),
});

const consequencesSchema = z.object({
  mails: z.number(),
  links: z.number(),
  noWayIn: z.number(),
  valuesChanged: z.number(),
  administratorsMade: z.number(),
  administratorsChanged: z.number(),
  administratorsLeaving: z.number(),
  membershipsEnded: z.number(),
  grantsHeld: z.number(),
  directoryBecomesManual: z.number(),
  directoryDomains: z.array(z.string()),
  policyChanges: z.number(),
  plansUsed: z.array(z.object({ plan: z.string(), accounts: z.number() })),
  removals: z.number(),
  removalsKept: z.number(),
  sessionsEnded: z.number(),
  stopped: z.string().nullable(),
});

export const importRecordSchema: z.ZodType<ImportRecord> = z.object({
  id: z.string(),
  status: z.enum(["UPLOADING", "STAGED", "READY", "COMMITTING", "COMPLETED", "FAILED", "CANCELLED"]),
  fileName: z.string(),
  fileBytes: z.number(),
  fileSha256: z.string().nullable(),
  format: z
    .object({ id: z.string(), label: z.string(), confidence: z.number(), reason: z.string() })
    .nullable(),
  encoding: z.string().nullable(),
  container: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(sheetSchema),
  mapping: mappingSchema.nullable(),
  demands: z.custom<FormatDemands>((value) => typeof value === "object" && value !== null).nullable(),
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  options: optionsSchema,
  rows: z.number(),
  blankRows: z.number(),
  problems: z.array(z.object(problem)),
  summary: z
    .object({
      create: z.number(),
      update: z.number(),
      unchanged: z.number(),
      skip: z.number(),
      problem: z.number(),
    })
    .nullable(),
  creates: z
    .object({ departments: z.array(named), groups: z.array(named), attributes: z.array(named) })
    .nullable(),
  consequences: consequencesSchema.nullable(),
  stopped: z.string().nullable(),
  removals: z.number(),
  guard: z
    .object({
      number: z.number(),
      of: z.enum(["accounts", "memberships"]),
      reasons: z.array(z.string()),
      onlyGrants: z.boolean(),
    })
    .nullable(),
  earlier: z.object({ id: z.string(), at: z.date(), by: z.string() }).nullable(),
  fingerprint: z.string().nullable(),
  mails: z.object({ total: z.number(), sent: z.number(), failed: z.number() }),
  waiting: z.number(),
  continues: z.object({ id: z.string() }).nullable(),
  continuedBy: z.object({ id: z.string() }).nullable(),
  passwordsPending: z.number(),
  passwordsExpired: z.number(),
  undoes: z.object({ id: z.string(), fileName: z.string() }).nullable(),
  redo: z.boolean(),
  undoneBy: z
    .object({
      ...{ id: z.string(), at: z.date(), by: z.string() },
      ...{ status: z.enum(["COMMITTING", "COMPLETED"]), rows: z.number().nullable() },
    })
    .nullable(),
  undo: z
    .object({
      ...{ restored: z.number(), removed: z.number(), kept: z.number(), gone: z.number() },
      lacking: z.number(),
    })
    .nullable(),
  redactedAt: z.date().nullable(),
  failure: z.string().nullable(),
  objection: z.string().nullable(),
  createdBy: z.string(),
  confirmedBy: z.string().nullable(),
  createdAt: z.date(),
  plannedAt: z.date().nullable(),
  confirmedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  progress: z
    .object({
      phase: z.string(),
      done: z.number(),
      total: z.number(),
      startedAt: z.date(),
      updatedAt: z.date(),
    })
    .nullable(),
  cancelRequestedAt: z.date().nullable(),
});

export const importPageSchema = z.object({
  items: z.array(importRecordSchema),
  nextCursor: z.string().nullable(),
});

const fieldValue = z.union([z.string(), z.boolean()]).nullable();
const changeSchema: z.ZodType<FieldChange> = z.union([
  z.object({ add: z.array(z.string()), remove: z.array(z.string()) }),
  z.object({ from: fieldValue, to: fieldValue }),
]);

export const importRowSchema: z.ZodType<ImportRowView> = z.object({
  rowNo: z.number(),
  line: z.number(),
  cells: z.array(z.string()),
  email: z.string().nullable(),
  outcome: outcomeSchema,
  reason: z.enum(["exists", "missing", "administrator", "dropped"]).nullable(),
  accountId: z.string().nullable(),
  changes: z.record(z.string(), changeSchema),
  problems: z.array(z.object({ ...problem, message: z.string() })),
  why: z.string(),
  original: z.array(z.string()).nullable(),
  decision: z.enum(["skip", "link"]).nullable(),
  linked: z.object({ id: z.string(), email: z.string(), name: z.string() }).nullable(),
});

export const rowPageSchema = z.object({
  rows: z.array(importRowSchema),
  nextCursor: z.number().nullable(),
  prevCursor: z.number().nullable(),
  total: z.number().nullable(),
  position: z.number().nullable(),
});

export const problemCauseSchema: z.ZodType<ProblemCause> = z.object({
  code: z.string(),
  field: z.string().nullable(),
  severity: z.enum(["error", "warning", "info"]),
  reason: z.string().nullable(),
  title: z.string(),
  rows: z.number(),
  example: z.object({ line: z.number(), value: z.string() }),
});
