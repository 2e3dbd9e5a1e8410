/**
 * The order by department, walked department by department in the order of their names and in each by id. How many departments
 * are looked into at once is told by the planner's statistics, so that a page is bounded whatever their sizes.
 */
import type { Queryable } from "../client";
import { Parameters } from "./account-filter";
import {
  endOf,
  past,
  windowSql,
  type AfterAccount,
  type Direction,
  type Walk,
  type WalkedRow,
} from "./account-order";
import { query } from "./run-sql";

interface DepartmentSize {
  id: bigint;
  nameKey: string;
  size: number;
}

/** Departments that are looked into at once, at most. */
const most = 1_000;

/** The next departments, from that of `after` on, with how many accounts the statistics give each. */
async function nextDepartments(
  db: Queryable,
  direction: Direction,
  after: AfterAccount | null,
  only: bigint | null,
): Promise<DepartmentSize[]> {
  return query<DepartmentSize>(
    db,
    `WITH facts AS (SELECT most_common_vals::text::bigint[] AS ids, most_common_freqs AS shares,
                           (SELECT greatest(reltuples, 0)::float8 FROM pg_class WHERE oid = 'account'::regclass) AS everybody
                      FROM pg_stats WHERE schemaname = current_schema() AND tablename = 'account' AND attname = 'department_id'),
          common AS (SELECT u.id, u.share FROM facts, unnest(facts.ids, facts.shares) AS u(id, share))
     SELECT d.id, d.name_key AS "nameKey",
            coalesce((SELECT everybody FROM facts) * coalesce(c.share, (SELECT min(share) FROM common)), 0)::float8 AS size
       FROM department d LEFT JOIN common c ON c.id = d.id
      WHERE ($1::text IS NULL OR d.name_key ${past(direction)}${isThrough(direction, after) ? "" : "="} $1 COLLATE "und-x-icu") AND ($2::bigint IS NULL OR d.id = $2)
      ORDER BY d.name_key ${direction} LIMIT ${String(most + 1)}`,
    after?.value ?? null,
    only,
  );
}

export interface DepartmentWindow {
  ids: bigint[];
  /** null: the last department was looked through */
  end: AfterAccount | null;
}

/** Accounts that meet `where` (over a), among the next `window` or so. */
export async function walkDepartments(
  db: Queryable,
  walk: Walk,
  only: bigint | null,
  conditions: (p: Parameters) => string[],
): Promise<DepartmentWindow> {
  const { direction, after, limit, window } = walk;
  const next = await nextDepartments(db, direction, after, only);
  const chosen: DepartmentSize[] = [];
  let looked = 0;
  for (const department of next) {
    if (chosen.length > 0 && (looked + department.size > window || chosen.length === most)) break;
    chosen.push(department);
    looked += department.size;
  }
  const last = chosen.at(-1);
  if (last === undefined) return { ids: [], end: null };
  // Of one department alone only its beginning is looked at; of several, whose sizes are known about, all of each.
  const { ids, end } =
    chosen.length === 1
      ? await readOne(db, walk, last, conditions)
      : { ids: await readSeveral(db, walk, chosen, conditions), end: null };
  if (ids.length === limit) return { ids, end: null };
  if (end !== null) return { ids, end: { ...end, value: last.nameKey } };
  const more = chosen.length < next.length;
  return { ids, end: more ? { value: last.nameKey, id: BigInt(farEnd[direction]) } : null };
}

/** The department's id is a constant: of a column the planner would take it for a small one, and read and sort a large one whole. */
async function readOne(
  db: Queryable,
  walk: Walk,
  department: DepartmentSize,
  conditions: (p: Parameters) => string[],
): Promise<DepartmentWindow> {
  const { direction, limit } = walk;
  const p = new Parameters();
  const id = `${p.bind(department.id)}::bigint`;
  // Not "=": another index that has only the id would do then.
  const inRange = `WHERE a.department_id >= ${id} AND a.department_id <= ${id} AND a.id ${past(direction)} ${p.bind(beginOf(walk, department))}::bigint`;
  const where = conditions(p).join(" AND ");
  const by = `a.department_id ${direction}, a.id ${direction}`;
  const most = `LIMIT ${p.bind(limit)}::int`;
  const window = where === "" ? null : windowSql("a.*", { from: "account a", inRange, by }, walk, p);
  const rows = await query<WalkedRow>(
    db,
    window === null
      ? `SELECT a.id, true AS matches, NULL AS "endValue", false AS "isEnd" FROM account a ${inRange} ORDER BY ${by} ${most}`
      : `SELECT a.id, ${where} AS matches, NULL AS "endValue", place = ${window.size} AS "isEnd" FROM ${window.sql} a
          WHERE (${where}) OR place = ${window.size} ORDER BY ${by} ${most}`,
    ...p.values,
  );
  return endOf(rows, limit);
}

async function readSeveral(
  db: Queryable,
  walk: Walk,
  chosen: readonly DepartmentSize[],
  conditions: (p: Parameters) => string[],
): Promise<bigint[]> {
  const { direction, after, limit } = walk;
  const p = new Parameters();
  const far = direction === "asc" ? "0" : largest;
  const begin =
    after === null
      ? far
      : `CASE WHEN d.name_key = ${p.bind(after.value)} THEN ${p.bind(after.id)}::bigint ELSE ${far} END`;
  const range = `a.department_id >= d.id AND a.department_id <= d.id AND a.id ${past(direction)} ${begin}`;
  const where = [range, ...conditions(p)].join(" AND ");
  const rows = await query<{ id: bigint }>(
    db,
    `SELECT x.id FROM department d CROSS JOIN LATERAL
            (SELECT a.id FROM account a WHERE ${where} ORDER BY a.department_id ${direction}, a.id ${direction} LIMIT ${p.bind(limit)}::int) x
      WHERE d.id = ANY (${p.bind(chosen.map(({ id }) => id))}::bigint[])
      ORDER BY d.name_key ${direction}, x.id ${direction} LIMIT ${p.bind(limit)}::int`,
    ...p.values,
  );
  return rows.map(({ id }) => id);
}

/** Behind which account the walk goes on in this department. */
function beginOf({ direction, after }: Walk, { nameKey }: DepartmentSize): bigint {
  if (after?.value === nameKey) return after.id;
  return direction === "asc" ? 0n : BigInt(largest);
}

const largest = "9223372036854775807";
/** What stands for the end of a department. */
const farEnd = { asc: largest, desc: "1" } as const;

function isThrough(direction: Direction, after: AfterAccount | null): boolean {
  return after !== null && String(after.id) === farEnd[direction];
}
