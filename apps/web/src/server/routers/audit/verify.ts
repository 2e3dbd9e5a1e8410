/** `audit.verify`: recomputes the chain of the audit log. */
import * as accounts from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { verificationOutput } from "./outputs";

export const verify = procedure
  .output(verificationOutput)
  .mutation(async ({ ctx }) => unwrap(await accounts.verifyAudit(ctx)));
