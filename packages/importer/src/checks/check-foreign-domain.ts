// Addresses outside the organisation's own domains, and the domain that was probably meant. A warning only.
import { domainOf } from "../address/address-key";
import { nearestText } from "../address/nearest-text";
import { detached } from "../detached";
import type { Rule } from "../model/check";
import { makeProblem, type Fix } from "../model/problem";

const farthest = 2;
// A file with more foreign domains than this is no list of slips: further ones are told without a suggestion.
const comparedAtMost = 4096;

/** `email.foreign-domain`; nothing is checked while the organisation has no domains. */
export const checkForeignDomain: Rule = (file) => {
  if (file.domains.size === 0) return () => undefined;
  // As people write them, to compare and to tell: nobody reads Punycode.
  const domains = (file.options.domains ?? []).map((text) => text.toLowerCase());
  const place = { column: file.headerOf("email"), field: "email" as const };
  // Files have few domains and many rows: each is compared once.
  const nearest = new Map<string, string | null>();
  const nearestTo = (domain: string): string | null => {
    const before = nearest.get(domain);
    if (before !== undefined) return before;
    if (nearest.size >= comparedAtMost) return null;
    const found = nearestText(domain, domains, farthest);
    nearest.set(detached(domain), found);
    return found;
  };
  return (row) => {
    if (row.key === null || file.domains.has(domainOf(row.key))) return;
    const email = row.record.email ?? row.key;
    const domain = domainOf(email).toLowerCase();
    const near = nearestTo(domain);
    const fix = near === null ? null : moveTo(near, email);
    const params = { domain, nearest: near ?? "" };
    row.problems.push(makeProblem("email.foreign-domain", params, { line: row.line, ...place, fix }));
  };
};

function moveTo(domain: string, email: string): Fix {
  const local = email.slice(0, email.indexOf("@"));
  return { kind: "set", field: "email", value: `${local}@${domain}`, label: `Change to @${domain}` };
}
