/**
 * What the procedures of imports take and give, as schemas. Outputs are declared, so nothing that a use case adds for
 * itself (a bigint key, say) ever leaves the server. Types come from the accounts package and are held to by the compiler.
 */
import type { FieldChange, ImportRecord, ImportRowView, ProblemCause } from "@rollcall/accounts";
import type { FieldName, ProblemCode } from "@rollcall/importer";
import { z } from "zod";

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
      value: z.string(),
      label: z.string(),
    })
    .nullable(),
};

const named = z.object({ name: z.string(), line: z.number() });

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
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  options: z.object({
    ...replanOptionsSchema.shape,
    format: z.string().nullable(),
    encoding: z.string().nullable(),
  }),
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
  creates: z.object({ departments: z.array(named), groups: z.array(named) }).nullable(),
  consequences: z
    .object({ mails: z.number(), links: z.number(), noWayIn: z.number(), valuesChanged: z.number() })
    .nullable(),
  fingerprint: z.string().nullable(),
  mails: z.object({ total: z.number(), sent: z.number(), failed: z.number() }),
  passwordsPending: z.number(),
  failure: z.string().nullable(),
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
});

export const importPageSchema = z.object({
  items: z.array(importRecordSchema),
  nextCursor: z.string().nullable(),
});

const changeSchema: z.ZodType<FieldChange> = z.union([
  z.object({ add: z.array(z.string()), remove: z.array(z.string()) }),
  z.object({ from: z.string().nullable(), to: z.string().nullable() }),
]);

const importRowSchema: z.ZodType<ImportRowView> = z.object({
  rowNo: z.number(),
  line: z.number(),
  cells: z.array(z.string()),
  email: z.string().nullable(),
  outcome: outcomeSchema,
  reason: z.enum(["exists", "missing", "administrator"]).nullable(),
  accountId: z.string().nullable(),
  changes: z.record(z.string(), changeSchema),
  problems: z.array(z.object({ ...problem, message: z.string() })),
  why: z.string(),
});

export const rowPageSchema = z.object({ rows: z.array(importRowSchema), nextCursor: z.number().nullable() });

export const problemCauseSchema: z.ZodType<ProblemCause> = z.object({
  code: z.string(),
  field: z.string().nullable(),
  severity: z.enum(["error", "warning", "info"]),
  title: z.string(),
  rows: z.number(),
  example: z.object({ line: z.number(), value: z.string() }),
});
