// The address of a row: there, one, and valid. It normalises first and judges then; whose domain it is, it does not ask.
import { addressKey } from "../address/address-key";
import { normaliseAddress } from "../address/normalise-address";
import { addressFault } from "../address/address-fault";
import { suggestAddress, withoutQuotes, withoutSpaces } from "../address/suggest-address";
import type { Rule } from "../model/check";
import { clip, makeProblem, type Fix, type Problem } from "../model/problem";

/** `email.missing`, `email.quoted`, `email.spaces`, `email.invalid`; fills `email` and the row's key. */
export const checkEmail: Rule = (file) => {
  const read = file.reader("email");
  const place = { column: file.headerOf("email"), field: "email" as const };
  return (row) => {
    const text = read(row) ?? "";
    if (text === "") {
      row.problems.push(makeProblem("email.missing", {}, { line: row.line, ...place }));
      return;
    }
    const key = addressKey(text);
    row.key = key;
    row.record.email = key === null ? text : normaliseAddress(text);
    if (key === null) row.problems.push(problemOf(text, { line: row.line, ...place }));
  };
};

interface Place {
  line: number;
  column: string | null;
  field: "email";
}

function problemOf(text: string, place: Place): Problem {
  const value = clip(text);
  const bare = withoutQuotes(text);
  if (bare !== null) {
    return makeProblem("email.quoted", { value }, { ...place, fix: setTo(bare, "Take the quotes off") });
  }
  const together = setTo(withoutSpaces(text), "Take the spaces out");
  if (together !== null) return makeProblem("email.spaces", { value }, { ...place, fix: together });
  const reason = addressFault(text);
  const better = suggestAddress(text);
  const fix = better === null ? null : setTo(better, `Change to ${clip(better)}`);
  return makeProblem("email.invalid", { value, reason }, { ...place, fix });
}

// Only what then is a valid address is offered.
function setTo(text: string, label: string): Fix | null {
  return addressKey(text) === null
    ? null
    : { kind: "set", field: "email", value: normaliseAddress(text), label };
}
