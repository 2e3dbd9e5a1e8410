/** Makes somebody a User or an administrator, or gives an administrator another role. */
import { appendAudits, endSessions, writeRole } from "@rollcall/db";
import { authorise } from "../access/authorise";
import { isAbove, roleName, type AdminRole, type Role } from "../access/permissions";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { actOnOne } from "./act-on";

/**
 * Ends the account's sessions, so that the new role begins with a new sign-in. Refuses `role-above-yours` (of the account or
 * of the role to be given) and `last-master`. Only people have roles: a distribution list is refused.
 */
export async function changeRole(
  context: Context,
  input: { accountId: string; role: Role; adminRole?: AdminRole | null | undefined },
): Promise<Result<null>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const adminRole = input.role === "ADMINISTRATOR" ? (input.adminRole ?? "BASIC") : null;
  const to = { role: input.role, adminRole };
  const staysMaster = adminRole === "MASTER";
  return transact(
    context,
    async (tx) => {
      const action = { permission: "accounts.write", takesAway: !staysMaster } as const;
      const found = await actOnOne(context, tx, input.accountId, action);
      if (!found.ok) return found;
      const { actor, account } = found.value;
      if (isAbove(to, actor)) return refuse({ code: "role-above-yours", role: roleName(to) });
      if (account.kind === "LIST")
        return refuse({ code: "wrong-state", what: "account", state: "a distribution list" });
      if (account.role === to.role && account.adminRole === to.adminRole) return done(null);
      await writeRole(tx, account.id, to.role, to.adminRole);
      await endSessions(tx, [account.id], account.id === actor.accountId ? actor.sessionId : null);
      const data = { from: roleName(account), to: roleName(to) };
      await appendAudits(tx, [auditEntry(context, actor, "role.changed", accountSubject(account), data)]);
      return done(null);
    },
    { what: "This account" },
  );
}
