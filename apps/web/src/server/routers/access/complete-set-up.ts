/** `access.completeSetUp`: makes the organisation and its first administrator. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({
  token: z.string().min(1).max(200),
  organisation: z.string().max(400),
  fullName: z.string().max(400),
  email: z.string().max(400),
  password: z.string().min(1).max(4096),
});

export const completeSetUp = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.completeSetUp(ctx, input));
  });
