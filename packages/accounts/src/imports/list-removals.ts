/** The members whom an import takes out of a group because the file is that group's member list (sources/004). */
import { findRemovals, type Database, type StoredRemoval } from "@rollcall/db";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { badCursor, pageSize, readCursor, writeCursor } from "../cursors";
import { parseId } from "../ids";
import { done, type Result } from "../result";
import { findRecord } from "./find-record";
import type { ImportRemoval } from "./types";

export interface RemovalPage {
  removals: ImportRemoval[];
  nextCursor: string | null;
}

const scope = "removals";
const batch = 1_000;

/** By address, as planned; once the import is carried out, as it was. Refuses `invalid` for a cursor of another list. */
export async function listRemovals(
  context: Context,
  input: { importId: string; cursor?: string | undefined; limit: number },
): Promise<Result<RemovalPage>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const after = readAfter(input.cursor);
  if (after === "bad") return badCursor;
  const limit = pageSize(input.limit);
  const rows = await findRemovals(context.database, found.value.key, { after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor =
    rows.length > limit && last !== undefined
      ? writeCursor(scope, [last.addressKey, String(last.groupId)])
      : null;
  return done({ removals: shown.map(toRemoval), nextCursor });
}

/** All of them, page by page: constant memory whatever the size. */
export async function streamRemovals(
  context: Context,
  input: { importId: string },
): Promise<Result<AsyncGenerator<ImportRemoval>>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  return found.ok ? done(allRemovals(context.database, found.value.key)) : found;
}

async function* allRemovals(database: Database, importId: bigint): AsyncGenerator<ImportRemoval> {
  let after: { addressKey: string; groupId: bigint } | null = null;
  for (;;) {
    const rows: StoredRemoval[] = await findRemovals(database, importId, { after, limit: batch });
    for (const row of rows) yield toRemoval(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last;
  }
}

function toRemoval({ accountId, email, group }: StoredRemoval): ImportRemoval {
  return { accountId: String(accountId), email, group };
}

function readAfter(cursor: string | undefined): { addressKey: string; groupId: bigint } | null | "bad" {
  if (cursor === undefined) return null;
  const [addressKey, group] = readCursor(scope, cursor, 2) ?? [];
  const groupId = parseId(group ?? "");
  return (addressKey ?? null) === null || groupId === null
    ? "bad"
    : { addressKey: addressKey ?? "", groupId };
}
