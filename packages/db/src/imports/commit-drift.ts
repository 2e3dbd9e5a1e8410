/**
 * What changed between the preview and the commit: rows that are no longer as they were planned are held back, and what concerns
 * the file as a whole ends it. Called inside the commit's transaction, under the lock of addresses.
 */
import type pg from "pg";
import type { PlannedNames } from "./commit-names";
import {
  holdDriftedAliasesSql,
  holdDriftedCreatesSql,
  holdDriftedUpdatesSql,
  holdDriftedUsernamesSql,
  holdServicePlansSql,
  losesLastMasterSql,
  lostGroupSql,
  shapeSql,
  workSql,
} from "./commit-sql";

/** What there is to do, and what the rows give beyond the columns of staging. */
export interface Shape {
  creates: boolean;
  updates: boolean;
  extra: boolean;
  aliases: boolean;
  passwords: boolean;
  usernames: boolean;
  plans: boolean;
}

const nothing: Shape = {
  creates: false,
  updates: false,
  extra: false,
  aliases: false,
  passwords: false,
  usernames: false,
  plans: false,
};

/** Asks the rows only where some are applied at all. */
export async function readShape(client: pg.ClientBase, importId: bigint): Promise<Shape> {
  const work = await client.query<Pick<Shape, "creates" | "updates">>(workSql, [importId]);
  const { creates = false, updates = false } = work.rows[0] ?? {};
  if (!creates && !updates) return nothing;
  const found = await client.query<Omit<Shape, "creates" | "updates">>(shapeSql, [importId]);
  const everything = { extra: true, aliases: true, passwords: true, usernames: true, plans: true };
  return { creates, updates, ...(found.rows[0] ?? everything) };
}

/** Holds back every row that is not as it was planned; gives how many. */
export async function holdDrifted(client: pg.ClientBase, importId: bigint, shape: Shape): Promise<number> {
  const hold = async (statement: string): Promise<number> =>
    (await client.query(statement, [importId])).rowCount ?? 0;
  let drifted = shape.updates ? await hold(holdDriftedUpdatesSql) : 0;
  // A row that is held, for its user name too, gives back no address, so that another may have to be held for want of it.
  for (let first = true, more = true; more; first = false) {
    let held = shape.creates ? await hold(holdDriftedCreatesSql) : 0;
    // no row gives a user name back: what it finds, it finds at once
    if (shape.usernames && first) held += await hold(holdDriftedUsernamesSql);
    if (shape.aliases) held += await hold(holdDriftedAliasesSql);
    drifted += held;
    more = held > 0 && shape.updates && (shape.aliases || shape.usernames);
  }
  return drifted;
}

export interface LateGround {
  /** those that every row is put into */
  groups: readonly { name: string; key: string }[];
  /** the file is the list of their members */
  memberList: boolean;
  names: PlannedNames;
}

/** So many lines are named; planned again, the review shows all of them. */
const linesNamed = 5;

/** Why a strict import does not go in, with the first lines of the rows that were held: no addresses, since it stays on the record. */
export async function describeDrift(client: pg.ClientBase, importId: bigint, rows: number): Promise<string> {
  const found = await client.query<{ line: number }>(driftedLinesSql, [importId, linesNamed]);
  const lines = found.rows.map(({ line }) => String(line));
  const more = rows > lines.length ? [`${String(rows - lines.length)} more`] : [];
  const named = [...lines, ...more];
  const last = named.length > 1 ? ` and ${named.pop() ?? ""}` : "";
  const of = lines.length === 1 && more.length === 0 ? "line" : "lines";
  const what = rows === 1 ? "1 row is" : `${String(rows)} rows are`;
  return `${what} not as the preview saw ${rows === 1 ? "it" : "them"} (${of} ${named.join(", ")}${last}), since somebody changed an account or a name meanwhile, and this import is strict. Nothing was changed; preview it again.`;
}

const driftedLinesSql = `
SELECT r.line FROM import_plan_row p JOIN import_row r USING (import_id, row_no)
 WHERE p.import_id = $1 AND p.outcome = 'PROBLEM' AND p.problems @> '[{"code": "row.changed-since-preview"}]'
 ORDER BY r.row_no LIMIT $2::int`;

/** What concerns the file as a whole and was different when it was planned; in plain words. */
export async function findLateObjection(
  client: pg.ClientBase,
  importId: bigint,
  shape: Shape,
  { groups, names, memberList }: LateGround,
): Promise<string | null> {
  if (groups.length > 0 && (shape.creates || shape.updates || memberList)) {
    const lost = await client.query<{ name: string }>(lostGroupSql, [
      groups.map(({ key }) => key),
      groups.map(({ name }) => name),
    ]);
    const group = lost.rows[0]?.name;
    if (group !== undefined)
      return `The group “${group}” was deleted or renamed since the preview. Nothing was changed; choose another in the options, or none, and preview it again.`;
    if (!names.since.joinsSame)
      return `Of ${groups.map(({ name }) => `“${name}”`).join(", ")} one is another group since the preview, or under another policy. Nothing was changed; preview it again.`;
  }
  if (shape.plans) {
    const gone = await client.query<{ plan: string }>(holdServicePlansSql, [importId]);
    const plan = gone.rows[0]?.plan;
    if (plan !== undefined) {
      return `The service plan “${plan}” was switched off or deleted since the preview. Nothing was changed; preview it again.`;
    }
  }
  if (!shape.extra) return null;
  const masters = await client.query<{ loses: boolean }>(losesLastMasterSql, [importId]);
  if (masters.rows[0]?.loses !== true) return null;
  return "No Master administrator would be left who can sign in. Nothing was changed; preview it again.";
}
