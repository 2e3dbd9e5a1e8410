// The user name of a row, which with the domain of the import is the address. Whose domain it is, it does not ask.
import { addressKey } from "../address/address-key";
import type { Rule } from "../model/check";
import { clip, makeProblem, type Fix } from "../model/problem";

/** 1 to 15 ASCII letters and digits (sources/003). */
export const usernamePattern = /^[A-Za-z0-9]{1,15}$/u;

/**
 * `username.missing`, `username.invalid`; fills `username`, and with `CheckOptions.domain` the address and the row's key.
 * That there is no domain is a matter of the file, not of a row (`checkDemands`).
 */
export const checkUsername: Rule = (file) => {
  const read = file.reader("username");
  const place = { column: file.headerOf("username"), field: "username" as const };
  const domain = file.options.domain ?? null;
  return (row) => {
    const text = read(row) ?? "";
    if (text === "") {
      row.problems.push(makeProblem("username.missing", {}, { line: row.line, ...place }));
      return;
    }
    row.record.username = text;
    if (!usernamePattern.test(text)) {
      const fix = fixOf(text, domain);
      row.problems.push(
        makeProblem("username.invalid", { value: clip(text) }, { line: row.line, ...place, fix }),
      );
      return;
    }
    if (domain === null) return;
    const email = `${text}@${domain}`;
    row.key = addressKey(email);
    if (row.key !== null) row.record.email = email;
  };
};

// Only what then is a valid user name is offered.
function fixOf(text: string, domain: string | null): Fix | null {
  const together = text.replace(/\s+/gu, "");
  if (usernamePattern.test(together)) return setTo(together, "Take the spaces out");
  const bare = /^[<["'“](.*)[>\]"'”]$/u.exec(together)?.[1] ?? "";
  if (usernamePattern.test(bare)) return setTo(bare, `Change to ${bare}`);
  // The whole address where only its first half is asked for.
  const [local = "", after = ""] = together.split("@");
  const own = domain === null || after.toLowerCase() === domain.toLowerCase();
  return own && after !== "" && usernamePattern.test(local) ? setTo(local, `Change to ${local}`) : null;
}

function setTo(value: string, label: string): Fix {
  return { kind: "set", field: "username", value, label };
}
