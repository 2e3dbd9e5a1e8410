/** `access.checkSetUpLink`: does this set-up link still work? A mutation for the sake of the token. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ token: z.string().min(1).max(200) });

export const checkSetUpLink = procedure
  .input(Input)
  .mutation(async ({ ctx, input }): Promise<{ expiresAt: Date; passwordMinLength: number }> =>
    unwrap(await accounts.checkSetUpLink(ctx, input)),
  );
