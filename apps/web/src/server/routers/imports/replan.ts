/** `imports.replan`: gives a reviewed import other options and plans it again at once. */
import { replanImport } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { importIdSchema, importRecordSchema, replanOptionsSchema } from "./schemas";

export const replan = procedure
  .input(
    z.strictObject({
      importId: importIdSchema,
      options: replanOptionsSchema,
      fingerprint: z.string().max(200).exactOptional(),
    }),
  )
  .output(importRecordSchema)
  .mutation(async ({ ctx, input }) => unwrap(await replanImport(ctx, input)));
