/**
 * What a plan says as a whole, made of what its rows add up to: for a new plan of all of them, for an edit of what was there, less
 * what the edited rows were, and what they are. Knows which queries to ask, not how a row is planned.
 */
import type pg from "pg";
import {
  directoryDomainsSql,
  plansUsedSql,
  removalFactsSql,
  removalPoliciesSql,
  rowFactsSql,
} from "./plan-facts-sql";
import type { PlanCause } from "./plan-causes";
import type { PlanSource } from "./plan-marks-sql";
import { readWanted, type WantedName } from "./plan-names";
import type { PlanOptions } from "./plan-options";
import type { PlanShape } from "./plan-tables-sql";

export interface PlanConsequences {
  mails: number;
  links: number;
  noWayIn: number;
  valuesChanged: number;
  administratorsMade: number;
  /** existing administrators that rows change */
  administratorsChanged: number;
  /** existing administrators that no row names, and who leave a group because the file is its member list */
  administratorsLeaving: number;
  /** memberships of the file's own accounts that rows end */
  membershipsEnded: number;
  grantsHeld: number;
  directoryBecomesManual: number;
  directoryDomains: string[];
  policyChanges: number;
  plansUsed: { plan: string; accounts: number }[];
  removals: number;
  sessionsEnded: number;
  stopped: string | null;
}

/** What rows add up to; numbers that can be added and taken away. */
export interface RowFacts {
  rows: number;
  create: number;
  update: number;
  unchanged: number;
  skip: number;
  problem: number;
  mails: number;
  links: number;
  noWayIn: number;
  valuesChanged: number;
  membershipsEnded: number;
  /** XOR over the rows, a 64-bit number as text */
  figure: string;
}

export interface Tally {
  facts: RowFacts;
  /** rows by mark of import_mark */
  marks: Map<string, number>;
  wanted: WantedName[];
  plansUsed: Map<string, number>;
}

export async function tallyRows(
  client: pg.PoolClient,
  importId: bigint,
  source: Exclude<PlanSource, "all">,
  { options, shape }: { options: PlanOptions; shape: PlanShape },
): Promise<Omit<Tally, "marks">> {
  const facts = await client.query<RowFacts>(rowFactsSql(source), [importId, options.mail]);
  return {
    facts: one(facts.rows),
    wanted: await readWanted(client, importId, source, { options, shape }),
    plansUsed: await readPlansUsed(client, importId, source, shape, options),
  };
}

/** Of the whole import; `told`: rows with problems of their own or of their plan, besides those that rows share. */
export async function readRowFacts(
  client: pg.PoolClient,
  importId: bigint,
  options: PlanOptions,
): Promise<RowFacts & { told: number }> {
  return one(
    (await client.query<RowFacts & { told: number }>(rowFactsSql("all"), [importId, options.mail])).rows,
  );
}

/** Plans are named in `extra`, or given to all new accounts by default. */
export async function readPlansUsed(
  client: pg.PoolClient,
  importId: bigint,
  source: PlanSource,
  shape: PlanShape,
  options: PlanOptions,
): Promise<Map<string, number>> {
  if (!shape.extra && !options.rules.demandsPlan) return new Map();
  const found = await client.query<{ plan: string; accounts: number }>(plansUsedSql(source), [importId]);
  return new Map(found.rows.map(({ plan, accounts }) => [plan, accounts]));
}

/** Whether any group carries a policy: if none does, none changes. */
export async function carriesPolicies(client: pg.PoolClient): Promise<boolean> {
  return (await client.query(`SELECT FROM "group" WHERE policy_id IS NOT NULL LIMIT 1`)).rowCount !== 0;
}

/** What is told beside the rows, of the numbers that they add up to. Gives the removals' part of the fingerprint too. */
export async function describeConsequences(
  client: pg.PoolClient,
  importId: bigint,
  tally: Pick<Tally, "facts" | "marks" | "plansUsed">,
  options: PlanOptions,
  causes: readonly PlanCause[],
): Promise<{ consequences: PlanConsequences; removed: string }> {
  const { facts, marks, plansUsed } = tally;
  const marked = (name: string): number => marks.get(`consequence|${name}|`) ?? 0;
  const manual = marked("directoryBecomesManual");
  const domains =
    manual === 0 ? [] : (await client.query<{ name: string }>(directoryDomainsSql, [importId])).rows;
  const { removals, figure, policies, administrators } = await readRemovals(client, importId, options);
  const stopping = causes
    .filter(({ code }) => options.stopsOn.includes(code))
    .sort((a, b) => a.rowNo - b.rowNo);
  const consequences = {
    mails: facts.mails,
    links: facts.links,
    noWayIn: facts.noWayIn,
    valuesChanged: facts.valuesChanged,
    administratorsMade: marked("administratorsMade"),
    administratorsChanged: marked("administratorsChanged"),
    administratorsLeaving: administrators,
    membershipsEnded: facts.membershipsEnded,
    grantsHeld: marks.get("role.grant-not-confirmed|role|") ?? 0,
    directoryBecomesManual: manual,
    directoryDomains: domains.map(({ name }) => name),
    policyChanges: marked("policyChanges") + policies,
    plansUsed: [...plansUsed]
      .filter(([, accounts]) => accounts > 0)
      .map(([plan, accounts]) => ({ plan, accounts }))
      .sort((a, b) => (a.plan < b.plan ? -1 : 1)),
    removals,
    sessionsEnded: marked("sessionsEnded"),
    stopped: stopping[0]?.code ?? null,
  };
  return { consequences, removed: removals === 0 ? "" : `-${hex(figure)}` };
}

interface RemovalFacts {
  removals: number;
  figure: string;
  administrators: number;
}

async function readRemovals(
  client: pg.PoolClient,
  importId: bigint,
  options: PlanOptions,
): Promise<RemovalFacts & { policies: number }> {
  if (!options.memberList) return { removals: 0, figure: "0", administrators: 0, policies: 0 };
  const found = one((await client.query<RemovalFacts>(removalFactsSql, [importId])).rows);
  if (found.removals === 0 || !(await carriesPolicies(client))) return { ...found, policies: 0 };
  const policies = await client.query<{ accounts: number }>(removalPoliciesSql, [importId]);
  return { ...found, policies: one(policies.rows).accounts };
}

/** 64 bits, read from PostgreSQL's signed text. */
export function hex(figure: string): string {
  return BigInt.asUintN(64, BigInt(figure)).toString(16);
}

export function one<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("a query that always gives a row gave none");
  return row;
}
