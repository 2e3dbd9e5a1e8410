/** Taking an import back: what it would do (`imports.undoPreview`, `imports.undoRows`), doing it (`imports.undo`), and what it did. */
import {
  listUndoneRows,
  listUndoRows,
  previewUndo,
  undoImport,
  type UndoPreview,
  type UndoRowPage,
} from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { undoRowNumberSchema } from "./row-number-schema";
import { importIdSchema, importRecordSchema, typedSchema } from "./schemas";

const rowNos = z.array(undoRowNumberSchema).min(1).max(10_000);
const heap = z.enum(["restored", "removed", "kept", "gone"]);
const count = z.number();

const previewSchema: z.ZodType<UndoPreview> = z.object({
  ...{ restored: count, removed: count, kept: count, gone: count, lacking: count },
  ...{ mailsSent: count, mailsAgain: count, sessions: count, groups: count, departments: count },
  fingerprint: z.string(),
  guard: z
    .object({ number: count, of: z.enum(["accounts", "memberships"]), reasons: z.array(z.string()) })
    .nullable(),
});

const rowPageSchema: z.ZodType<UndoRowPage> = z.object({
  rows: z.array(
    z.object({
      rowNo: z.number(),
      line: z.number().nullable(),
      accountId: z.string(),
      email: z.string().nullable(),
      name: z.string().nullable(),
      heap,
      reason: z.string().nullable(),
    }),
  ),
  nextCursor: z.number().nullable(),
});

const search = z.string().max(200).optional();
const choice = {
  rowNos: rowNos.optional(),
  only: z.strictObject({ heap: heap.optional(), search }).optional(),
};

const rowsInput = z.strictObject({
  importId: importIdSchema,
  heap: heap.optional(),
  search,
  cursor: undoRowNumberSchema.nullish(),
  limit: z.int().min(1).max(200),
  /** written by an infinite query; pages only ever go forward */
  direction: z.literal("forward").optional(),
});

export const undoProcedures = {
  undoPreview: procedure
    .input(z.strictObject({ importId: importIdSchema, ...choice }))
    .output(previewSchema)
    .query(async ({ ctx, input }) => unwrap(await previewUndo(ctx, input))),
  undoRows: procedure
    .input(rowsInput)
    .output(rowPageSchema)
    .query(async ({ ctx, input: { direction: _, ...input } }) => unwrap(await listUndoRows(ctx, input))),
  undoneRows: procedure
    .input(rowsInput)
    .output(rowPageSchema)
    .query(async ({ ctx, input: { direction: _, ...input } }) => unwrap(await listUndoneRows(ctx, input))),
  undo: procedure
    .input(
      z.strictObject({
        importId: importIdSchema,
        ...choice,
        fingerprint: z.string().min(1).max(200).optional(),
        ...typedSchema,
      }),
    )
    .output(importRecordSchema)
    .mutation(async ({ ctx, input }) => unwrap(await undoImport(ctx, input))),
};
