/** Puts into a file what people get wrong, each in a line of its own, so that the counts of all other lines stay. */
import type { Random } from "../people/random";
import { toLine, type Line } from "./lines";
import type { Mistake, PastFile } from "./past-files";
import type { Roster } from "./roster";

/** Adds the lines of `file.problems` to `lines`, somewhere. */
export function addMistakes(lines: Line[], file: PastFile, roster: Roster, random: Random): void {
  for (const [mistake, count] of Object.entries(file.problems) as [Mistake, number][]) {
    for (let nth = 0; nth < count; nth += 1) {
      const at = 1 + random.int(lines.length);
      const made =
        mistake === "twice"
          ? again(lines.slice(0, at), random)
          : spoil({ ...toLine(roster.join(file.units, { stays: false })), send: "Yes" }, mistake, random);
      lines.splice(at, 0, made);
    }
  }
}

/** Somebody who stands above, typed in again by somebody else. */
function again(earlier: readonly Line[], random: Random): Line {
  const good = earlier.filter(({ email, name }) => name !== "" && /^[^\s@]+@[^\s@]+$/.test(email));
  const line = random.pick(good);
  return { ...line, email: line.email.toUpperCase(), password: "", send: "Yes" };
}

function spoil(line: Line, mistake: Exclude<Mistake, "twice">, random: Random): Line {
  switch (mistake) {
    case "yes-no":
      return { ...line, send: random.chance(0.7) ? "Y" : "ja" };
    case "space":
      return { ...line, email: line.email.replace(".", ". ") };
    case "address":
      return { ...line, email: line.email.replace("@", random.chance(0.5) ? "" : "@@") };
    case "name":
      return { ...line, name: "" };
    case "password":
      return { ...line, password: "password1234" };
    case "values":
      return { ...line, extra: "see mail of 4 March" };
  }
}
