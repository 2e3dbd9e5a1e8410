/** `people.remove`: deletes accounts. */
import * as accounts from "@rollcall/accounts";
import type { BulkResult } from "@rollcall/accounts";
import { z } from "zod";
import { accountIds } from "./shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ accountIds });

export const remove = procedure
  .input(Input)
  .mutation(async ({ ctx, input }): Promise<BulkResult> => unwrap(await accounts.deleteAccounts(ctx, input)));
