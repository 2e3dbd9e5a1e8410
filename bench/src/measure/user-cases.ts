/** Filters and searches of the users that `measure/lists.ts` asks; ids are those of `large/large-sql.ts`. Data only. */
import type { AccountFilters } from "@rollcall/accounts";

export type UserCase = [name: string, filters: AccountFilters, search: string | undefined];

const byFilter: [name: string, filters: AccountFilters][] = [
  ["everybody", {}],
  ["active", { status: "active" }],
  ["invited", { status: "invited" }],
  ["locked", { status: "locked" }],
  ["disabled", { status: "disabled" }],
  ["role User", { role: "USER" }],
  ["administrators", { role: "ADMINISTRATOR" }],
  ["one admin role", { role: "HELPDESK" }],
  ["source file", { source: "IMPORTED" }],
  ["source directory", { source: "DIRECTORY" }],
  ["source manual", { source: "MANUAL" }],
  ["largest department", { departmentId: "1" }],
  ["middling department", { departmentId: "60" }],
  ["department bought with others", { departmentId: "101" }],
  ["department of newcomers", { departmentId: "151" }],
  ["empty department", { departmentId: "200" }],
  ["no department", { departmentId: "none" }],
  ["group of most", { groupId: "1" }],
  ["large group", { groupId: "2" }],
  ["middling group", { groupId: "100" }],
  ["small group", { groupId: "498" }],
  ["group bought with others", { groupId: "501" }],
  ["group of newcomers", { groupId: "502" }],
  ["largest plan", { planId: "1" }],
  ["smallest plan", { planId: "5" }],
  ["first import", { importId: "1" }],
  ["an import of a month", { importId: "5" }],
  ["import of those bought", { importId: "12" }],
  ["yesterday's import", { importId: "13" }],
  ["import of nobody", { importId: "14" }],
  ["invited of yesterday's import", { status: "invited", importId: "13" }],
  ["invited of the first import", { status: "invited", importId: "1" }],
  ["disabled of a department", { status: "disabled", departmentId: "1" }],
  ["directory, large group", { source: "DIRECTORY", groupId: "2" }],
  ["group and department that hardly meet", { groupId: "501", departmentId: "1" }],
];

const bySearch: [name: string, search: string][] = [
  ["single letter m", "m"],
  ["single letter z", "z"],
  ["me", "me"],
  ["a first name", "tomasz"],
  ["a family name", "mehta"],
  ["two words", "priya mehta"],
  ["everybody's domain", "haldenmoor"],
  ["bought domain", "northern"],
  ["one address", "anders.aas"],
  ["alias domain", "alias.example"],
  ["nobody", "nobodyatall"],
];

export const userCases: UserCase[] = [
  ...byFilter.map(([name, filters]): UserCase => [`users: ${name}`, filters, undefined]),
  ...bySearch.map(([name, search]): UserCase => [`users: search ${name}`, {}, search]),
  ["users: search me, invited", { status: "invited" }, "me"],
  ["users: search me, large group", { groupId: "2" }, "me"],
  ["users: search a first name, largest department", { departmentId: "1" }, "tomasz"],
  ["users: search me, yesterday's import", { importId: "13" }, "me"],
  ["users: search bought domain, large group", { groupId: "2" }, "northern"],
];
