/** `imports.rows`: the rows of the review, a page at a time by row number. */
import { listImportRows } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { rowNumberSchema } from "./row-number-schema";
import { importIdSchema, outcomeSchema, rowPageSchema } from "./schemas";

export const rows = procedure
  .input(
    z.strictObject({
      importId: importIdSchema,
      outcomes: z.array(outcomeSchema).max(5).default([]),
      search: z.string().max(200).default(""),
      /** a code, or the key of a cause (`imports.causes`) */
      problemCode: z.string().max(400).nullable().default(null),
      cause: z.string().max(400).nullable().default(null),
      /** the row number before which the page ends: upwards */
      before: rowNumberSchema.nullish(),
      /** a jump to this place among the rows that meet the filters, 0 is the first; where it is not known, `cursor` holds */
      position: rowNumberSchema.nullish(),
      /** answer within a moment; the page may be short, or empty, while there is a next cursor */
      partial: z.boolean().default(false),
      /** the row number after which the list begins; 0 is the start of the file */
      after: rowNumberSchema.default(0),
      /** the row number after which the page begins */
      cursor: rowNumberSchema.nullish(),
      limit: z.int().min(1).max(200),
      /** written by an infinite query; pages only ever go forward */
      direction: z.literal("forward").optional(),
    }),
  )
  .output(rowPageSchema)
  .query(async ({ ctx, input: { direction: _, cursor, after, ...query } }) =>
    unwrap(
      await listImportRows(ctx, {
        ...query,
        cursor: cursor ?? after,
        before: query.before ?? null,
        position: query.position ?? null,
      }),
    ),
  );
