/**
 * Rows of a plan that ask for a department, group or attribute which is not what the plan saw: they are held back, so that nothing is
 * made and nobody joins or leaves what the preview did not name. Knows the plan's rows, not how they are carried out.
 */
import type pg from "pg";
import { changedSince } from "./commit-sql";
import { holdNames, type FreshName, type NamesSeen, type NamesSince } from "./names-seen";
import type { PlanCreates } from "./plan-names";

/** What the plan announced, and what became of the names meanwhile. */
export interface PlannedNames {
  creates: PlanCreates;
  since: NamesSince;
}

/** Holds all names until the transaction ends. `groups`: those that every row is put into. */
export async function holdPlannedNames(
  client: pg.ClientBase,
  importId: bigint,
  groups: readonly { key: string }[],
): Promise<PlannedNames> {
  const found = await client.query<{ creates: (PlanCreates & { state?: { names?: NamesSeen } }) | null }>(
    "SELECT creates FROM import WHERE id = $1",
    [importId],
  );
  const stored = found.rows[0]?.creates;
  const creates = stored ?? { departments: [], groups: [], attributes: [] };
  return { creates, since: await holdNames(client, stored?.state?.names ?? null, keysOf(groups)) };
}

const keysOf = (names: readonly { key: string }[]): string[] => names.map(({ key }) => key);

/**
 * Names that mean something else than in the plan. One that it would have made and that somebody made meanwhile does as well, unless
 * a policy came with it.
 */
function strange({ creates, since }: PlannedNames, kind: FreshName["kind"]): string[] {
  const announced = new Set(keysOf(creates[`${kind}s`]));
  return since.fresh
    .filter((name) => name.kind === kind)
    .filter(({ key, hasPolicy }) => (announced.has(key) ? hasPolicy : !since.intact))
    .map(({ key }) => key);
}

const lost = (table: string, key: string, strangers: string, announced: string): string =>
  `(${key} = ANY (${strangers}) OR NOT ${key} = ANY (${announced}) AND NOT EXISTS (SELECT FROM ${table} held WHERE held.name_key = ${key}))`;

/** The values of a row are applied: not where it only puts an account into the import's groups ($2 mode create, and nobody linked it). */
const applies = "(p.outcome = 'CREATE' OR NOT $2::boolean OR r.decision = 'link')";
const lostDepartment = `((p.outcome = 'CREATE' OR p.changes ? 'department') AND r.department_key IS NOT NULL
        AND ${lost("department", "r.department_key", "$4::text[]", "$5::text[]")})`;
const lostGroup = `(NOT $3::boolean AND (p.outcome = 'CREATE' OR p.changes ? 'groups') AND EXISTS (
        SELECT FROM unnest(r.group_keys) AS u(key) WHERE ${lost('"group"', "u.key", "$6::text[]", "$7::text[]")}))`;
const lostAttribute = `(r.extra IS NOT NULL AND EXISTS (
        SELECT FROM jsonb_each(r.extra) AS e WHERE e.key LIKE 'attribute:%' AND e.value <> 'null'
           AND ${lost("attribute", "substr(e.key, 11)", "$8::text[]", "$9::text[]")}))`;
const lostLeft = `(p.outcome = 'UPDATE' AND EXISTS (
        SELECT FROM jsonb_array_elements_text(p.changes->'groups'->'remove') AS u(name) LEFT JOIN "group" g ON g.name = u.name
         WHERE g.id IS NULL OR g.name_key = ANY ($6::text[])))`;

/** $1 import, $2 mode create, $3 groups of rows are left aside; strange and announced keys: $4, $5 departments, $6, $7 groups, $8, $9 attributes */
const holdSql = `
UPDATE import_plan_row p
   SET outcome = 'PROBLEM', account_id = CASE WHEN p.outcome = 'UPDATE' THEN p.account_id END,
       problems = ${changedSince(`CASE WHEN ${lostDepartment} THEN 'department' WHEN ${lostAttribute} THEN NULL ELSE 'groups' END`)}
  FROM import_row r
 WHERE p.import_id = $1 AND p.outcome IN ('CREATE', 'UPDATE') AND r.import_id = $1 AND r.row_no = p.row_no
   AND (${applies} AND (${lostDepartment} OR ${lostGroup} OR ${lostAttribute}) OR ${lostLeft})`;

/** Gives how many rows it held; looks at none where every name is what the plan saw. */
export async function holdStrangeNames(
  client: pg.ClientBase,
  importId: bigint,
  names: PlannedNames,
  { creating, noGroups }: { creating: boolean; noGroups: boolean },
): Promise<number> {
  const kinds = ["department", "group", "attribute"] as const;
  const strangers = kinds.map((kind) => strange(names, kind));
  if (names.since.intact && strangers.every((keys) => keys.length === 0)) return 0;
  const { departments, groups, attributes } = names.creates;
  const announced = [departments, groups, attributes].map(keysOf);
  const values = [importId, creating, noGroups, ...kinds.flatMap((_, n) => [strangers[n], announced[n]])];
  return (await client.query(holdSql, values)).rowCount ?? 0;
}

/** Makes exactly the departments and groups that the plan announced. $1 import, $2 names, $3 keys, parallel */
const createSql = (table: string): string => `
INSERT INTO ${table} (name, name_key, created_import_id)
SELECT a.name, a.key, $1::bigint FROM unnest($2::text[], $3::text[]) AS a(name, key) ORDER BY a.key
ON CONFLICT (name_key) DO NOTHING`;

/** For a commit that applies every row that the plan applied, so that every name is asked for. */
export async function createAnnounced(
  client: pg.ClientBase,
  importId: bigint,
  { departments, groups }: PlanCreates,
): Promise<void> {
  for (const [table, names] of [
    ["department", departments],
    [`"group"`, groups],
  ] as const)
    if (names.length > 0)
      await client.query(createSql(table), [importId, names.map(({ name }) => name), keysOf(names)]);
}
