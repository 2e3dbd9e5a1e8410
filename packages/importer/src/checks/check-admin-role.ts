// What an administrator may do. Whether the importer may grant it, only the plan knows.
import { nearestText } from "../address/nearest-text";
import type { Rule } from "../model/check";
import { clip, makeProblem, type Fix } from "../model/problem";
import type { AdminRole } from "../model/record";

// "Help desk administrator", "HELPDESK" and "help-desk" are one; "Administrator" alone means Basic (PRODUCT.md, "Roles").
const roles: ReadonlyMap<string, AdminRole> = new Map([
  ["master", "MASTER"],
  ["migration", "MIGRATION"],
  ["super", "SUPER"],
  ["full", "FULL"],
  ["basic", "BASIC"],
  ["helpdesk", "HELPDESK"],
  ["gateway", "GATEWAY"],
  ["", "BASIC"],
]);

/** The roles as files write them. */
export const adminRoleNames: Readonly<Record<AdminRole, string>> = {
  MASTER: "Master",
  MIGRATION: "Migration",
  SUPER: "Super",
  FULL: "Full",
  BASIC: "Basic",
  HELPDESK: "Helpdesk",
  GATEWAY: "Gateway",
};

/**
 * `admin-role.invalid`, `admin-role.of-user`; fills `adminRole`, and with it the role ADMINISTRATOR. Runs after the rule of
 * the role.
 */
export const checkAdminRole: Rule = (file) => {
  const read = file.reader("adminRole");
  const place = { column: file.headerOf("adminRole"), field: "adminRole" as const };
  return (row) => {
    const text = read(row) ?? "";
    if (text === "") return;
    const role = roles.get(keyOf(text));
    const value = clip(text);
    if (role === undefined) {
      const fix = fixOf(text);
      row.problems.push(makeProblem("admin-role.invalid", { value }, { line: row.line, ...place, fix }));
    } else if (row.record.role === "USER") {
      row.problems.push(makeProblem("admin-role.of-user", { value }, { line: row.line, ...place }));
    } else {
      row.record.adminRole = role;
      row.record.role = "ADMINISTRATOR";
    }
  };
};

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_-]+/gu, "")
    .replace(/admin(?:istrator)?$/u, "");
}

function fixOf(text: string): Fix | null {
  if (text.length > 40) return null;
  const near = nearestText(
    keyOf(text),
    [...roles.keys()].filter((key) => key !== ""),
    2,
  );
  const role = roles.get(near ?? "?");
  if (role === undefined) return null;
  const value = adminRoleNames[role];
  return { kind: "set", field: "adminRole", value, label: `Change to ${value}` };
}
