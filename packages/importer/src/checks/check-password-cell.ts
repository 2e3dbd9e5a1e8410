// The password of a row against the policy. Runs after the rules of address and name, which it may not equal.
// The password itself goes into the record and nowhere else: no problem ever carries it.
import { checkPassword } from "../password/check-password";
import type { Rule } from "../model/check";
import { makeProblem } from "../model/problem";

/** `password.policy`; fills `password`, null when the cell is empty. */
export const checkPasswordCell: Rule = (file) => {
  const read = file.reader("password");
  const place = { column: file.headerOf("password"), field: "password" as const };
  return (row) => {
    const password = read(row);
    if (password === null || password === "") return;
    row.record.password = password;
    const { email, fullName, givenName, familyName } = row.record;
    const name =
      fullName ?? (givenName === null || familyName === null ? null : `${givenName} ${familyName}`);
    const who = { email, name };
    const fault = checkPassword(password, file.passwordPolicy, who);
    if (fault !== null)
      row.problems.push(makeProblem("password.policy", fault, { line: row.line, ...place }));
  };
};
