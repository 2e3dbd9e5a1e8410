/** `audit.verify`: recomputes the chain of the audit log. */
import * as accounts from "@rollcall/accounts";
import type { AuditVerification } from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

export const verify = procedure.mutation(async ({ ctx }): Promise<AuditVerification> =>
  unwrap(await accounts.verifyAudit(ctx)),
);
