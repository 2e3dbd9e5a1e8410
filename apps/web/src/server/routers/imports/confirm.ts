/** `imports.confirm`: hands the plan that was seen to a worker. */
import { confirmImport } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { importIdSchema, importRecordSchema, typedSchema } from "./schemas";

export const confirm = procedure
  .input(
    z.strictObject({
      importId: importIdSchema,
      fingerprint: z.string().min(1).max(200),
      ...typedSchema,
    }),
  )
  .output(importRecordSchema)
  .mutation(async ({ ctx, input }) => unwrap(await confirmImport(ctx, input)));
