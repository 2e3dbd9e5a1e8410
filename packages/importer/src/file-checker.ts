// The one checker of a file's rows: reading uses it for the whole file, an edit for the rows it changed. It reads nothing itself.
import { createFileContext, createRowChecker, type RowChecker } from "./check-row";
import { findDuplicates, findReusedPasswords } from "./checks/find-repeats";
import type { Format } from "./model/format";
import type { ReadOptions } from "./model/read";
import type { Recognition } from "./model/recognition";

/** Prepares the rules of a format for the columns that were recognised, with the blank rules of mapping and options. */
export function createFileChecker(
  format: Format,
  recognition: Pick<Recognition, "columns" | "mapping">,
  options: ReadOptions,
): RowChecker {
  const mapping = recognition.mapping ?? options.mapping ?? null;
  const blank = { ...options.blank, fields: { ...mapping?.blank, ...options.blank?.fields } };
  const file = createFileContext(recognition.columns, { ...options, mapping, blank });
  const check = createRowChecker(format, file);
  const repeats = [
    ...(options.duplicates === true ? [findDuplicates(file)] : []),
    ...(options.reusedPasswords === false ? [] : [findReusedPasswords(file)]),
  ];
  return (row, plain) => {
    const checked = check(row, plain);
    for (const find of repeats) find(checked);
    return checked;
  };
}
