/** `people.resendWelcome`: mails people their welcome anew, with a fresh link. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { bulkOutput } from "./outputs";
import { accountIds } from "./shapes";

const Input = z.strictObject({ accountIds });

export const resendWelcome = procedure
  .input(Input)
  .output(bulkOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.resendWelcome(ctx, input)));
