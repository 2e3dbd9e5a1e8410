// POP and SMTP submission are for addresses on the organisation's own domains only (PRODUCT.md, "directory-spreadsheet").
import { domainOf } from "../address/address-key";
import type { Rule } from "../model/check";
import { makeProblem } from "../model/problem";

const fix = { kind: "set", value: "", label: "Leave it as it is" } as const;

/** `pop.external`, `submit.external`, where a row turns one on; nothing is checked while the organisation has no domains. Runs after the rules of the address and of both. */
export const checkOwnDomainSwitch: Rule = (file) => {
  if (file.domains.size === 0) return () => undefined;
  const columns = { pop: file.headerOf("pop"), submit: file.headerOf("submit") };
  return (row) => {
    if (row.key === null) return;
    const domain = domainOf(row.key);
    if (file.domains.has(domain)) return;
    for (const field of ["pop", "submit"] as const) {
      if (row.record[field] !== true) continue;
      const place = { line: row.line, column: columns[field], field, fix: { ...fix, field } };
      row.problems.push(makeProblem(`${field}.external`, { domain }, place));
    }
  };
};
