// Whether the person gets a welcome mail: Yes, No or nothing, in any case (sources/000).
import type { Rule } from "../model/check";
import { clip, makeProblem, type Fix } from "../model/problem";

// What people write for it in the languages that spreadsheets come in; only ever offered, never assumed.
const yes = new Set(
  "y true t 1 on x ok ja j si sí sì s oui o sim da tak ano igen evet kyllä yep yeah ✓ ✔".split(" "),
);
const no = new Set(
  "n false f 0 off - nein non não nao nej niet nee ne nie nem hayır hayir ei nope none ✗".split(" "),
);

/** `send-email.invalid`; fills `sendWelcome`: an empty cell means No, no column nothing. */
export const checkSendEmail: Rule = (file) => {
  const read = file.reader("sendWelcome");
  const place = { column: file.headerOf("sendWelcome"), field: "sendWelcome" as const };
  return (row) => {
    const text = read(row);
    if (text === null) return;
    const value = text.toLowerCase();
    if (value === "yes") row.record.sendWelcome = true;
    else if (value === "no" || value === "") row.record.sendWelcome = false;
    else {
      const problem = makeProblem(
        "send-email.invalid",
        { value: clip(text) },
        { line: row.line, ...place, fix: fixOf(value) },
      );
      row.problems.push(problem);
    }
  };
};

function fixOf(value: string): Fix | null {
  const meant = yes.has(value) ? "Yes" : no.has(value) ? "No" : null;
  return meant === null
    ? null
    : { kind: "set", field: "sendWelcome", value: meant, label: `Change to ${meant}` };
}
