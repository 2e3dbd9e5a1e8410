/** `imports.get`: one import's record, with its progress while it runs. */
import { getImport } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { importIdSchema, importRecordSchema } from "./schemas";

export const get = procedure
  .input(z.strictObject({ importId: importIdSchema }))
  .output(importRecordSchema)
  .query(async ({ ctx, input }) => unwrap(await getImport(ctx, input)));
