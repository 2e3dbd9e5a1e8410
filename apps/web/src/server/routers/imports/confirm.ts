/** `imports.confirm`: hands the plan that was seen to a worker. */
import { confirmImport } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { importIdSchema, importRecordSchema } from "./schemas";

export const confirm = procedure
  .input(
    z.strictObject({
      importId: importIdSchema,
      fingerprint: z.string().min(1).max(200),
      typed: z.number().int().min(0).optional(),
      password: z.string().max(4096).optional(),
    }),
  )
  .output(importRecordSchema)
  .mutation(async ({ ctx, input }) => unwrap(await confirmImport(ctx, input)));
