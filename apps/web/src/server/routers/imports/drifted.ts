/**
 * Rows held back because their account changed after the preview: `imports.drifted`, with both versions, and
 * `imports.dropDrifted`, which leaves them out for good.
 */
import { dropDrifted, listDrifted, type DriftedPage, type DropDriftedResult } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { rowNumberSchema } from "./row-number-schema";
import { importIdSchema, importRecordSchema } from "./schemas";

const texts = z.array(z.string());

const output: z.ZodType<DriftedPage> = z.object({
  rows: z.array(
    z.object({
      rowNo: z.number(),
      line: z.number(),
      email: z.string().nullable(),
      accountId: z.string().nullable(),
      dropped: z.boolean(),
      fields: z.array(z.object({ field: z.string(), expected: texts, wanted: texts, now: texts })),
    }),
  ),
  nextCursor: z.number().nullable(),
  waiting: z.number(),
});

const dropped: z.ZodType<DropDriftedResult> = z.object({ dropped: z.number(), record: importRecordSchema });

export const driftedProcedures = {
  drifted: procedure
    .input(
      z.strictObject({
        importId: importIdSchema,
        cursor: rowNumberSchema.nullish(),
        limit: z.int().min(1).max(100),
        /** written by an infinite query; pages only ever go forward */
        direction: z.literal("forward").optional(),
      }),
    )
    .output(output)
    .query(async ({ ctx, input: { direction: _, ...input } }) => unwrap(await listDrifted(ctx, input))),
  dropDrifted: procedure
    .input(
      z.strictObject({
        importId: importIdSchema,
        /** null: all of them */
        rowNos: z.array(rowNumberSchema).min(1).max(10_000).nullable(),
      }),
    )
    .output(dropped)
    .mutation(async ({ ctx, input }) => unwrap(await dropDrifted(ctx, input))),
};
