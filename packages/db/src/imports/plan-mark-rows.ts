/** Marks the rows of a plan: of a whole import, or of those that an edit concerns. Knows which statements there is work for. */
import type pg from "pg";
import { carriesPolicies, type RowFacts } from "./plan-facts";
import {
  markNewAdministratorsSql,
  markOwnCausesSql,
  markSharedPlannedSql,
  markSharedSql,
  markUpdatesSql,
  sharedCausesSql,
  type PlanSource,
  type SharedCause,
} from "./plan-marks-sql";
import type { PlanShape } from "./plan-tables-sql";
import { insertUnchecked } from "./plan-unchecked";

/** Every row; run into an import without marks. `told`: how many rows have problems besides those that they share. */
export async function markRows(
  client: pg.PoolClient,
  importId: bigint,
  shape: PlanShape,
  facts: RowFacts & { told: number },
): Promise<void> {
  await insertUnchecked(client, () => markShared(client, importId, shape, facts));
  if (facts.told > 0) await client.query(markOwnCausesSql("all"), [importId]);
  await markConsequences(client, importId, "all", { shape, updates: facts.update });
}

/** The rows of plan_scope. */
export async function markScope(
  client: pg.PoolClient,
  importId: bigint,
  shape: PlanShape,
  updates: number,
): Promise<void> {
  await markSharedPlanned(client, importId, await readSharedCauses(client, importId), "scope");
  await client.query(markOwnCausesSql("scope"), [importId]);
  await markConsequences(client, importId, "scope", { shape, updates });
}

async function markConsequences(
  client: pg.PoolClient,
  importId: bigint,
  source: PlanSource,
  { shape, updates }: { shape: PlanShape; updates: number },
): Promise<void> {
  const statements = [
    ...(shape.extra ? [markNewAdministratorsSql(source)] : []),
    ...(updates === 0 ? [] : markUpdatesSql(source, await carriesPolicies(client))),
  ];
  for (const sql of statements) await client.query(sql, [importId]);
}

/** Of a file that only creates, or only changes, it is known which shared problems are told without a look at the plan of each row. */
async function markShared(
  client: pg.PoolClient,
  importId: bigint,
  shape: PlanShape,
  { create, problem, rows }: RowFacts,
): Promise<void> {
  const fresh = create + problem;
  const shared = await readSharedCauses(client, importId);
  const told = shared.filter(({ ofNewOnly }) => fresh > 0 || !ofNewOnly);
  // Two that differ in what is not marked, their column say, are one mark.
  const isAlone = ({ cause }: SharedCause): boolean => told.filter((one) => one.cause === cause).length === 1;
  // Rows that somebody left out are told nothing.
  const whole = told.filter((one) => !shape.decisions && isAlone(one) && (fresh === rows || !one.ofNewOnly));
  if (whole.length > 0) {
    const numbers = whole.map(({ number }) => number);
    await client.query(markSharedSql, [importId, numbers, whole.map(({ cause }) => cause)]);
  }
  await markSharedPlanned(
    client,
    importId,
    told.filter((one) => !whole.includes(one)),
    "all",
  );
}

async function readSharedCauses(client: pg.PoolClient, importId: bigint): Promise<SharedCause[]> {
  return (await client.query<SharedCause>(sharedCausesSql, [importId])).rows;
}

async function markSharedPlanned(
  client: pg.PoolClient,
  importId: bigint,
  causes: readonly SharedCause[],
  source: PlanSource,
): Promise<void> {
  if (causes.length === 0) return;
  await client.query(markSharedPlannedSql(source), [
    importId,
    causes.map(({ number }) => number),
    causes.map(({ cause }) => cause),
    causes.map(({ ofNewOnly }) => ofNewOnly),
  ]);
}
