import { describe, expect, it } from "vitest";
import { isFiltered, usersInput, usersQuery } from "./users-query";

const parse = (query: string) => usersQuery.parse(new URLSearchParams(query));

describe("usersQuery", () => {
  it.each([
    ["nothing", ""],
    ["a search", "search=anna+holm"],
    ["an order", "sort=lastSeen&direction=desc"],
    ["every filter", "status=locked&role=HELPDESK&source=IMPORTED&department=none&group=7&plan=5&import=12"],
    ["all at once", "search=a&sort=email&direction=desc&status=active&department=3"],
  ])("keeps %s on the way there and back", (_what, query) => {
    expect(usersQuery.write(parse(query)).toString()).toBe(query);
  });

  it.each([
    ["a status that is none", "status=sleeping"],
    ["an order that is none", "sort=password&direction=sideways"],
    ["ids that are none", "department=1;drop&group=-1&plan=x&import=abc"],
    ["a role that is none", "role=OWNER"],
    ["what says the default", "sort=name&direction=asc"],
  ])("drops %s", (_what, query) => {
    expect(usersQuery.write(parse(query)).toString()).toBe("");
  });

  it("asks the same of the server however the address says nothing", () => {
    expect(usersInput(parse(""))).toEqual(usersInput(parse("search=+&status=")));
  });

  it("knows a narrowed list from a whole one", () => {
    expect(isFiltered(parse("sort=email"))).toBe(false);
    expect(isFiltered(parse("search=a"))).toBe(true);
    expect(isFiltered(parse("group=1"))).toBe(true);
  });
});
