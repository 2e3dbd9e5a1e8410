/** Who is in which group. Callers raise the versions of accounts whose groups change. */
import type { Queryable, Transaction } from "../client";
import { execute, query } from "./run-sql";

/** Names of the groups of each account, in the order people expect. */
export async function groupsOf(
  db: Queryable,
  accountIds: readonly bigint[],
): Promise<Map<bigint, { id: bigint; name: string }[]>> {
  const rows = await query<{ accountId: bigint; id: bigint; name: string }>(
    db,
    `SELECT m.account_id AS "accountId", g.id, g.name FROM membership m JOIN "group" g ON g.id = m.group_id
      WHERE m.account_id = ANY ($1::bigint[]) ORDER BY g.name_key, g.id`,
    [...accountIds],
  );
  const found = new Map<bigint, { id: bigint; name: string }[]>();
  for (const { accountId, id, name } of rows) {
    const list = found.get(accountId);
    if (list === undefined) found.set(accountId, [{ id, name }]);
    else list.push({ id, name });
  }
  return found;
}

/** Gives the accounts that were not in it before. */
export async function joinGroup(
  tx: Transaction,
  groupId: bigint,
  accountIds: readonly bigint[],
): Promise<bigint[]> {
  const rows = await query<{ id: bigint }>(
    tx,
    `INSERT INTO membership (account_id, group_id) SELECT id, $1 FROM unnest($2::bigint[]) AS a(id) ORDER BY id
     ON CONFLICT DO NOTHING RETURNING account_id AS id`,
    groupId,
    [...accountIds],
  );
  return rows.map((row) => row.id);
}

/** Gives the accounts that were in it. */
export async function leaveGroup(
  tx: Transaction,
  groupId: bigint,
  accountIds: readonly bigint[],
): Promise<bigint[]> {
  const rows = await query<{ id: bigint }>(
    tx,
    `DELETE FROM membership WHERE group_id = $1 AND account_id = ANY ($2::bigint[]) RETURNING account_id AS id`,
    groupId,
    [...accountIds],
  );
  return rows.map((row) => row.id);
}

/** Raises the versions of these accounts. */
export async function raiseVersions(tx: Transaction, accountIds: readonly bigint[]): Promise<void> {
  if (accountIds.length === 0) return;
  await execute(
    tx,
    `UPDATE account SET version = version + 1, updated_at = now() WHERE id = ANY ($1::bigint[])`,
    [...accountIds],
  );
}
