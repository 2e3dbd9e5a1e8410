/** `imports.removals`: the members outside the file whom the import takes out of a group, a page at a time. */
import { listRemovals } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { importIdSchema } from "./schemas";

export const removals = procedure
  .input(
    z.strictObject({
      importId: importIdSchema,
      cursor: z.string().max(2000).exactOptional(),
      limit: z.int().min(1).max(200).default(50),
    }),
  )
  .output(
    z.object({
      removals: z.array(z.object({ accountId: z.string(), email: z.string(), group: z.string() })),
      nextCursor: z.string().nullable(),
    }),
  )
  .query(async ({ ctx, input }) => unwrap(await listRemovals(ctx, input)));
