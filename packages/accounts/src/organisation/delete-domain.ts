/**
 * Deletes a mail domain and mails its hosted users, as a file that can be imported again, to the administrator who does it
 * (sources/000). The accounts themselves stay: only their domain is foreign from then on.
 */
import {
  appendAudit,
  countMostGroupsOfDomain,
  deleteDomain as removeDomain,
  holdAddressesAndMemberships,
  lockDomain,
  streamHostedUsers,
  type Transaction,
} from "@rollcall/db";
import { csvExport, formats } from "@rollcall/importer";
import { authorisePerson } from "../access/authorise";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { parseId } from "../ids";
import { queueDomainExport } from "../mail/queue-import-mail";
import { done, type Result } from "../result";
import { transact } from "../transact";
import { noDomain } from "./domains";

/**
 * File, mail and deletion happen together or not at all. Without hosted users there is no file and no mail (`accounts` 0).
 * Refuses `not-found`, and `busy` while an import is being committed; Rollcall itself, which has no mailbox, may not.
 */
export async function deleteDomain(
  context: Context,
  input: { domainId: string },
): Promise<Result<{ accounts: number; mailedTo: string | null }>> {
  const gate = await authorisePerson(context, "settings.write");
  if (!gate.ok) return gate;
  const actor = gate.value;
  const id = parseId(input.domainId);
  if (id === null) return noDomain;
  return transact(
    context,
    async (tx) => {
      const domain = await lockDomain(tx, id);
      if (domain === null) return noDomain;
      await holdAddressesAndMemberships(tx);
      const { csv, accountCount } = await hostedUsersFile(tx, domain.domainKey);
      const mailedTo = accountCount > 0 ? actor.email : null;
      if (accountCount > 0) {
        await queueDomainExport(context, tx, {
          to: { accountId: actor.accountId, name: actor.name, email: actor.email },
          domain: domain.domainKey,
          accountCount,
          csv,
          deletedBy: actor.name,
          deletedAt: new Date(),
        });
      }
      await removeDomain(tx, id);
      const subject = { type: "domain", id, name: domain.name } as const;
      const data = { accounts: accountCount, mailedTo };
      await appendAudit(tx, auditEntry(context, actor, "domain.deleted", subject, data));
      return done({ accounts: accountCount, mailedTo });
    },
    { what: "An import", timeoutMs: 300_000 },
  );
}

async function hostedUsersFile(
  tx: Transaction,
  domainKey: string,
): Promise<{ csv: string; accountCount: number }> {
  const groups = await countMostGroupsOfDomain(tx, domainKey);
  const file = csvExport(formats["hosted-users"].exporter({ groups }));
  const parts = [file.header()];
  let accountCount = 0;
  for await (const users of streamHostedUsers(tx, domainKey)) {
    parts.push(users.map((user) => file.row(user)).join(""));
    accountCount += users.length;
  }
  return { csv: parts.join(""), accountCount };
}
