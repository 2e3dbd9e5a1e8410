/** Reads what a plan says as a whole: what it creates, what else will happen, and which names were probably meant. */
import type pg from "pg";
import {
  accountConsequencesSql,
  consequencesSql,
  createsSql,
  namesSql,
  policyChangesSql,
  stoppedSql,
  unknownPlansSql,
} from "./plan-facts-sql";
import type { PlanOptions } from "./plan-options";

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

/** Beyond so many new names nobody reads which of them are near, and asking would take long. */
const mostCompared = 200;

export async function readCreates(
  client: pg.PoolClient,
  importId: bigint,
  options: PlanOptions,
): Promise<PlanCreates> {
  const { attributeNames, noGroups } = options.rules;
  const wanted = await client.query<{
    kind: "department" | "group" | "attribute";
    name: string;
    line: number;
  }>(createsSql, [importId, JSON.stringify(attributeNames), noGroups]);
  const of = async (kind: "department" | "group" | "attribute"): Promise<CreatedName[]> => {
    const rows = wanted.rows.filter((row) => row.kind === kind);
    const known = rows.length === 0 || rows.length > mostCompared ? [] : await readNames(client, kind);
    return rows.map(({ name, line }) => ({ name, line, near: options.nearest(name, known) }));
  };
  return {
    departments: await of("department"),
    groups: await of("group"),
    attributes: await of("attribute"),
  };
}

async function readNames(client: pg.PoolClient, kind: keyof typeof namesSql): Promise<string[]> {
  const rows = await client.query<{ name: string }>(namesSql[kind]);
  return rows.rows.map((row) => row.name);
}

/** By nameKey of an unknown plan, the existing one that is near. */
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

export async function readConsequences(
  client: pg.PoolClient,
  importId: bigint,
  options: PlanOptions,
): Promise<PlanConsequences> {
  type Counts = Omit<PlanConsequences, "policyChanges" | "stopped">;
  const rows = await client.query<Counts>(consequencesSql, [importId, options.mail]);
  const accounts = await client.query<Counts>(accountConsequencesSql, [importId]);
  const counts = { ...rows.rows[0], ...accounts.rows[0] } as Counts;
  const stopped =
    options.stopsOn.length === 0
      ? null
      : await client.query<{ code: string }>(stoppedSql, [importId, [...options.stopsOn]]);
  const carried = await client.query(`SELECT FROM "group" WHERE policy_id IS NOT NULL LIMIT 1`);
  const moved =
    carried.rowCount === 0
      ? null
      : await client.query<{ policyChanges: number }>(policyChangesSql, [importId]);
  return {
    ...counts,
    policyChanges: moved?.rows[0]?.policyChanges ?? 0,
    stopped: stopped?.rows[0]?.code ?? null,
  };
}
