/**
 * What mails about old imports say, and to whom they went, goes as the contents of their rows do. That they went stays. A mail that
 * waits to be sent needs its reader yet: it is emptied when it has ended.
 */
import type { Database } from "../client";

/** Mails at once: few enough that nothing waits for them. */
const mailsAtOnce = 1_000;

const endedSql = `state NOT IN ('QUEUED', 'RETRYING')`;

/** Says yet what it said, or who its reader is. An address stands in every mail that is not emptied. */
const namingSql = `(to_address <> '' OR to_name <> '' OR sealed_body IS NOT NULL)`;

/** A mail server's answer names whom it refused; why one was not sent at all is said in our own words. */
const emptiedSql = `sealed_body = NULL, to_address = '', to_name = '',
       last_error = CASE WHEN state = 'CANCELLED' THEN last_error END`;

/** Of this import's mails. Somebody may send one again at the same moment: then it waits, and keeps its reader. */
export function emptyMails(database: Database, importId: bigint): Promise<number> {
  return emptyInTurn(database, `m.import_id = ${String(importId)}::bigint`);
}

/**
 * Of all imports whose rows are no more kept: mails that ended since. Reads the mails of such imports, and none where there is no such
 * import; gives how many were emptied.
 */
export async function emptyLateMails(database: Database): Promise<number> {
  const gone = `SELECT FROM import i WHERE i.redacted_at IS NOT NULL`;
  const { rowCount } = await database.pool.query(`${gone} LIMIT 1`);
  return rowCount === 0 ? 0 : emptyInTurn(database, `EXISTS (${gone} AND i.id = m.import_id)`);
}

/** In the order of their numbers, so that none is looked at twice. */
async function emptyInTurn({ pool }: Database, which: string): Promise<number> {
  let emptied = 0;
  for (let after = "0"; ;) {
    const found = await pool.query<{ id: string }>(
      `SELECT m.id FROM message m WHERE ${which} AND m.${endedSql} AND ${namingSql} AND m.id > $1::bigint
        ORDER BY m.id LIMIT ${String(mailsAtOnce)}`,
      [after],
    );
    const last = found.rows.at(-1);
    if (last === undefined) return emptied;
    const { rowCount } = await pool.query(
      `UPDATE message SET ${emptiedSql} WHERE id = ANY ($1::bigint[]) AND ${endedSql} AND ${namingSql}`,
      [found.rows.map(({ id }) => id)],
    );
    emptied += rowCount ?? 0;
    after = last.id;
  }
}

/** A mail as its key names it: sent again by hand it is of a later generation. */
export interface MailCopy {
  id: bigint;
  generation: number;
}

interface GoneMail extends MailCopy {
  importId: bigint;
}

/**
 * Of copies that lie about somewhere, those that are to go: of mails whose import keeps its rows no more (`importIds`: only of
 * those), but for a mail that is on its way yet.
 */
export async function findGoneMails(
  { pool }: Database,
  copies: readonly MailCopy[],
  importIds: readonly bigint[] | null = null,
): Promise<GoneMail[]> {
  const found = await pool.query<{ id: string; importId: string; generation: number; ended: boolean }>(
    `SELECT m.id, m.import_id AS "importId", m.generation, m.${endedSql} AS ended FROM message m JOIN import i ON i.id = m.import_id
      WHERE m.id = ANY ($1::bigint[]) AND i.redacted_at IS NOT NULL AND ($2::bigint[] IS NULL OR i.id = ANY ($2))`,
    [copies.map(({ id }) => id), importIds],
  );
  const of = new Map(found.rows.map((row) => [row.id, row]));
  return copies.flatMap(({ id, generation }) => {
    const mail = of.get(String(id));
    if (mail === undefined || !(mail.ended || generation < mail.generation)) return [];
    return [{ id, generation, importId: BigInt(mail.importId) }];
  });
}
