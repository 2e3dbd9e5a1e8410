// Which part of an address could be taken for another: the rules are those of UTS 39 ("highly restrictive") and the list of
// Cyrillic and Greek letters that look Latin. It judges parts (the local part, each label of the domain) one by one.
import { isAscii } from "./is-ascii";
import type { ConfusableReason } from "../model/problem-params";

/** A part and why. */
export interface Confusable {
  part: string;
  reason: Exclude<ConfusableReason, "invisible">;
}

const scripts = [
  ["Latin", /\p{Script=Latin}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Han", /\p{Script=Han}/u],
  ["Hiragana", /\p{Script=Hiragana}/u],
  ["Katakana", /\p{Script=Katakana}/u],
  ["Hangul", /\p{Script=Hangul}/u],
  ["Bopomofo", /\p{Script=Bopomofo}/u],
] as const;
const known =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
const letter = /\p{L}/u;
// The scripts that one language writes together; Latin goes with each of them.
const together = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Hangul"],
  ["Latin", "Han", "Bopomofo"],
];
// Wholly of letters that have a Latin twin.
const lookalikes = /^[асԁеһіјӏорԛѕԝхуъЬҽпгѵѡмктвнοαικνρτυχ0-9._-]+$/u;

/** The first part that could deceive, or null. */
export function confusablePart(address: string): Confusable | null {
  if (isAscii(address)) return null;
  const at = address.lastIndexOf("@");
  const parts = [address.slice(0, at), ...address.slice(at + 1).split(/[.。]/u)];
  for (const part of parts) {
    if (isAscii(part)) continue;
    if (isMixed(part)) return { part, reason: "mixed-script" };
    if (lookalikes.test(part.toLowerCase())) return { part, reason: "lookalike" };
  }
  return null;
}

function isMixed(part: string): boolean {
  const found: string[] = scripts.filter(([, pattern]) => pattern.test(part)).map(([name]) => name);
  // Letters of all other scripts count as one more, so that any of them beside these is a mixture.
  if (Array.from(part).some((character) => letter.test(character) && !known.test(character)))
    found.push("other");
  return found.length > 1 && !together.some((family) => found.every((script) => family.includes(script)));
}
