/**
 * Service plans: which services an account gets. Few of them, so they are read whole. Rules are the caller's.
 */
import type { Queryable, Transaction } from "../client";
import { execute, query, queryOne } from "./run-sql";

export interface ServicePlanRow {
  id: bigint;
  name: string;
  description: string | null;
  services: string[];
  enabled: boolean;
  isDefault: boolean;
  /** accounts that have it */
  accounts: number;
  createdAt: Date;
}

export interface ServicePlanFields {
  name: string;
  nameKey: string;
  description: string | null;
  services: string[];
  enabled: boolean;
  isDefault: boolean;
}

const columns = `n.id, n.name, n.description, n.services, n.enabled, n.is_default AS "isDefault", n.created_at AS "createdAt",
  (SELECT count(*)::int FROM account a WHERE a.plan_id = n.id) AS accounts`;

/** By name. */
export async function listServicePlans(db: Queryable): Promise<ServicePlanRow[]> {
  return query<ServicePlanRow>(
    db,
    `SELECT ${columns} FROM service_plan n ORDER BY n.name_key COLLATE "und-x-icu", n.id`,
  );
}

export async function findServicePlan(db: Queryable, id: bigint): Promise<ServicePlanRow | null> {
  return queryOne<ServicePlanRow>(db, `SELECT ${columns} FROM service_plan n WHERE n.id = $1`, id);
}

/** The plan of that name; it cannot be deleted before the transaction ends. */
export async function holdServicePlan(
  tx: Transaction,
  nameKey: string,
): Promise<{ id: bigint; name: string; enabled: boolean } | null> {
  return queryOne(
    tx,
    `SELECT id, name, enabled FROM service_plan WHERE name_key = $1 FOR KEY SHARE`,
    nameKey,
  );
}

/** One at a time: which plan is the default is a matter of all of them. Accounts go on taking plans meanwhile. */
export async function lockServicePlans(tx: Transaction): Promise<void> {
  await execute(tx, `LOCK TABLE service_plan IN SHARE ROW EXCLUSIVE MODE`);
}

/** Null when the name is taken. Take the default away from another one first. */
export async function insertServicePlan(tx: Transaction, plan: ServicePlanFields): Promise<bigint | null> {
  const row = await queryOne<{ id: bigint }>(
    tx,
    `INSERT INTO service_plan (name, name_key, description, services, enabled, is_default) VALUES ($1, $2, $3, $4::text[], $5, $6)
     ON CONFLICT (name_key) DO NOTHING RETURNING id`,
    plan.name,
    plan.nameKey,
    plan.description,
    plan.services,
    plan.enabled,
    plan.isDefault,
  );
  return row?.id ?? null;
}

/** Throws a unique violation when another one has the name. */
export async function updateServicePlan(tx: Transaction, id: bigint, plan: ServicePlanFields): Promise<void> {
  await execute(
    tx,
    `UPDATE service_plan SET name = $2, name_key = $3, description = $4, services = $5::text[], enabled = $6, is_default = $7
      WHERE id = $1`,
    id,
    plan.name,
    plan.nameKey,
    plan.description,
    plan.services,
    plan.enabled,
    plan.isDefault,
  );
}

/** No plan is the default any more; gives the name of the one that was. */
export async function clearDefaultServicePlan(tx: Transaction): Promise<string | null> {
  const row = await queryOne<{ name: string }>(
    tx,
    `UPDATE service_plan SET is_default = false WHERE is_default RETURNING name`,
  );
  return row?.name ?? null;
}

/** Waits for those who are giving it to an account, then says how many have it; null when there is no such plan. */
export async function lockServicePlan(
  tx: Transaction,
  id: bigint,
): Promise<{ name: string; accounts: number } | null> {
  const row = await queryOne<{ name: string }>(
    tx,
    `SELECT name FROM service_plan WHERE id = $1 FOR UPDATE`,
    id,
  );
  if (row === null) return null;
  const used = await queryOne<{ accounts: number }>(
    tx,
    `SELECT count(*)::int AS accounts FROM account WHERE plan_id = $1`,
    id,
  );
  return { name: row.name, accounts: used?.accounts ?? 0 };
}

/** Throws while an account has it. */
export async function deleteServicePlan(tx: Transaction, id: bigint): Promise<void> {
  await execute(tx, `DELETE FROM service_plan WHERE id = $1`, id);
}
