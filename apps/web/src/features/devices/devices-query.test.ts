import { describe, expect, it } from "vitest";
import { devicesInput, devicesQuery, isNarrowed } from "./devices-query";

const parse = (query: string) => devicesQuery.parse(new URLSearchParams(query));

describe("devicesQuery", () => {
  it.each([
    ["nothing", ""],
    ["a search", "search=anna+phone"],
    ["all at once", "search=a&platform=IOS&state=LOST&user=7"],
  ])("keeps %s on the way there and back", (_what, query) => {
    expect(devicesQuery.write(parse(query)).toString()).toBe(query);
  });

  it.each(["platform=TOASTER", "state=GONE", "user=1;drop"])("drops %s", (query) => {
    expect(devicesQuery.write(parse(query)).toString()).toBe("");
  });

  it("asks for no more than was said", () => {
    expect(devicesInput(parse(""))).toEqual({ limit: 100 });
    expect(isNarrowed(parse("search=+"))).toBe(false);
    expect(isNarrowed(parse("state=LOST"))).toBe(true);
  });
});
