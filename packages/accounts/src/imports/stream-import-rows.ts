/** All rows of an import in the order of the file, page by page: constant memory whatever the size. */
import { findImportRows, type Database, type StoredOutcome } from "@rollcall/db";
import { toRowView } from "./list-import-rows";
import type { ImportRecord, ImportRowView } from "./types";

const page = 1_000;

export async function* streamImportRows(
  database: Database,
  { key: importId, options }: Pick<ImportRecord, "options"> & { key: bigint },
  outcomes: StoredOutcome[] = [],
): AsyncGenerator<ImportRowView> {
  let after = 0;
  for (;;) {
    const rows = await findImportRows(database, {
      importId,
      outcomes,
      after,
      limit: page,
    });
    for (const row of rows) yield toRowView(row, options.mail);
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = last.rowNo;
  }
}
