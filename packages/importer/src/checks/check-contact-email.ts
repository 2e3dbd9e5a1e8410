// The address outside at which a person can be reached. It identifies nobody, so it may be anybody's and stand on many rows.
import { addressFault } from "../address/address-fault";
import { addressKey } from "../address/address-key";
import { normaliseAddress } from "../address/normalise-address";
import { suggestAddress, withoutQuotes } from "../address/suggest-address";
import type { Rule } from "../model/check";
import { clip, makeProblem, type Fix } from "../model/problem";

/** `contact-email.invalid`, with a fix where a usual slip explains it; fills `contactEmail`. */
export const checkContactEmail: Rule = (file) => {
  const read = file.reader("contactEmail");
  const place = { column: file.headerOf("contactEmail"), field: "contactEmail" as const };
  return (row) => {
    const text = read(row);
    if (text === null || text === "") return;
    if (addressKey(text) !== null) {
      row.record.contactEmail = normaliseAddress(text);
      return;
    }
    row.record.contactEmail = text;
    const params = { value: clip(text), reason: addressFault(text) };
    const problem = makeProblem("contact-email.invalid", params, {
      line: row.line,
      ...place,
      fix: fixOf(text),
    });
    row.problems.push(problem);
  };
};

function fixOf(text: string): Fix | null {
  const bare = withoutQuotes(text);
  const better = bare !== null && addressKey(bare) !== null ? normaliseAddress(bare) : suggestAddress(text);
  return better === null
    ? null
    : { kind: "set", field: "contactEmail", value: better, label: `Change to ${clip(better)}` };
}
