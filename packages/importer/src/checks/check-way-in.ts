// People who would have no way in: neither a password nor a mail with which to set one. Runs after the rules of both.
import type { Rule } from "../model/check";
import { makeProblem, type Fix } from "../model/problem";

// One for all rows: nearly every row of a file may have this problem.
const fix: Fix = Object.freeze({
  kind: "set",
  field: "sendWelcome",
  value: "Yes",
  label: "Send a welcome mail",
});

/** `password.no-way-in`, where the file says who is mailed. */
export const checkWayIn: Rule = (file) => {
  const { mail = "file" } = file.options;
  if (mail === "always") return () => undefined;
  if (mail === "never") return checkWayInUnmailed(file);
  const column = file.headerOf("sendWelcome");
  return (row) => {
    const { password, sendWelcome } = row.record;
    if (password !== null || sendWelcome === true) return;
    // What is no Yes or No is a problem already.
    if (sendWelcome === null && row.problems.some((problem) => problem.code === "send-email.invalid")) return;
    const place = { line: row.line, column, field: "sendWelcome" as const, fix };
    row.problems.push(makeProblem("password.no-way-in", {}, place));
  };
};

/** `password.no-way-in` in formats that leave mail to the options: only when nobody is mailed, and never of a list. */
export const checkWayInUnmailed: Rule = (file) => {
  if (file.options.mail !== "never") return () => undefined;
  return ({ record, line, problems }) => {
    if (record.password !== null || record.kind === "LIST") return;
    const place = { line, column: file.headerOf("password"), field: "password" as const };
    problems.push(makeProblem("password.no-way-in", {}, place));
  };
};
