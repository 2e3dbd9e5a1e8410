// The one checker of a file's rows: reading uses it for the whole file, an edit for the rows it changed. It reads nothing itself.
import { createFileContext, createRowChecker, type RowChecker } from "./check-row";
import { findDuplicates, findRepeatedUsernames, findReusedPasswords } from "./checks/find-repeats";
import type { FileContext } from "./model/check";
import type { Format } from "./model/format";
import type { ReadOptions } from "./model/read";
import type { Recognition } from "./model/recognition";
import type { RepeatTables } from "./model/seen-texts";

/**
 * Prepares the rules of a format for the columns that were recognised, with the blank rules of mapping and options. `tables`
 * are where rows are compared with earlier ones; else they are made here, for as long as the checker lives. `reuse` as for
 * `createRowChecker`.
 */
export function createFileChecker(
  format: Format,
  recognition: Pick<Recognition, "columns" | "mapping">,
  options: ReadOptions,
  { tables = {}, reuse = false }: { tables?: RepeatTables; reuse?: boolean } = {},
): RowChecker {
  const file = contextOf(recognition, options);
  const check = createRowChecker(format, file, { reuse });
  const repeats = [
    ...(options.duplicates === true ? [findDuplicates(file, tables.addresses)] : []),
    ...(options.duplicates === true && hasUsernames(file)
      ? [findRepeatedUsernames(file, tables.usernames)]
      : []),
    ...(options.reusedPasswords === false ? [] : [findReusedPasswords(file, tables.passwords)]),
  ];
  return (row, plain) => {
    const checked = check(row, plain);
    for (const find of repeats) find(checked);
    return checked;
  };
}

/** What the rules of a file share, with the blank rules of mapping and options. */
export function contextOf(
  recognition: Pick<Recognition, "columns" | "mapping">,
  options: ReadOptions,
): FileContext {
  const mapping = recognition.mapping ?? options.mapping ?? null;
  const blank = { ...options.blank, fields: { ...mapping?.blank, ...options.blank?.fields } };
  return createFileContext(recognition.columns, { ...options, mapping, blank });
}

// A mapping may give every row the same; that is told too.
function hasUsernames(file: FileContext): boolean {
  return file.columnsOf("username").length > 0 || file.options.mapping?.defaults?.["username"] !== undefined;
}
