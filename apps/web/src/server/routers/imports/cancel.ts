/** `imports.cancel`: drops an import that was not confirmed yet, stops one that is being carried out; with `stop` only that. */
import { cancelImport } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { importIdSchema, importRecordSchema } from "./schemas";

export const cancel = procedure
  .input(z.strictObject({ importId: importIdSchema, stop: z.boolean().optional() }))
  .output(importRecordSchema)
  .mutation(async ({ ctx, input }) => unwrap(await cancelImport(ctx, input)));
