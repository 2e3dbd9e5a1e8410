import { describe, expect, it } from "vitest";

import { matchGroups, splitMatch } from "./command-match";
import type { CommandGroup } from "./command-types";

const item = (label: string, keywords: string[] = []) => ({
  id: label,
  label,
  keywords,
  onSelect: () => undefined,
});
const groups: CommandGroup[] = [
  { label: "Go to", items: [item("Users", ["people"]), item("Audit log")] },
  { label: "Found", remote: true, items: [item("Maren Østby")] },
];
const found = (query: string) =>
  matchGroups(groups, query).flatMap((group) => group.items.map(({ label }) => label));

describe("what is found", () => {
  it.each([
    ["nothing typed: everything", "", ["Users", "Audit log", "Maren Østby"]],
    ["the start of a word", "aud", ["Audit log", "Maren Østby"]],
    ["a keyword", "peop", ["Users", "Maren Østby"]],
    ["every word must be found", "audit users", ["Maren Østby"]],
    ["words in any order", "log aud", ["Audit log", "Maren Østby"]],
    ["remote groups are the server's affair", "zzz", ["Maren Østby"]],
  ])("%s", (_why, query, expected) => {
    expect(found(query)).toEqual(expected);
  });
  it("leaves out groups without items", () => {
    expect(matchGroups(groups, "zzz").map(({ label }) => label)).toEqual(["Found"]);
  });
});

describe("what is set in bold", () => {
  it.each([
    ["in the middle", "Katarzyna Nowak-Lis", "nowa", ["Katarzyna ", "*Nowa", "k-Lis"]],
    ["accents are not minded", "João", "joa", ["*Joã", "o"]],
    ["nothing typed", "Users", "", ["Users"]],
    ["found elsewhere", "Users", "people", ["Users"]],
  ])("%s", (_why, label, query, expected) => {
    expect(splitMatch(label, query).map(({ text, hit }) => (hit ? `*${text}` : text))).toEqual(expected);
  });
});
