/** `access.requestPasswordReset`: asks for a link by mail. The answer is the same whether there is such an account or not. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ email: z.string().max(400) });

export const requestPasswordReset = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.requestPasswordReset(ctx, input));
  });
