/** `imports.rows`: the rows of the review, a page at a time by row number. */
import { listImportRows } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { importIdSchema, outcomeSchema, rowPageSchema } from "./schemas";

export const rows = procedure
  .input(
    z.strictObject({
      importId: importIdSchema,
      outcomes: z.array(outcomeSchema).max(5).default([]),
      search: z.string().max(200).default(""),
      problemCode: z.string().max(60).nullable().default(null),
      /** the row number after which the list begins; 0 is the start of the file */
      after: z.int().min(0).default(0),
      /** the row number after which the page begins */
      cursor: z.int().min(0).nullish(),
      limit: z.int().min(1).max(200),
      /** written by an infinite query; pages only ever go forward */
      direction: z.literal("forward").optional(),
    }),
  )
  .output(rowPageSchema)
  .query(async ({ ctx, input: { direction: _, cursor, after, ...query } }) =>
    unwrap(await listImportRows(ctx, { ...query, cursor: cursor ?? after })),
  );
