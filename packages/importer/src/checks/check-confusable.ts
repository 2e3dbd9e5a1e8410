// Addresses that look like another: letters of several scripts in one part, look-alike letters, invisible characters.
// A warning only: such addresses exist, and then are somebody else's.
import { confusablePart } from "../address/confusable-part";
import { isAscii } from "../address/is-ascii";
import { hasInvisible } from "../address/normalise-address";
import type { Rule } from "../model/check";
import { clip, makeProblem, type Fix } from "../model/problem";

/** `email.confusable` */
export const checkConfusable: Rule = (file) => {
  const read = file.reader("email");
  const place = { column: file.headerOf("email"), field: "email" as const };
  return (row) => {
    const email = row.record.email;
    if (row.key === null || email === null) return;
    const text = read(row) ?? "";
    if (isAscii(text)) return;
    if (hasInvisible(text)) {
      const fix: Fix = { kind: "set", field: "email", value: email, label: "Take it out" };
      const params = { reason: "invisible" as const, part: "" };
      row.problems.push(makeProblem("email.confusable", params, { line: row.line, ...place, fix }));
    }
    const found = confusablePart(email);
    if (found === null) return;
    const params = { reason: found.reason, part: clip(found.part) };
    row.problems.push(makeProblem("email.confusable", params, { line: row.line, ...place }));
  };
};
