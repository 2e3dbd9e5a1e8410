/** Names that a commit would create: which rows ask for them, how they are written, and which existing one may be meant. */
import type pg from "pg";
import { firstAskerSql, namesSql, newNamesSql, unknownPlansSql, wantedNamesSql } from "./plan-facts-sql";
import type { PlanSource } from "./plan-marks-sql";
import type { PlanOptions } from "./plan-options";
import type { PlanShape } from "./plan-tables-sql";

export type NameKind = "department" | "group" | "attribute";

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

export interface WantedName {
  kind: NameKind;
  key: string;
  rows: number;
  rowNo: number;
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
