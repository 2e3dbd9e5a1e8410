/** Writes one past file as the CSV it was. What it brings is in the roster afterwards, unless it never got that far. */
import { randomBytes } from "node:crypto";
import type { Random } from "../people/random";
import { toCsv, toLine, type Line } from "./lines";
import { addMistakes } from "./mistakes";
import { domains, knownNames, units as everyUnit } from "./organisation";
import type { PastFile } from "./past-files";
import type { Member, Roster } from "./roster";

/** The text of the file; lines in no order. */
export function writeFile(
  file: PastFile,
  roster: Roster,
  administrators: readonly Member[],
  random: Random,
): string {
  roster.beginFile();
  const domain = file.domain === undefined ? undefined : domains[file.domain];
  const stays = file.end === "completed";
  const lines = [
    ...times(file.create, (place) => {
      const name = file.known === true ? knownNames[place] : undefined;
      const member = roster.join(file.units, { name, domain, stays });
      return { ...toLine(member), ...wayIn(file, place, random) };
    }),
    ...times(file.update, () => {
      const member = change(file, roster.revisit(), random);
      if (stays) roster.update(member);
      return toLine(member);
    }),
    ...times(file.unchanged + file.exists, () => toLine(roster.revisit())),
    ...administrators.slice(0, file.administrators).map(toLine),
  ];
  shuffle(lines, random);
  addMistakes(lines, file, roster, random);
  return toCsv(lines);
}

/** Who comes first has a password, who comes next a link, then both; the last have no way in. */
function wayIn(
  { passwords, links, both }: PastFile,
  place: number,
  random: Random,
): Pick<Line, "password" | "send"> {
  if (place < passwords) return { password: makePassword(), send: random.chance(0.5) ? "No" : "" };
  if (place < passwords + links) return { password: "", send: "Yes" };
  if (place < passwords + links + both) return { password: makePassword(), send: "yes" };
  return { password: "", send: "No" };
}

/** Moved to another department, put into another group, married: at least one of these. */
function change(file: PastFile, member: Member, random: Random): Member {
  const group = random.pick(file.units).often.find((name) => !member.groups.includes(name));
  const groups = random.chance(0.8) && group !== undefined ? [...member.groups, group] : member.groups;
  const married = random.chance(0.1) ? `${member.name}-${random.pick(marriedNames)}` : member.name;
  const stays = random.chance(0.3) && (groups !== member.groups || married !== member.name);
  const others = (file.units.length > 1 ? file.units : everyUnit).filter(
    ({ department }) => department !== member.department,
  );
  const department = stays ? member.department : random.pick(others).department;
  return { ...member, name: married, department, groups };
}

const marriedNames = ["Holm", "Okafor", "Nowak", "Costa", "Berg", "Hughes", "Demir", "Rossi"];
/** Of true chance, unlike everything else: nobody shall know it from this source. */
function makePassword(): string {
  return randomBytes(12).toString("hex");
}

function shuffle(lines: Line[], random: Random): void {
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const other = random.int(at + 1);
    const [one, two] = [lines[at], lines[other]];
    if (one === undefined || two === undefined) continue;
    lines[at] = two;
    lines[other] = one;
  }
}

function times<T>(count: number, make: (place: number) => T): T[] {
  return Array.from({ length: count }, (_, place) => make(place));
}
