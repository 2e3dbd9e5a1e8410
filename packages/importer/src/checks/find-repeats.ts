// What only several rows together show: the same address twice, the same password on several rows. The later row is told.
import { addressKey } from "../address/address-key";
import { clip, makeProblem } from "../model/problem";
import type { FileContext, RowCheck } from "../model/check";
import { LineTable } from "./line-table";

/**
 * `email.duplicate`, `alias.duplicate`, on every row that has an address of an earlier one: as its own or as an alias, alias
 * against primary too.
 */
export function findDuplicates(file: FileContext): RowCheck {
  const table = new LineTable();
  const place = { column: file.headerOf("email"), field: "email" as const };
  const columns = file.columnsOf("aliases");
  return (row) => {
    if (row.key !== null) {
      const firstLine = table.seen(row.key, row.line);
      if (firstLine !== 0) {
        const params = { value: row.key, firstLine };
        row.problems.push(makeProblem("email.duplicate", params, { line: row.line, ...place }));
      }
    }
    for (const alias of row.record.aliases ?? []) {
      const key = addressKey(alias) ?? alias;
      const firstLine = table.seen(key, row.line);
      if (firstLine === 0) continue;
      const at = columns.find((index) => addressKey(row.cells[index] ?? "") === key);
      const where = { line: row.line, column: file.headerAt(at ?? -1), field: "aliases" as const };
      row.problems.push(makeProblem("alias.duplicate", { value: clip(key), firstLine }, where));
    }
  };
}

/** `password.reused`, on every row whose password an earlier one has. */
export function findReusedPasswords(file: FileContext): RowCheck {
  const table = new LineTable();
  const place = { column: file.headerOf("password"), field: "password" as const };
  return (row) => {
    if (row.record.password === null) return;
    const firstLine = table.seen(row.record.password, row.line);
    if (firstLine === 0) return;
    row.problems.push(makeProblem("password.reused", { firstLine }, { line: row.line, ...place }));
  };
}
