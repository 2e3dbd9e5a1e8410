/**
 * Fills undo_work, the temporary table that a preview and the undo itself read alike: every row with its heap. A page of rows is
 * looked at together with the rows that it depends on. What is done with the rows it must not know.
 */
import type pg from "pg";
import { createPlacesSql, createWorkSql } from "./undo-apply-sql";
import { createClaimsSql, fillClaimsSql, keepStuckSql, missingHoldersSql } from "./undo-claims-sql";
import {
  createFallenSql,
  fillFallenOfPageSql,
  fillFallenSql,
  keepJoinedSql,
  sayLackingSql,
} from "./undo-lacking-sql";
import { fillWorkSql } from "./undo-rows-sql";

export interface UndoQuery {
  importId: bigint;
  /** null: all */
  rowNos: readonly number[] | null;
  /** who asks: nobody takes their own account away */
  actorId: bigint | null;
  actionWords: Record<string, string>;
}

/** So many times the holders of what a page wants are looked for, and theirs; a longer chain is looked at as a whole. */
const mostSteps = 8;

/** Every row; call once in a transaction. */
export async function makeUndoWork(client: pg.ClientBase, asked: UndoQuery): Promise<void> {
  await createTables(client);
  await client.query(fillWorkSql("all"), values(asked));
  await settle(client, asked.importId, fillFallenSql);
}

/**
 * At most `limit` rows after row `after`, and whatever they depend on. Gives the last row number that was looked at, null when
 * these were the last. Call again in the same transaction for the next.
 */
export async function makeUndoPage(
  client: pg.ClientBase,
  asked: UndoQuery,
  { after, limit }: { after: number | null; limit: number },
): Promise<{ upTo: number | null }> {
  await client.query("DROP TABLE IF EXISTS undo_work, undo_claim, undo_place, undo_fallen");
  await createTables(client);
  const filled = await client.query(fillWorkSql("page"), [...values(asked), after ?? -2_147_483_648, limit]);
  const last = await client.query<{ upTo: number | null }>(`SELECT max(row_no) AS "upTo" FROM undo_work`);
  await addHolders(client, asked);
  await settle(client, asked.importId, fillFallenOfPageSql);
  return { upTo: (filled.rowCount ?? 0) < limit ? null : (last.rows[0]?.upTo ?? null) };
}

async function addHolders(client: pg.ClientBase, asked: UndoQuery): Promise<void> {
  for (let step = 0; step < mostSteps; step += 1) {
    const missing = await client.query<{ account_id: string }>(missingHoldersSql);
    const accounts = missing.rows.map((row) => row.account_id);
    if (accounts.length === 0) return;
    const added = await client.query(fillWorkSql("accounts"), [...values(asked), accounts]);
    // They have nothing to do with this import.
    if (added.rowCount === 0) return;
  }
  await client.query(fillWorkSql("all"), values(asked));
}

async function createTables(client: pg.ClientBase): Promise<void> {
  for (const statement of [createWorkSql, createPlacesSql, createClaimsSql, createFallenSql])
    await client.query(statement);
}

async function settle(client: pg.ClientBase, importId: bigint, fillFallen: string): Promise<void> {
  await client.query("ANALYZE undo_work");
  await client.query(fillFallen);
  await client.query(keepJoinedSql);
  await settleClaims(client, importId);
  await client.query(sayLackingSql);
}

async function settleClaims(client: pg.ClientBase, importId: bigint): Promise<void> {
  const claims = await client.query(fillClaimsSql, [importId]);
  if (claims.rowCount === 0) return;
  await client.query("CREATE INDEX ON undo_claim (giver)");
  await client.query("CREATE INDEX ON undo_claim (row_no)");
  await client.query("ANALYZE undo_claim");
  await client.query(keepStuckSql);
}

function values({ importId, rowNos, actorId, actionWords }: UndoQuery): unknown[] {
  return [importId, rowNos, actorId, JSON.stringify(actionWords)];
}
