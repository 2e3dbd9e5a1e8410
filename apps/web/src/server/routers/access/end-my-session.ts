/** `access.endMySession`: signs one other browser out. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ sessionId: z.uuid() });

export const endMySession = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.endMySession(ctx, input));
  });
