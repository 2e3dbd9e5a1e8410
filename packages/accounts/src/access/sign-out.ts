/** Ends the session that asks. Says nothing when there is none any more. */
import { appendAudit, endSession } from "@rollcall/db";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { transact } from "../transact";
import { authorisePerson } from "./authorise";

/** Never refuses: whoever wants out is out. */
export async function signOut(context: Context): Promise<Result<null>> {
  const gate = await authorisePerson(context, "own");
  if (!gate.ok || gate.value.sessionId === null) return done(null);
  const { accountId, name, sessionId } = gate.value;
  return transact(context, async (tx) => {
    if (await endSession(tx, accountId, sessionId)) {
      await appendAudit(
        tx,
        auditEntry(context, gate.value, "session.ended", accountSubject({ id: accountId, name })),
      );
    }
    return done(null);
  });
}
