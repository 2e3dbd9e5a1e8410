/** `mail.summary`: how many messages are in each state. */
import * as accounts from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { mailSummaryOutput } from "./outputs";

export const summary = procedure
  .output(mailSummaryOutput)
  .query(async ({ ctx }) => unwrap(await accounts.mailSummary(ctx)));
