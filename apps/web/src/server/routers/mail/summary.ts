/** `mail.summary`: how many messages are in each state. */
import * as accounts from "@rollcall/accounts";
import type { MailSummary } from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

export const summary = procedure.query(async ({ ctx }): Promise<MailSummary> =>
  unwrap(await accounts.mailSummary(ctx)),
);
