/**
 * What a plan says as a whole, made of what its rows add up to: for a new plan of all of them, for an edit of what was there, less
 * what the edited rows were, and what they are. Knows which queries to ask, not how a row is planned.
 */
import type pg from "pg";
import {
  directoryDomainsSql,
  firstAskerSql,
  namesSql,
  newNamesSql,
  plansUsedSql,
  removalFactsSql,
  removalPoliciesSql,
  rowFactsSql,
  unknownPlansSql,
  wantedNamesSql,
} from "./plan-facts-sql";
import {
  countMarksSql,
  countScopeMarksSql,
  examplesSql,
  firstRowsSql,
  type PlanSource,
} from "./plan-marks-sql";
import type { PlanOptions } from "./plan-options";
import type { PlanShape } from "./plan-tables-sql";

type NameKind = "department" | "group" | "attribute";

/** Names that a commit would create, with the line that first asks and an existing name that may be meant. */
export interface PlanCreates {
  departments: CreatedName[];
  groups: CreatedName[];
  attributes: CreatedName[];
}

export interface CreatedName {
  name: string;
  line: number;
  near: string | null;
  key: string;
  /** rows that ask for it, and the first of them: by these an edit knows whether it is still asked for */
  rows: number;
  rowNo: number;
}

/** Problems of the rows by cause, for the list "Fix first" (Import.causes). */
export interface PlanCause {
  /** `code|field|reason` */
  cause: string;
  code: string;
  field: string | null;
  severity: "error" | "warning" | "info";
  /** why the policy refuses a password; null for other codes */
  reason: string | null;
  rows: number;
  /** of the first row that has it, with its value */
  line: number;
  value: string | null;
  /** the whole problem there */
  example: unknown;
  rowNo: number;
}

export interface PlanConsequences {
  mails: number;
  links: number;
  noWayIn: number;
  valuesChanged: number;
  administratorsMade: number;
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
  /** XOR over the rows, a 64-bit number as text */
  figure: string;
}

export interface WantedName {
  kind: NameKind;
  key: string;
  rows: number;
  rowNo: number;
}

export interface Tally {
  facts: RowFacts;
  /** rows by mark of import_problem */
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

export async function readRowFacts(
  client: pg.PoolClient,
  importId: bigint,
  options: PlanOptions,
): Promise<RowFacts> {
  return one((await client.query<RowFacts>(rowFactsSql("all"), [importId, options.mail])).rows);
}

export async function readWanted(
  client: pg.PoolClient,
  importId: bigint,
  source: PlanSource,
  { options, shape, every = false }: { options: PlanOptions; shape: PlanShape; every?: boolean },
): Promise<WantedName[]> {
  const values = [importId, options.rules.noGroups];
  return (await client.query<WantedName>(wantedNamesSql(source, shape.extra, every), values)).rows;
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

export interface MarkCount {
  cause: string;
  rows: number;
}

/** Of the whole import, with the first row of each. */
export async function countMarks(
  client: pg.PoolClient,
  importId: bigint,
): Promise<(MarkCount & { firstRow: number })[]> {
  return (await client.query<MarkCount & { firstRow: number }>(countMarksSql, [importId])).rows;
}

export async function countScopeMarks(client: pg.PoolClient, importId: bigint): Promise<MarkCount[]> {
  return (await client.query<MarkCount>(countScopeMarksSql, [importId])).rows;
}

export async function readFirstRows(
  client: pg.PoolClient,
  importId: bigint,
  causes: readonly string[],
): Promise<Map<string, number>> {
  if (causes.length === 0) return new Map();
  const found = await client.query<{ cause: string; firstRow: number }>(firstRowsSql, [
    importId,
    [...causes],
  ]);
  return new Map(found.rows.map(({ cause, firstRow }) => [cause, firstRow]));
}

export const isConsequence = (mark: string): boolean => mark.startsWith("consequence|");
const orderOfSeverity = { error: 0, warning: 1, info: 2 };

/** Causes with the example of their first row, errors first, then by the number of rows. */
export async function describeCauses(
  client: pg.PoolClient,
  importId: bigint,
  marks: readonly { cause: string; rows: number; firstRow: number }[],
): Promise<PlanCause[]> {
  const causes = marks.filter(({ cause }) => !isConsequence(cause));
  if (causes.length === 0) return [];
  const found = await client.query<{ cause: string; line: number; example: StoredProblem }>(examplesSql, [
    importId,
    causes.map(({ cause }) => cause),
    causes.map(({ firstRow }) => firstRow),
  ]);
  const rows = new Map(causes.map((mark) => [mark.cause, mark]));
  return found.rows.map(({ cause, line, example }) => ({
    cause,
    code: example.code,
    field: example.field,
    severity: example.severity,
    reason: cause.split("|")[2] || null,
    rows: rows.get(cause)?.rows ?? 0,
    line,
    value: textOf(example.params?.["value"]),
    example,
    rowNo: rows.get(cause)?.firstRow ?? 0,
  }));
}

interface StoredProblem {
  code: string;
  field: string | null;
  severity: PlanCause["severity"];
  params: Record<string, unknown> | null;
}

function textOf(value: unknown): string | null {
  return value === undefined || value === null
    ? null
    : typeof value === "string"
      ? value
      : JSON.stringify(value);
}

export function sortCauses(causes: readonly PlanCause[]): PlanCause[] {
  return [...causes].sort(
    (a, b) =>
      orderOfSeverity[a.severity] - orderOfSeverity[b.severity] ||
      b.rows - a.rows ||
      (a.cause < b.cause ? -1 : 1),
  );
}

/** Beyond so many new names nobody reads which of them are near, and asking would take long. */
const mostCompared = 200;

/** Those of the names that do not exist, as the first row that asks writes them. */
export async function findNewNames(
  client: pg.PoolClient,
  importId: bigint,
  wanted: readonly WantedName[],
  options: PlanOptions,
): Promise<(Omit<CreatedName, "near"> & { kind: NameKind })[]> {
  if (wanted.length === 0) return [];
  const found = await client.query<{ kind: NameKind; key: string; name: string; line: number }>(newNamesSql, [
    importId,
    wanted.map(({ kind }) => kind),
    wanted.map(({ key }) => key),
    wanted.map(({ rowNo }) => rowNo),
    JSON.stringify(options.rules.attributeNames),
  ]);
  const asked = new Map(wanted.map((name) => [`${name.kind} ${name.key}`, name]));
  return found.rows.map(({ kind, key, name, line }) => {
    const { rows = 0, rowNo = 0 } = asked.get(`${kind} ${key}`) ?? {};
    return { kind, key, name, line, rows, rowNo };
  });
}

/** In the order in which the file asks; `near` is looked for where it is not known. */
export async function listCreates(
  client: pg.PoolClient,
  names: readonly (Omit<CreatedName, "near"> & { kind: NameKind; near?: string | null })[],
  options: PlanOptions,
): Promise<PlanCreates> {
  const of = async (kind: NameKind): Promise<CreatedName[]> => {
    const own = names.filter((name) => name.kind === kind);
    const compares = own.length <= mostCompared;
    const known = compares && own.some(({ near }) => near === undefined) ? await readNames(client, kind) : [];
    return own
      .map(({ kind: _kind, ...name }) => ({
        ...name,
        near: !compares ? null : name.near === undefined ? options.nearest(name.name, known) : name.near,
      }))
      .sort((a, b) => a.line - b.line || (a.name < b.name ? -1 : 1));
  };
  return {
    departments: await of("department"),
    groups: await of("group"),
    attributes: await of("attribute"),
  };
}

/** Whether so many new names of a kind are told with the names that are near. */
export const areCompared = (count: number): boolean => count <= mostCompared;

export async function findFirstAsker(
  client: pg.PoolClient,
  importId: bigint,
  { kind, key }: Pick<WantedName, "kind" | "key">,
): Promise<number | null> {
  const found = await client.query<{ rowNo: number }>(firstAskerSql[kind], [importId, key]);
  return found.rows[0]?.rowNo ?? null;
}

async function readNames(client: pg.PoolClient, kind: keyof typeof namesSql): Promise<string[]> {
  const rows = await client.query<{ name: string }>(namesSql[kind]);
  return rows.rows.map((row) => row.name);
}

/** By nameKey of a plan that rows of plan_scope name and that does not exist, the one that is near. */
export async function nearestPlans(
  client: pg.PoolClient,
  importId: bigint,
  options: PlanOptions,
): Promise<Record<string, string>> {
  const unknown = await client.query<{ key: string; name: string }>(unknownPlansSql, [importId]);
  if (unknown.rows.length === 0) return {};
  const plans = await readNames(client, "plan");
  const found = unknown.rows.map(({ key, name }) => [key, options.nearest(name, plans)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== null));
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
  const { removals, figure, policies } = await readRemovals(client, importId, options);
  const stopping = causes
    .filter(({ code }) => options.stopsOn.includes(code))
    .sort((a, b) => a.rowNo - b.rowNo);
  const consequences = {
    mails: facts.mails,
    links: facts.links,
    noWayIn: facts.noWayIn,
    valuesChanged: facts.valuesChanged,
    administratorsMade: marked("administratorsMade"),
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

async function readRemovals(
  client: pg.PoolClient,
  importId: bigint,
  options: PlanOptions,
): Promise<{ removals: number; figure: string; policies: number }> {
  if (!options.memberList) return { removals: 0, figure: "0", policies: 0 };
  const found = one(
    (await client.query<{ removals: number; figure: string }>(removalFactsSql, [importId])).rows,
  );
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
