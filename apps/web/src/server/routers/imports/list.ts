/** `imports.list`: every import, newest first, a page at a time. */
import { listImports } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { importIdSchema, importPageSchema } from "./schemas";

export const list = procedure
  .input(
    z.strictObject({
      cursor: importIdSchema.nullish(),
      limit: z.int().min(1).max(100),
      /** written by an infinite query; pages only ever go forward */
      direction: z.literal("forward").optional(),
    }),
  )
  .output(importPageSchema)
  .query(async ({ ctx, input: { cursor, limit } }) =>
    unwrap(await listImports(ctx, { cursor: cursor ?? null, limit })),
  );
