/** The record of imports, newest first. */
import { findImports } from "@rollcall/db";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { badCursor, pageSize } from "../cursors";
import { done, type Result } from "../result";
import { parseImportId } from "./import-id";
import { toImportRecord } from "./to-import-record";
import type { ImportRecord } from "./types";

export interface ImportPage {
  items: ImportRecord[];
  /** give it back as `cursor` for the next page; null at the end */
  nextCursor: string | null;
}

export async function listImports(
  context: Context,
  input: { cursor?: string | null; limit: number },
): Promise<Result<ImportPage>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const { cursor = null } = input;
  const before = cursor === null ? null : parseImportId(cursor);
  if (cursor !== null && before === null) return badCursor;
  const size = pageSize(input.limit);
  const stored = await findImports(context.database, before, size + 1);
  const items = stored.slice(0, size).map(toImportRecord);
  return done({ items, nextCursor: stored.length > size ? (items.at(-1)?.id ?? null) : null });
}
