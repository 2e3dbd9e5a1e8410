/** `people.remove`: deletes accounts. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { bulkOutput } from "./outputs";
import { accountIds } from "./shapes";

const Input = z.strictObject({ accountIds });

export const remove = procedure
  .input(Input)
  .output(bulkOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.deleteAccounts(ctx, input)));
