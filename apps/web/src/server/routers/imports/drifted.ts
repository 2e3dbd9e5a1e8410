/** `imports.drifted`: rows held back because their account changed after the preview, with both versions. */
import { listDrifted, type DriftedPage } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { rowNumberSchema } from "./row-number-schema";
import { importIdSchema } from "./schemas";

const texts = z.array(z.string());

const output: z.ZodType<DriftedPage> = z.object({
  rows: z.array(
    z.object({
      rowNo: z.number(),
      line: z.number(),
      email: z.string().nullable(),
      accountId: z.string().nullable(),
      fields: z.array(z.object({ field: z.string(), expected: texts, wanted: texts, now: texts })),
    }),
  ),
  nextCursor: z.number().nullable(),
});

export const drifted = procedure
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
  .query(async ({ ctx, input: { direction: _, ...input } }) => unwrap(await listDrifted(ctx, input)));
