import { describe, expect, it } from "vitest";
import { invitationsInput, invitationsQuery } from "./invitations-query";

const parse = (query: string) => invitationsQuery.parse(new URLSearchParams(query));

describe("invitationsQuery", () => {
  it.each([
    ["nothing", ""],
    ["all at once", "search=a&state=expired&import=7"],
  ])("keeps %s on the way there and back", (_what, query) => {
    expect(invitationsQuery.write(parse(query)).toString()).toBe(query);
  });

  it.each(["state=EXPIRED", "import=abc"])("drops %s", (query) => {
    expect(invitationsInput(parse(query))).toEqual({ limit: 100 });
  });
});
