// The other addresses of an account: one a column, gaps allowed. Whether another account has one, only the plan knows;
// whether another row has it, find-repeats.
import type { Rule } from "../model/check";
import { clip, makeProblem } from "../model/problem";
import { addressReader } from "./read-addresses";

/**
 * `alias.invalid`, `alias.own-address` (a warning; it is left out); fills `aliases`, each once, null when there is none.
 * Runs after the rule of the address.
 */
export const checkAliases: Rule = (file) => {
  const read = addressReader(file, "aliases", "alias.invalid");
  return (row) => {
    const aliases: string[] = [];
    for (const { key, address, column } of read(row)) {
      if (key !== row.key) aliases.push(address);
      else {
        const place = { line: row.line, column, field: "aliases" as const };
        row.problems.push(makeProblem("alias.own-address", { value: clip(address) }, place));
      }
    }
    if (aliases.length > 0) row.record.aliases = aliases;
  };
};
