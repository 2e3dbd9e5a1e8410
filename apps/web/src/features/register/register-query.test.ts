import { describe, expect, it } from "vitest";
import { matching, registerQuery } from "./register-query";

const parse = (query: string) => registerQuery.parse(new URLSearchParams(query));

describe("registerQuery", () => {
  it.each([
    ["nothing", ""],
    ["a search", "search=mail"],
    ["an entry", "open=12"],
    ["a new entry during a search", "search=mail&open=new"],
  ])("keeps %s on the way there and back", (_what, query) => {
    expect(registerQuery.write(parse(query)).toString()).toBe(query);
  });

  it.each(["open=", "open=abc", "open=1;drop"])("drops %s, which is no entry", (query) => {
    expect(parse(query).open).toBeNull();
  });
});

describe("matching", () => {
  const rows = [{ texts: ["Basic mail", "Calendar"] }, { texts: ["Drive"] }];
  it.each([
    ["", 2],
    ["  ", 2],
    ["MAIL", 1],
    ["calendar basic", 1],
    ["drive mail", 0],
  ])("%j leaves %i", (search, count) => {
    expect(matching(rows, search, (row) => row.texts)).toHaveLength(count);
  });
});
