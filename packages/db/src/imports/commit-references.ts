/**
 * References of new rows, checked all at once instead of one by one: PostgreSQL's own triggers for foreign keys are most of what a
 * large commit costs. Where the database lets us, they are off while rows are inserted, what is referred to is held meanwhile, and
 * anti-joins prove before the transaction ends that every new reference holds. Knows nothing of imports but ranges of accounts.
 */
import type pg from "pg";

/** Every foreign key of the tables that are filled so; a test compares it with the database's own list. */
export const references = [
  { table: "account", column: "department_id", to: "department" },
  { table: "account", column: "plan_id", to: "service_plan" },
  { table: "address", column: "account_id", to: "account" },
  { table: "membership", column: "account_id", to: "account" },
  { table: "membership", column: "group_id", to: "group" },
  { table: "message", column: "account_id", to: "account" },
  { table: "pending_password", column: "account_id", to: "account" },
] as const;

/** The tables into which rows may be inserted while the triggers are off. */
export const uncheckedTables: readonly string[] = [...new Set(references.map(({ table }) => table))];

/** Triggers of ours that have nothing to do while new rows come in: they count mails that were sent, and none of these is yet. */
const idleTriggers: readonly string[] = ["count_import_mail_made", "count_import_mail_moved"];

/** Fewer new rows than this are checked one by one in no time. */
const worthwhile = 1_000;

/**
 * Whether the user of this connection may switch the triggers off, and whether nothing else would be switched off with them: a
 * trigger that somebody added to one of these tables must run.
 */
const maySql = `
SELECT current_setting('session_replication_role') = 'origin'
   AND has_parameter_privilege('session_replication_role', 'SET')
   AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = ANY ($1::regclass[]) AND NOT tgisinternal AND tgname <> ALL ($2::text[])) AS may`;

export async function maySkipChecks(client: pg.ClientBase): Promise<boolean> {
  const found = await client.query<{ may: boolean }>(maySql, [uncheckedTables, idleTriggers]);
  return found.rows[0]?.may ?? false;
}

/** Accounts from..to are new in this transaction: what is inserted while checks are off belongs to one of them. Mails are queued, not sent. */
export interface NewAccounts {
  from: string;
  to: string;
  count: number;
}

/** A new row refers to what is not there: a defect of ours, of which nothing may stay. */
export class BrokenReference extends Error {
  constructor(reference: string) {
    super(`new rows of ${reference} refer to nothing; the transaction was rolled back`);
    this.name = "BrokenReference";
  }
}

/**
 * Runs `insert`, which may insert rows of `accounts` into `uncheckedTables` and write nothing else. Throws BrokenReference when one
 * of them refers to nothing; whoever holds the transaction must then roll it back. Where the triggers cannot be switched off,
 * or there is little to insert, they check as ever. Gives which of the two it was.
 */
export async function insertWithReferences(
  client: pg.ClientBase,
  accounts: NewAccounts,
  insert: () => Promise<void>,
): Promise<"at once" | "one by one"> {
  if (accounts.count < worthwhile || !(await maySkipChecks(client))) {
    await insert();
    return "one by one";
  }
  // As the triggers would: nobody deletes what is referred to until this transaction ends. New accounts nobody else sees.
  for (const table of ["department", "service_plan", "group"]) {
    await client.query(
      `SELECT count(*) FROM (SELECT FROM ${quoted(table)} ORDER BY id FOR KEY SHARE) AS held`,
    );
  }
  await client.query("SET LOCAL session_replication_role = replica");
  await insert();
  await client.query("SET LOCAL session_replication_role = origin");
  await proveReferences(client, accounts);
  return "at once";
}

/** Throws BrokenReference when a row of these accounts refers to nothing. */
export async function proveReferences(client: pg.ClientBase, accounts: NewAccounts): Promise<void> {
  const found = await client.query<{ bytes: string }>(`SELECT pg_relation_size('account')::text AS bytes`);
  const areMost = accounts.count * 3 * bytesOfAccount > Number(found.rows[0]?.bytes);
  for (const reference of references) {
    const whole = areMost && filled.includes(reference.table);
    const range = whole ? [] : [accounts.from, accounts.to];
    const broken = await client.query(proofSql(reference, whole), range);
    if (broken.rowCount !== 0) throw new BrokenReference(`${reference.table}.${reference.column}`);
  }
}

/** Hardly any takes less. */
const bytesOfAccount = 150;

/** Tables that hold about as many rows of every account. */
const filled: readonly string[] = ["account", "address", "membership"];

/**
 * `whole`: all rows of the table are looked at. PostgreSQL knows nothing yet of rows that just came in, and takes any range of them
 * for few; where they are most of the table, it reads the table through on all cores instead.
 */
function proofSql({ table, column, to }: (typeof references)[number], whole: boolean): string {
  const owner = table === "account" ? "id" : "account_id";
  return `SELECT FROM ${quoted(table)} c
   WHERE ${whole ? "" : `c.${owner} BETWEEN $1 AND $2 AND `}c.${column} IS NOT NULL
     AND NOT EXISTS (SELECT FROM ${quoted(to)} p WHERE p.id = c.${column}) LIMIT 1`;
}

/** Of the constants above only: "group" is a word of SQL. */
function quoted(table: string): string {
  return `"${table}"`;
}
