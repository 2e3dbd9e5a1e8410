/** `people.lock`: keeps one account out until it is unlocked. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { accountId } from "./shapes";

const Input = z.strictObject({ accountId });

export const lock = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.lockAccount(ctx, input));
  });
