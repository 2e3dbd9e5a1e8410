/**
 * A day after a file came in, nothing of its passwords can be read any more: the key goes whatever happened to the import.
 * Who waited for theirs has none then and needs a link; the import's record says how many.
 */
import {
  announceWork,
  appendAudit,
  expireSealedPasswords as expireOne,
  type ExpiredPasswords,
} from "@rollcall/db";
import { authoriseSystem } from "../access/authorise";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { done, type Result } from "../result";

/** Imports a call deals with at most; each has a transaction of its own. */
const most = 20;
/** Milliseconds: the rows of a large file that was never committed are written once more. */
const longest = 300_000;

/** Only the system may. Gives the imports that lost passwords, or the key to them. */
export async function expireSealedPasswords(context: Context): Promise<Result<ExpiredPasswords[]>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  const expired: ExpiredPasswords[] = [];
  while (expired.length < most) {
    const one = await context.database.transaction(async (tx) => {
      const found = await expireOne(tx);
      if (found === null) return null;
      if (found.replanned) await announceWork(tx, "plan");
      const { importId, fileName, accounts, rows } = found;
      const data = { accounts, rows };
      const subject = { type: "import", id: importId, name: fileName } as const;
      await appendAudit(tx, {
        ...auditEntry(context, gate.value, "import.passwords-expired", subject, data),
        importId,
      });
      return found;
    }, longest);
    if (one === null) break;
    expired.push(one);
  }
  return done(expired);
}
