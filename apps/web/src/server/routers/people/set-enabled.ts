/** `people.setEnabled`: lets accounts in, or keeps them out and ends their sessions. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { bulkOutput } from "./outputs";
import { accountIds } from "./shapes";

const Input = z.strictObject({ accountIds, enabled: z.boolean() });

export const setEnabled = procedure
  .input(Input)
  .output(bulkOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.setAccountsEnabled(ctx, input)));
