/** `people.lock`: keeps one account out until it is unlocked. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { accountId } from "./shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ accountId });

export const lock = procedure
  .input(Input)
  .mutation(async ({ ctx, input }): Promise<void> => void unwrap(await accounts.lockAccount(ctx, input)));
