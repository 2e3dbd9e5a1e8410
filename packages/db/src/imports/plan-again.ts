/**
 * Plans the rows of an edit again, inside the edit's transaction, and with them those whose verdict depends on theirs; the result
 * is what a plan of the whole import would be. Where that cannot be told from few rows, the whole import is planned.
 */
import type pg from "pg";
import { fillClaimants } from "./plan-again-claims";
import { changeNames } from "./plan-again-names";
import type { PlanCreates } from "./plan-names";
import {
  countScopeMarks,
  describeCauses,
  isConsequence,
  readFirstRows,
  sortCauses,
  type MarkCount,
  type PlanCause,
} from "./plan-causes";
import {
  describeConsequences,
  one,
  tallyRows,
  type PlanConsequences,
  type RowFacts,
  type Tally,
} from "./plan-facts";
import {
  addRepeatedKeysSql,
  copyScopePlansSql,
  copyScopeRowsSql,
  deletePlansSql,
  keepBeforeSql,
  maySettleSql,
  scopeClaimantsSql,
  scopeEditedSql,
  scopeFoundSql,
  touchesMastersSql,
} from "./plan-again-sql";
import { unmarkSql } from "./mark-rows-sql";
import { markScope } from "./plan-mark-rows";
import { countGrants, exceedsGrants, noGrants } from "./plan-grants";
import type { PlanOptions } from "./plan-options";
import {
  storePlan,
  withOptions,
  type PlanCaller,
  type PlanState,
  type PlanSummary,
  type StoredForPlan,
} from "./plan-store";
import {
  analyseTablesSql,
  findMeantSql,
  findRepeatsSql,
  planTablesSql,
  scopeMeantSql,
  type PlanShape,
} from "./plan-tables-sql";
import { listRemovals, planScope, writePlan, writeUngranted } from "./plan-whole";
import { refreshReviewIndex } from "./review-index";

/** What was planned again: row numbers in order, or null when the whole import was. */
export interface ReplannedRows {
  rowNos: number[] | null;
}

/** Beyond so many rows a whole plan is as fast. */
const mostRows = 20_000;

/** Of a plan that did not look at user names, or did not keep what names it saw. */
type OlderState = Omit<PlanState, "shape" | "names"> & { shape: Omit<PlanShape, "usernames"> };

/** The plan as it stands. */
interface StoredPlan extends StoredForPlan {
  planAuthority: number | null;
  summary: PlanSummary;
  creates: PlanCreates & { state?: PlanState | OlderState };
  consequences: Omit<PlanConsequences, "membershipsEnded"> & { membershipsEnded?: number };
  causes: PlanCause[] | null;
  rows: number;
}

/**
 * Plans the rows of the step `editId` again, and those whose verdict depends on them (same address or alias, before or after
 * the step), inside the transaction of the step: call it once the rows are written, with what they were before in
 * import_edit_row (an undo or redo: after the swap). Judged for whom the plan was judged for (Import.planAuthority), whatever
 * `readOptions` says. Brings summary, causes, creates, consequences and fingerprint up to date, and raises the revision.
 */
export async function replanRows(
  client: pg.PoolClient,
  importId: bigint,
  editId: string | bigint,
  caller: PlanCaller,
): Promise<ReplannedRows> {
  const stored = await raiseRevision(client, importId);
  await refreshReviewIndex(client, importId, { editId });
  const judge: PlanCaller = {
    ...withOptions(caller, ({ rules, ...options }) => ({
      ...options,
      rules: { ...rules, actorRank: stored.planAuthority ?? rules.actorRank },
      // A yes of an older version does not say to how many: an edit asks for it.
      granted: options.granted ?? noGrants,
    })),
    // Who corrects a file sees on the screen that it fails: no mail.
    finish: (planned, from) => ({ ...caller.finish(planned, from), mailFailure: false }),
  };
  const rowNos = await replanFew(client, importId, editId, stored, judge);
  if (rowNos === null) await writePlan(client, importId, stored, judge);
  if (rowNos !== "ungranted") return { rowNos };
  await writeUngranted(client, importId, stored, judge);
  return { rowNos: null };
}

async function raiseRevision(client: pg.PoolClient, importId: bigint): Promise<StoredPlan> {
  const found = await client.query<Omit<StoredPlan, "createdById"> & { createdById: string | null }>(
    `UPDATE import SET revision = revision + 1 WHERE id = $1 AND status = 'READY'
     RETURNING options, recognition, format_id AS "formatId", problems, created_by_id AS "createdById",
               plan_authority AS "planAuthority", summary, creates, consequences, causes, rows`,
    [importId],
  );
  const row = found.rows[0];
  if (row === undefined) throw new Error("only a planned import can be planned again in part");
  return { ...row, createdById: row.createdById === null ? null : BigInt(row.createdById) };
}

/**
 * Null when the whole import has to be planned; nothing of it is spoilt then that writePlan would not make anew. "ungranted" when it
 * has to be because there are administrators to whom nobody said yes.
 */
async function replanFew(
  client: pg.PoolClient,
  importId: bigint,
  editId: string | bigint,
  stored: StoredPlan,
  caller: PlanCaller,
): Promise<number[] | "ungranted" | null> {
  const { causes, creates } = stored;
  const { state } = creates;
  if (causes === null || state === undefined || !isWhole(state) || state.moves > 0) return null;
  // A plan of an older version, which did not count them.
  if (stored.consequences.membershipsEnded === undefined) return null;
  if (causes.some(({ code }) => code === "last-master")) return null;
  const options = await caller.readOptions(stored);
  if (options.mail !== state.mail) return null;
  const found = await findScope(client, importId, editId, { options, state });
  if (found === null) return null;
  const { rowNos, shape } = found;
  const before = await tallyRows(client, importId, "before", { options, shape });
  const unmarked = (await client.query<MarkCount>(unmarkSql, [importId])).rows;
  await planScope(client, importId, options);
  if (await holds(client, touchesMastersSql, [importId])) return null;
  await listRemovals(client, importId, options);
  const after = await tallyRows(client, importId, "scope", { options, shape });
  await markScope(client, importId, shape, after.facts.update);
  const marked = await countScopeMarks(client, importId);
  const facts = addFacts(factsOf(stored, state), before.facts, after.facts);
  const marks = addCounts(marksOf(stored), toCounts(unmarked), toCounts(marked));
  if (options.rules.grantRoles) {
    const made = await countGrants(client, importId, marks);
    if (exceedsGrants(made, options.granted ?? noGrants)) return "ungranted";
  }
  const names = await changeNames(client, importId, creates, before.wanted, after.wanted, options);
  const changed = await changeCauses(client, importId, causes, unmarked, marked);
  const tally = {
    facts,
    marks,
    plansUsed: addCounts(plansOf(stored), before.plansUsed, after.plansUsed),
  };
  const { consequences, removed } = await describeConsequences(client, importId, tally, options, changed);
  const policyRows = tally.marks.get("consequence|policyChanges|") ?? 0;
  const now = { ...state, shape, figure: facts.figure, policyRows };
  const plan = { facts, creates: names, consequences, causes: changed, state: now, removed };
  await storePlan(client, importId, plan, { stored, caller, options });
  return rowNos;
}

function isWhole(state: PlanState | OlderState): state is PlanState {
  return "usernames" in state.shape && "names" in state;
}

/**
 * Fills plan_scope and the tables beside it with the edited rows and those that depend on them, what they were into plan_before and
 * plan_old, and takes their plans away. Null where too many depend, or more than rows can tell.
 */
async function findScope(
  client: pg.PoolClient,
  importId: bigint,
  editId: string | bigint,
  { options, state }: { options: PlanOptions; state: PlanState },
): Promise<{ rowNos: number[]; shape: PlanShape } | null> {
  await client.query(planTablesSql);
  const edited = await client.query<{ rows: number }>(
    "SELECT count(*)::int AS rows FROM (SELECT FROM import_edit_row WHERE edit_id = $1 LIMIT $2) e",
    [editId, mostRows + 1],
  );
  if (one(edited.rows).rows > mostRows) return null;
  for (const sql of keepBeforeSql) await client.query(sql, sql.includes("$1") ? [editId] : []);
  const shape = joinShapes(
    state.shape,
    one((await client.query<PlanShape>(scopeEditedSql, [importId])).rows),
  );
  await client.query("ANALYZE plan_key");
  let found = await fillClaimants(client, importId, shape.usernames);
  if (found) await client.query(scopeFoundSql);
  else for (const sql of scopeClaimantsSql(shape)) await client.query(sql, [importId]);
  if (shape.links) await client.query(scopeMeantSql, [importId]);
  const scope = await client.query<{ rowNo: number }>(
    `SELECT row_no AS "rowNo" FROM plan_scope ORDER BY 1 LIMIT $1`,
    [mostRows + 1],
  );
  if (scope.rows.length > mostRows) return null;
  // Of a table that nothing is known of the planner expects thousands of rows, and reads the whole import for them.
  await client.query("ANALYZE plan_scope");
  await client.query(copyScopeRowsSql, [importId]);
  await client.query("ANALYZE plan_scope, plan_before");
  if ((shape.aliases || shape.clears) && (await holds(client, maySettleSql, [importId, options.mode])))
    return null;
  for (const sql of copyScopePlansSql) await client.query(sql, sql.includes("$1") ? [importId] : []);
  if (await holds(client, touchesMastersSql, [importId])) return null;
  const repeated = await client.query(addRepeatedKeysSql, [importId]);
  await client.query(deletePlansSql, [importId]);
  if ((repeated.rowCount ?? 0) > 0) found = await fillClaimants(client, importId, shape.usernames);
  await client.query(findRepeatsSql(shape, found ? "claimants" : "keys"), [importId]);
  if (shape.links) await client.query(findMeantSql, [importId]);
  await client.query(analyseTablesSql);
  return { rowNos: scope.rows.map(({ rowNo }) => rowNo), shape };
}

async function holds(client: pg.PoolClient, sql: string, values: unknown[]): Promise<boolean> {
  return one((await client.query<{ holds: boolean }>(sql, values)).rows).holds;
}

/** What the import's rows ever had; only an undo could take it away, and a search for nothing finds nothing. */
function joinShapes(a: PlanShape, b: PlanShape): PlanShape {
  return {
    extra: a.extra || b.extra,
    aliases: a.aliases || b.aliases,
    clears: a.clears || b.clears,
    decisions: a.decisions || b.decisions,
    links: a.links || b.links,
    usernames: a.usernames || b.usernames,
  };
}

function factsOf({ summary, consequences, rows }: StoredPlan, { figure }: PlanState): RowFacts {
  const { mails, links, noWayIn, valuesChanged, membershipsEnded = 0 } = consequences;
  return { ...summary, mails, links, noWayIn, valuesChanged, membershipsEnded, rows, figure };
}

/** What was, less what the rows were, and what they are. */
function addFacts(was: RowFacts, before: RowFacts, after: RowFacts): RowFacts {
  const sum = (field: Exclude<keyof RowFacts, "figure">): number => was[field] - before[field] + after[field];
  return {
    rows: sum("rows"),
    create: sum("create"),
    update: sum("update"),
    unchanged: sum("unchanged"),
    skip: sum("skip"),
    problem: sum("problem"),
    mails: sum("mails"),
    links: sum("links"),
    noWayIn: sum("noWayIn"),
    valuesChanged: sum("valuesChanged"),
    membershipsEnded: sum("membershipsEnded"),
    figure: BigInt.asIntN(64, BigInt(was.figure) ^ BigInt(before.figure) ^ BigInt(after.figure)).toString(),
  };
}

type Counts = Map<string, number>;

const toCounts = (marks: readonly MarkCount[]): Counts =>
  new Map(marks.map(({ cause, rows }) => [cause, rows]));

function addCounts(was: Counts, before: Counts, after: Counts): Counts {
  const sum = new Map<string, number>();
  for (const key of new Set([...was.keys(), ...before.keys(), ...after.keys()]))
    sum.set(key, (was.get(key) ?? 0) - (before.get(key) ?? 0) + (after.get(key) ?? 0));
  return sum;
}

function plansOf({ consequences }: StoredPlan): Counts {
  return new Map(consequences.plansUsed.map(({ plan, accounts }) => [plan, accounts]));
}

const countedByMark = [
  "administratorsMade",
  "administratorsChanged",
  "directoryBecomesManual",
  "sessionsEnded",
] as const;

/** As import_mark counts them; policies of accounts outside the file are counted anew each time. */
function marksOf({ causes, consequences, creates }: StoredPlan): Tally["marks"] {
  const marks = new Map((causes ?? []).map(({ cause, rows }) => [cause, rows]));
  for (const name of countedByMark) marks.set(`consequence|${name}|`, consequences[name]);
  marks.set("consequence|policyChanges|", creates.state?.policyRows ?? consequences.policyChanges);
  return marks;
}

/** Causes of which rows came or went, told by their first row as it is now. */
async function changeCauses(
  client: pg.PoolClient,
  importId: bigint,
  stored: readonly PlanCause[],
  unmarked: readonly MarkCount[],
  marked: readonly MarkCount[],
): Promise<PlanCause[]> {
  const touched = new Set(
    [...unmarked, ...marked].map(({ cause }) => cause).filter((mark) => !isConsequence(mark)),
  );
  const counts = addCounts(
    new Map(stored.map(({ cause, rows }) => [cause, rows])),
    toCounts(unmarked),
    toCounts(marked),
  );
  const firstRows = await readFirstRows(client, importId, [...touched]);
  const marks = [...firstRows].map(([cause, firstRow]) => ({
    cause,
    firstRow,
    rows: counts.get(cause) ?? 0,
  }));
  const described = await describeCauses(client, importId, marks);
  return sortCauses([...stored.filter(({ cause }) => !touched.has(cause)), ...described]);
}
