/** `people.unlock`: lets a locked account in again. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { accountId } from "./shapes";

const Input = z.strictObject({ accountId });

export const unlock = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.unlockAccount(ctx, input));
  });
