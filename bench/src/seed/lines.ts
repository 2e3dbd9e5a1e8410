/** The lines of a hosted-users file and how they are written. Nothing here needs quotes: no value holds a comma. */
import type { Member } from "./roster";

export interface Line {
  email: string;
  name: string;
  password: string;
  department: string;
  send: string;
  groups: readonly string[];
  /** one more value than the header has columns */
  extra?: string;
}

/** Nothing asked for but to be there. */
export function toLine({ email, name, department, groups }: Member): Line {
  return { email, name, department, groups, password: "", send: "No" };
}

/** As many Group columns as somebody has groups; lines end as a spreadsheet ends them. */
export function toCsv(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(({ groups }) => groups.length));
  const places = Array.from({ length: width }, (_, place) => place);
  const header = ["Email", "Full Name", "Password", "Department", "Send email", ...places.map(() => "Group")];
  const rows = lines.map(({ email, name, password, department, send, groups, extra }) => [
    ...[email, name, password, department, send],
    ...places.map((place) => groups[place] ?? ""),
    ...(extra === undefined ? [] : [extra]),
  ]);
  return [header, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}
