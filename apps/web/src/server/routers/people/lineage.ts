/** `people.lineage`: which import and line, or which person, set each field of an account last. */
import { lineage as lineageOf, type FieldLineage } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { accountId } from "./shapes";

const output: z.ZodType<FieldLineage[]> = z.array(
  z.object({
    field: z.string(),
    importId: z.string().nullable(),
    fileName: z.string().nullable(),
    line: z.number().nullable(),
    rowNo: z.number().nullable(),
    at: z.date(),
    by: z.string(),
  }),
);

export const lineage = procedure
  .input(z.strictObject({ accountId }))
  .output(output)
  .query(async ({ ctx, input }) => unwrap(await lineageOf(ctx, input)));
