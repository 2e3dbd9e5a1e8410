/**
 * The plan of a whole import, step by step: what rows have to do with each other, the ordinary rows, the others, and what they add
 * up to. Whoever calls it holds the import's row lock and a transaction.
 */
import type pg from "pg";
import { holdLastMastersSql, listRemovalsSql } from "./plan-facts-sql";
import { readNamesSeen } from "./names-seen";
import { findNewNames, listCreates, nearestPlans, readWanted } from "./plan-names";
import { countMarks, describeCauses, sortCauses } from "./plan-causes";
import { countGrants, exceedsGrants, keepGrants, withdrawGrants } from "./plan-grants";
import { describeConsequences, one, readPlansUsed, readRowFacts } from "./plan-facts";
import { markRows } from "./plan-mark-rows";
import { insertUnchecked } from "./plan-unchecked";
import type { PlanOptions } from "./plan-options";
import { groupChangesSql, matchPlainSql, planPlainCreateSql, planPlainSql } from "./plan-plain-sql";
import { failMovesSql, keepUntakenSql } from "./plan-settle-sql";
import { planRowsSql } from "./plan-sql";
import { storePlan, withOptions, type PlanCaller, type StoredForPlan } from "./plan-store";
import {
  analyseTablesSql,
  findManySql,
  findMeantSql,
  findMovesSql,
  findRepeatsSql,
  planShapeSql,
  planTablesSql,
  scopeRestSql,
  type PlanShape,
} from "./plan-tables-sql";

/** What the statements choose their rows by. Cells, groups and problems are many and wide, and nothing is chosen by them. */
const analyseRowsSql = `ANALYZE import_row (import_id, row_no, has_error, email_key, department_key, send_welcome, password_sealed, alias_keys,
  extra, decision, link_account_id)`;

/** The tables are in memory, and what they are looked at for is worth a second core. */
const settings = [
  "SET LOCAL work_mem = '128MB'",
  "SET LOCAL random_page_cost = 1.1",
  "SET LOCAL parallel_setup_cost = 100",
  "SET LOCAL parallel_tuple_cost = 0.01",
];

/**
 * Plans every row anew, whatever was planned, under the import's row lock. Where it makes more administrators, or stronger ones, than
 * the yes was said to, it takes the yes back and plans once more.
 */
export async function writePlan(
  client: pg.PoolClient,
  importId: bigint,
  stored: StoredForPlan,
  caller: PlanCaller,
): Promise<void> {
  const options = await caller.readOptions(stored);
  for (const sql of settings) await client.query(sql);
  for (const table of ["import_plan_row", "import_mark", "import_removal"]) {
    await client.query(`DELETE FROM ${table} WHERE import_id = $1`, [importId]);
  }
  // The rows have just come in by COPY; without figures PostgreSQL plans by those of an earlier import, or of none.
  await client.query(analyseRowsSql);
  const names = await readNamesSeen(
    client,
    options.groups.map(({ key }) => key),
  );
  const { shape, moves } = await planEveryRow(client, importId, options);
  const facts = await readRowFacts(client, importId, options);
  await markRows(client, importId, shape, facts);
  const marks = await countMarks(client, importId);
  if (options.rules.grantRoles) {
    const counts = new Map(marks.map(({ cause, rows }) => [cause, rows]));
    const made = await countGrants(client, importId, counts);
    if (options.granted === null) await keepGrants(client, importId, made);
    else if (exceedsGrants(made, options.granted)) return writeUngranted(client, importId, stored, caller);
  }
  const causes = sortCauses(await describeCauses(client, importId, marks));
  const applied = facts.create + facts.update;
  const every = applied === facts.rows;
  const wanted = applied === 0 ? [] : await readWanted(client, importId, "all", { options, shape, every });
  const creates = await listCreates(client, await findNewNames(client, importId, wanted, options), options);
  const plansUsed = await readPlansUsed(client, importId, "all", shape, options);
  const tally = { facts, plansUsed, marks: new Map(marks.map(({ cause, rows }) => [cause, rows])) };
  const { consequences, removed } = await describeConsequences(client, importId, tally, options, causes);
  const policyRows = tally.marks.get("consequence|policyChanges|") ?? 0;
  const state = { shape, moves, names, figure: facts.figure, mail: options.mail, policyRows };
  await storePlan(
    client,
    importId,
    { facts, creates, consequences, causes, state, removed },
    { stored, caller, options },
  );
}

/** As `writePlan` does where nobody has said yes to administrators, or not to these. */
export async function writeUngranted(
  client: pg.PoolClient,
  importId: bigint,
  stored: StoredForPlan,
  caller: PlanCaller,
): Promise<void> {
  await withdrawGrants(client, importId);
  const grantless = withOptions(caller, ({ rules, ...options }) => ({
    ...options,
    rules: { ...rules, grantRoles: false },
  }));
  await writePlan(client, importId, stored, grantless);
}

async function planEveryRow(
  client: pg.PoolClient,
  importId: bigint,
  options: PlanOptions,
): Promise<{ shape: PlanShape; moves: number }> {
  const { rows, ...shape } = one(
    (await client.query<PlanShape & { rows: number }>(planShapeSql, [importId])).rows,
  );
  await client.query(planTablesSql);
  const repeats = await findRepeats(client, importId, shape);
  if (shape.links) await client.query(findMeantSql, [importId]);
  const moves = await findMoves(client, importId, shape, options);
  const planned = await insertUnchecked(client, () => planPlainRows(client, importId, options, repeats > 0));
  await client.query("ANALYZE import_plan_row");
  if (planned < rows) {
    await client.query(scopeRestSql, [importId]);
    await client.query(analyseTablesSql);
    await planScope(client, importId, options);
    await client.query("ANALYZE import_plan_row");
  }
  const rules = JSON.stringify(options.rules);
  await client.query(holdLastMastersSql, [importId, rules]);
  if (moves > 0) {
    await client.query(failMovesSql, [importId, rules]);
    await client.query(keepUntakenSql, [importId]);
  }
  await listRemovals(client, importId, options);
  return { shape, moves };
}

/** Gives how many claims there are of addresses that an earlier row claims. */
async function findRepeats(client: pg.PoolClient, importId: bigint, shape: PlanShape): Promise<number> {
  for (const sql of findManySql(shape)) {
    const many = await client.query(sql, sql.includes("$1") ? [importId] : []);
    if (sql.includes("$1") && many.rowCount === 0) return 0;
  }
  return (await client.query(findRepeatsSql(shape, "many"), [importId])).rowCount ?? 0;
}

async function findMoves(
  client: pg.PoolClient,
  importId: bigint,
  shape: PlanShape,
  options: PlanOptions,
): Promise<number> {
  if (!shape.aliases && !shape.clears) return 0;
  return (await client.query(findMovesSql(shape), [importId, options.mode])).rowCount ?? 0;
}

/** Gives how many rows it planned. */
async function planPlainRows(
  client: pg.PoolClient,
  importId: bigint,
  { mode, groupMode, groups, rules, memberList }: PlanOptions,
  repeats: boolean,
): Promise<number> {
  if (rules.demandsPassword || rules.demandsPlan || (memberList && mode === "create")) return 0;
  for (const sql of matchPlainSql(mode !== "create"))
    await client.query(sql, sql.includes("$1") ? [importId] : []);
  if (mode === "create") {
    return (await client.query(planPlainCreateSql(repeats), [importId])).rowCount ?? 0;
  }
  const values = [importId, groups.map(({ name }) => name), groups.map(({ key }) => key), groupMode];
  for (const sql of groupChangesSql(rules.noGroups))
    await client.query(sql, sql.includes("$1") ? values : []);
  await client.query("ANALYZE plan_group");
  const planned = await client.query(planPlainSql(repeats), [importId, mode, JSON.stringify(rules)]);
  return planned.rowCount ?? 0;
}

/** Plans the rows of plan_scope, which have no plan rows, by what is in the other tables of plan-tables-sql.ts. */
export async function planScope(
  client: pg.PoolClient,
  importId: bigint,
  options: PlanOptions,
): Promise<void> {
  const { mode, groupMode, groups, rules, memberList } = options;
  const near = await nearestPlans(client, importId, options);
  const json = JSON.stringify({ ...rules, memberList, nearestPlans: near });
  const names = groups.map(({ name }) => name);
  const keys = groups.map(({ key }) => key);
  await client.query(planRowsSql, [importId, mode, groupMode, names, keys, json]);
}

/** Lists who leaves the groups that the file is the member list of. */
export async function listRemovals(
  client: pg.PoolClient,
  importId: bigint,
  { memberList, groups, rules }: PlanOptions,
): Promise<void> {
  if (!memberList) return;
  await client.query("DELETE FROM import_removal WHERE import_id = $1", [importId]);
  await client.query(listRemovalsSql, [importId, groups.map(({ key }) => key), rules.actorRank]);
}
