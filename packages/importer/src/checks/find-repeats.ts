// What only several rows together show: the same address twice, the same password on several rows. The later row is told.
import { makeProblem } from "../model/problem";
import type { FileContext, RowCheck } from "../model/check";
import { LineTable } from "./line-table";

/** `email.duplicate`, on every row whose key an earlier one has. */
export function findDuplicates(file: FileContext): RowCheck {
  const table = new LineTable();
  const place = { column: file.headerOf("email"), field: "email" as const };
  return (row) => {
    if (row.key === null) return;
    const firstLine = table.seen(row.key, row.line);
    if (firstLine === 0) return;
    const params = { value: row.key, firstLine };
    row.problems.push(makeProblem("email.duplicate", params, { line: row.line, ...place }));
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
