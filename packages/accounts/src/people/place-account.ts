/** Puts accounts into departments and groups by name, making those that do not exist, with the audit events for that. */
import {
  ensureNamed,
  groupsOf,
  joinGroup,
  leaveGroup,
  type AuditEntry,
  type NamedKind,
  type Transaction,
} from "@rollcall/db";
import { nameKey } from "@rollcall/importer";
import type { Actor } from "../access/authorise";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";

export interface Placed {
  id: bigint | null;
  /** to be written last in the transaction */
  events: AuditEntry[];
}

/** `name` null: no department. */
export async function placeInDepartment(
  context: Context,
  tx: Transaction,
  actor: Actor,
  name: string | null,
): Promise<Placed> {
  if (name === null) return { id: null, events: [] };
  const tidied = name.trim().replace(/\s+/gu, " ");
  const found = await ensureNamed(tx, "department", [{ name: tidied, nameKey: nameKey(tidied) }]);
  return { id: found[0]?.id ?? null, events: madeEvents(context, actor, "department", found) };
}

/** Adds the account to these groups. */
export async function joinNamedGroups(
  context: Context,
  tx: Transaction,
  actor: Actor,
  accountId: bigint,
  names: readonly { name: string; nameKey: string }[],
): Promise<{ events: AuditEntry[]; added: string[] }> {
  const groups = await ensureNamed(tx, "group", names);
  const added: string[] = [];
  for (const group of groups) {
    const joined = await joinGroup(tx, group.id, [accountId]);
    if (joined.length > 0) added.push(group.name);
  }
  return { events: madeEvents(context, actor, "group", groups), added };
}

/** Makes the account a member of exactly these groups. */
export async function setNamedGroups(
  context: Context,
  tx: Transaction,
  actor: Actor,
  accountId: bigint,
  names: readonly { name: string; nameKey: string }[],
): Promise<{ events: AuditEntry[]; added: string[]; removed: string[] }> {
  const before = (await groupsOf(tx, [accountId])).get(accountId) ?? [];
  const wanted = new Set(names.map((one) => one.nameKey));
  const removed: string[] = [];
  for (const group of before) {
    if (wanted.has(nameKey(group.name))) continue;
    await leaveGroup(tx, group.id, [accountId]);
    removed.push(group.name);
  }
  const { events, added } = await joinNamedGroups(context, tx, actor, accountId, names);
  return { events, added, removed };
}

function madeEvents(
  context: Context,
  actor: Actor,
  kind: NamedKind,
  found: readonly { id: bigint; name: string; made: boolean }[],
): AuditEntry[] {
  return found
    .filter((one) => one.made)
    .map(({ id, name }) => auditEntry(context, actor, `${kind}.created`, { type: kind, id, name }));
}
