/** `people.get`: everything about one account, and what the caller may do with it. */
import * as accounts from "@rollcall/accounts";
import type { AccountDetails } from "@rollcall/accounts";
import { z } from "zod";
import { accountId } from "./shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ accountId });

export const get = procedure
  .input(Input)
  .query(async ({ ctx, input }): Promise<AccountDetails> => unwrap(await accounts.getAccount(ctx, input)));
