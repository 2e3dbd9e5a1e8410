// What only several rows together show: the same address twice, the same password on several rows. The later row is told.
import { addressKey, domainOf } from "../address/address-key";
import { nameKey } from "../address/name-key";
import { clip, makeProblem } from "../model/problem";
import type { FileContext, RowCheck } from "../model/check";
import type { SeenTexts } from "../model/seen-texts";
import { LineTable } from "./line-table";

/**
 * `email.duplicate`, `alias.duplicate`, on every row that has an address of an earlier one: as its own or as an alias, alias
 * against primary too. Where user names make the addresses, it is `username.duplicate`.
 */
export function findDuplicates(file: FileContext, table: SeenTexts = new LineTable()): RowCheck {
  const byUsername = file.columnsOf("email").length === 0 && file.columnsOf("username").length > 0;
  const columns = file.columnsOf("aliases");
  const username = { column: file.headerOf("username"), field: "username" as const };
  const email = { column: file.headerOf("email"), field: "email" as const };
  return (row) => {
    if (row.key !== null) {
      const firstLine = table.seen(row.key, row.line);
      if (firstLine !== 0 && byUsername && row.record.username !== null) {
        const params = { value: clip(row.record.username), firstLine };
        row.problems.push(makeProblem("username.duplicate", params, { line: row.line, ...username }));
      } else if (firstLine !== 0) {
        const params = { value: row.key, firstLine };
        row.problems.push(makeProblem("email.duplicate", params, { line: row.line, ...email }));
      }
    }
    if (row.record.aliases === null) return;
    for (const alias of row.record.aliases) {
      const key = addressKey(alias) ?? alias;
      const firstLine = table.seen(key, row.line);
      if (firstLine === 0) continue;
      const at = columns.find((index) => addressKey(row.cells[index] ?? "") === key);
      const where = { line: row.line, column: file.headerAt(at ?? -1), field: "aliases" as const };
      row.problems.push(makeProblem("alias.duplicate", { value: clip(key), firstLine }, where));
    }
  };
}

/**
 * `username.duplicate`, on every row whose user name an earlier one has in the same domain, whatever the case. Where user
 * names make the addresses, `findDuplicates` tells it of those that have one.
 */
export function findRepeatedUsernames(file: FileContext, table: SeenTexts = new LineTable()): RowCheck {
  const byUsername = file.columnsOf("email").length === 0;
  const place = { column: file.headerOf("username"), field: "username" as const };
  return (row) => {
    const { username } = row.record;
    if (username === null || (byUsername && row.key !== null)) return;
    const domain = row.key === null ? "" : domainOf(row.key);
    const firstLine = table.seen(`${nameKey(username)}@${domain}`, row.line);
    if (firstLine === 0) return;
    const params = { value: clip(username), firstLine };
    row.problems.push(makeProblem("username.duplicate", params, { line: row.line, ...place }));
  };
}

/** `password.reused`, on every row whose password an earlier one has. */
export function findReusedPasswords(file: FileContext, table: SeenTexts = new LineTable()): RowCheck {
  const place = { column: file.headerOf("password"), field: "password" as const };
  return (row) => {
    if (row.record.password === null) return;
    const firstLine = table.seen(row.record.password, row.line);
    if (firstLine === 0) return;
    row.problems.push(makeProblem("password.reused", { firstLine }, { line: row.line, ...place }));
  };
}
