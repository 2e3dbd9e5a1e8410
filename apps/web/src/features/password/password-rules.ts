/**
 * The password policy, rule by rule, as a form shows it while somebody types. The rules themselves are the importer's;
 * the server asks them again. Loaded only where a password is chosen: it brings the list of common ones.
 */
import { checkPassword } from "@rollcall/importer";

export interface PasswordOwner {
  email: string | null;
  name: string | null;
}

export interface RuleState {
  id: "length" | "common" | "own";
  label: string;
  /** null: nothing typed yet */
  met: boolean | null;
}

export interface PasswordVerdict {
  rules: RuleState[];
  /** what to do about it, for below the field; null when it is acceptable */
  fault: string | null;
  level: 0 | 1 | 2 | 3 | 4;
  word: string;
}

const MAX = 1024;

/** Looks at the password as it stands. */
export function judgePassword(password: string, minLength: number, owner: PasswordOwner): PasswordVerdict {
  const typed = password !== "";
  const length = Array.from(password).length;
  const reason = (min: number, who: PasswordOwner) =>
    checkPassword(password, { minLength: min, maxLength: MAX }, who)?.reason ?? null;
  const common = reason(0, { email: null, name: null }) === "common";
  const own = ["own-address", "own-name"].includes(reason(0, owner) ?? "");
  const rules: RuleState[] = [
    { id: "length", label: `At least ${minLength} characters`, met: typed ? length >= minLength : null },
    { id: "common", label: "Not a common password", met: typed ? !common : null },
    { id: "own", label: "Not your name or address", met: typed ? !own : null },
  ];
  const fault = faultOf(length, minLength, common, own);
  const level = fault === null ? strength(password) : typed ? 1 : 0;
  return { rules, fault, level, word: WORDS[level] };
}

const WORDS = ["", "Too weak", "Fair", "Strong", "Very strong"] as const;

function faultOf(length: number, minLength: number, common: boolean, own: boolean): string | null {
  if (length === 0) return "Choose a password.";
  if (length < minLength) return `Use at least ${minLength} characters; this has ${length}.`;
  if (length > MAX) return `Use at most ${MAX} characters.`;
  if (common) return "This is one of the first that anybody would guess. Choose another.";
  return own ? "This is your own name or address. Choose another." : null;
}

/** A rough guess at how long guessing takes, from how many different characters there are and how long it is. */
export function strength(password: string): 2 | 3 | 4 {
  const different = new Set(password.toLowerCase()).size;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d\s]/, /\s/].filter((kind) => kind.test(password)).length;
  const score = Array.from(password).length + different / 2 + kinds * 2;
  if (score >= 32) return 4;
  return score >= 24 ? 3 : 2;
}
