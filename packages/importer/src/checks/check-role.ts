// The role of a row: Administrator or User. What kind of administrator is not asked here, and who may grant it neither.
import { nearestText } from "../address/nearest-text";
import type { Rule } from "../model/check";
import { clip, makeProblem, type Fix } from "../model/problem";
import type { Role } from "../model/record";

const names = { ADMINISTRATOR: "Administrator", USER: "User" } as const satisfies Record<Role, string>;

// What people write for them; only ever offered, never assumed.
const meanings: Record<Role, readonly string[]> = {
  ADMINISTRATOR: ["admin", "admins", "adm", "administrators", "administrador", "administrateur", "beheerder"],
  USER: [
    "users",
    "standard user",
    "normal user",
    "member",
    "benutzer",
    "usuario",
    "utilisateur",
    "gebruiker",
  ],
};

/** `role.invalid`, with a fix where it is clear what was meant; fills `role`, null when the cell is empty. */
export const checkRole: Rule = (file) => {
  const read = file.reader("role");
  const place = { column: file.headerOf("role"), field: "role" as const };
  return (row) => {
    const text = read(row);
    if (text === null || text === "") return;
    const role = roleOf(text.toLowerCase());
    if (role !== null) {
      row.record.role = role;
      return;
    }
    const problem = makeProblem(
      "role.invalid",
      { value: clip(text) },
      { line: row.line, ...place, fix: fixOf(text.toLowerCase()) },
    );
    row.problems.push(problem);
  };
};

function roleOf(text: string): Role | null {
  return text === "administrator" ? "ADMINISTRATOR" : text === "user" ? "USER" : null;
}

function fixOf(text: string): Fix | null {
  const role = meantBy(text);
  return role === null
    ? null
    : { kind: "set", field: "role", value: names[role], label: `Change to ${names[role]}` };
}

function meantBy(text: string): Role | null {
  for (const role of ["ADMINISTRATOR", "USER"] as const)
    if (
      meanings[role].includes(text) ||
      nearestText(text, [names[role].toLowerCase()], farthest[role]) !== null
    )
      return role;
  return null;
}

// Slips of the hand: a short word has room for one.
const farthest: Record<Role, number> = { ADMINISTRATOR: 2, USER: 1 };
