/** `people.get`: everything about one account, and what the caller may do with it. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { accountOutput } from "./outputs";
import { accountId } from "./shapes";

const Input = z.strictObject({ accountId });

export const get = procedure
  .input(Input)
  .output(accountOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.getAccount(ctx, input)));
