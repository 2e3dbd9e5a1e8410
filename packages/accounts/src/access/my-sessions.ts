/** Where the caller is signed in, and ending that. Nobody sees or ends another one's sessions here. */
import { appendAudit, endSession, endSessions, listOpenSessions } from "@rollcall/db";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { withoutControls } from "../people/check-fields";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { authorisePerson } from "./authorise";
import type { SessionView } from "./types";

/** Open ones, last used first. */
export async function listMySessions(context: Context): Promise<Result<SessionView[]>> {
  const gate = await authorisePerson(context, "own");
  if (!gate.ok) return gate;
  const rows = await listOpenSessions(context.database, gate.value.accountId);
  return done(rows.map((row) => ({ ...row, current: row.id === gate.value.sessionId })));
}

/** Refuses `not-found` for a session that is not the caller's, or is over. */
export async function endMySession(context: Context, input: { sessionId: string }): Promise<Result<null>> {
  const gate = await authorisePerson(context, "own");
  if (!gate.ok) return gate;
  const { accountId, name } = gate.value;
  return transact(context, async (tx) => {
    const ended = await endSession(tx, accountId, withoutControls(input.sessionId));
    if (!ended) return refuse({ code: "not-found", what: "sign-in" });
    await appendAudit(
      tx,
      auditEntry(context, gate.value, "session.ended", accountSubject({ id: accountId, name })),
    );
    return done(null);
  });
}

/** All but the one that asks. */
export async function endMyOtherSessions(context: Context): Promise<Result<{ ended: number }>> {
  const gate = await authorisePerson(context, "own");
  if (!gate.ok) return gate;
  const { accountId, name, sessionId } = gate.value;
  return transact(context, async (tx) => {
    const ended = await endSessions(tx, [accountId], sessionId);
    if (ended > 0) {
      const entry = auditEntry(
        context,
        gate.value,
        "session.ended",
        accountSubject({ id: accountId, name }),
        { others: ended },
      );
      await appendAudit(tx, entry);
    }
    return done({ ended });
  });
}
