// People who would have no way in: neither a password nor a mail with which to set one. Runs after the rules of both.
import type { Rule } from "../model/check";
import { makeProblem, type Fix } from "../model/problem";

const fix: Fix = { kind: "set", field: "sendWelcome", value: "Yes", label: "Send a welcome mail" };

/** `password.no-way-in` */
export const checkWayIn: Rule = (file) => {
  const column = file.headerOf("sendWelcome");
  return (row) => {
    const { password, sendWelcome } = row.record;
    if (password !== null || sendWelcome === true) return;
    // What is no Yes or No is a problem already.
    if (sendWelcome === null && row.problems.some((problem) => problem.code === "send-email.invalid")) return;
    const place = { line: row.line, column, field: "sendWelcome" as const, fix: { ...fix } };
    row.problems.push(makeProblem("password.no-way-in", {}, place));
  };
};
