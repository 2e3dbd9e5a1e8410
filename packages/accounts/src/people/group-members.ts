/** Puts accounts into a group and takes them out. */
import {
  appendAudits,
  joinGroup,
  leaveGroup,
  lockNamed,
  raiseVersions,
  type Transaction,
} from "@rollcall/db";
import { authorise } from "../access/authorise";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { parseId } from "../ids";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { actOn } from "./act-on";
import type { BulkResult } from "./types";

/** Refuses `not-found` for the group and `role-above-yours`; members already are `unchanged`. At most 1,000 at once. */
export async function addToGroup(
  context: Context,
  input: { accountIds: string[]; groupId: string },
): Promise<Result<BulkResult>> {
  return changeMembers(context, input, "membership.added", joinGroup);
}

/** Those who are not in it are `unchanged`. */
export async function removeFromGroup(
  context: Context,
  input: { accountIds: string[]; groupId: string },
): Promise<Result<BulkResult>> {
  return changeMembers(context, input, "membership.removed", leaveGroup);
}

async function changeMembers(
  context: Context,
  input: { accountIds: string[]; groupId: string },
  action: "membership.added" | "membership.removed",
  change: (tx: Transaction, groupId: bigint, accountIds: readonly bigint[]) => Promise<bigint[]>,
): Promise<Result<BulkResult>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const groupId = parseId(input.groupId);
  if (groupId === null) return refuse({ code: "not-found", what: "group" });
  return transact(
    context,
    async (tx) => {
      const found = await actOn(context, tx, input.accountIds, { permission: "accounts.write" });
      if (!found.ok) return found;
      const group = await lockNamed(tx, "group", groupId);
      if (group === null) return refuse({ code: "not-found", what: "group" });
      const { actor, accounts, gone } = found.value;
      const changed = new Set(
        await change(
          tx,
          groupId,
          accounts.map((account) => account.id),
        ),
      );
      await raiseVersions(tx, [...changed]);
      const events = accounts
        .filter((account) => changed.has(account.id))
        .map((account) => auditEntry(context, actor, action, accountSubject(account), { group: group.name }));
      await appendAudits(tx, events);
      return done({ changed: changed.size, unchanged: accounts.length - changed.size, gone });
    },
    { what: "This group" },
  );
}
