/** The names that an import creates once some of its rows were edited: asked for no more, asked for now, or first asked elsewhere. */
import type pg from "pg";
import {
  areCompared,
  findFirstAsker,
  findNewNames,
  listCreates,
  type CreatedName,
  type PlanCreates,
  type WantedName,
} from "./plan-names";
import type { PlanOptions } from "./plan-options";

const kinds = { departments: "department", groups: "group", attributes: "attribute" } as const;

/** New names that rows ask for no more, ask for now, or ask for elsewhere. */
export async function changeNames(
  client: pg.PoolClient,
  importId: bigint,
  creates: PlanCreates,
  before: readonly WantedName[],
  after: readonly WantedName[],
  options: PlanOptions,
): Promise<PlanCreates> {
  const idOf = ({ kind, key }: Pick<WantedName, "kind" | "key">): string => `${kind} ${key}`;
  const stored = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((list) =>
    creates[list].map((name) => ({ ...name, kind: kinds[list] })),
  );
  const was = new Map(stored.map((name) => [idOf(name), name]));
  const [had, has] = [before, after].map((names) => new Map(names.map((name) => [idOf(name), name])));
  const wanted: WantedName[] = [];
  const touched = new Map([...before, ...after].map((name) => [idOf(name), name]));
  for (const [id, { kind, key }] of touched) {
    const [old, gone, come] = [was.get(id), had?.get(id), has?.get(id)];
    const rows = (old?.rows ?? 0) - (old === undefined ? 0 : (gone?.rows ?? 0)) + (come?.rows ?? 0);
    if (rows <= 0) continue;
    // The row that asked first may ask no more: another does, further down.
    const lost =
      old !== undefined && gone?.rowNo === old.rowNo && (come === undefined || come.rowNo > old.rowNo);
    const first = Math.min(old?.rowNo ?? Infinity, come?.rowNo ?? Infinity);
    const rowNo = lost ? await findFirstAsker(client, importId, { kind, key }) : first;
    if (rowNo !== null) wanted.push({ kind, key, rows, rowNo });
  }
  const found = await findNewNames(client, importId, wanted, options);
  const kept = stored.filter((name) => !touched.has(idOf(name)));
  return listCreates(client, [...kept.map((name) => withNear(name, creates)), ...found], options);
}

/** What was near is near still, if anybody looked. */
function withNear(
  name: CreatedName & { kind: WantedName["kind"] },
  creates: PlanCreates,
): Omit<CreatedName, "near"> & { kind: WantedName["kind"]; near?: string | null } {
  const list = (Object.keys(kinds) as (keyof typeof kinds)[]).find((one) => kinds[one] === name.kind);
  const { near, ...rest } = name;
  return list !== undefined && areCompared(creates[list].length) ? { ...rest, near } : rest;
}
