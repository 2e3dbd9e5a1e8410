/** What follows when accounts may not come in any more: nobody stays signed in, no link works, no way in is mailed. */
import { cancelMessages, endSessions, revokeTokens, type Transaction } from "@rollcall/db";

/** `reason` is what the messages that are taken back say of it. */
export async function shutOut(tx: Transaction, accountIds: readonly bigint[], reason: string): Promise<void> {
  await endSessions(tx, accountIds);
  await revokeTokens(tx, accountIds);
  await cancelMessages(tx, accountIds, reason, ["welcome", "password-reset"]);
}
