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
  for (let more = true; more;) {
    let held = shape.creates ? await hold(holdDriftedCreatesSql) : 0;
    if (shape.usernames) held += await hold(holdDriftedUsernamesSql);
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
      return `The group “${group}” was deleted or renamed since the preview. Nothing was changed; preview it again.`;
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
