import { describe, expect, it } from "vitest";
import { forgetOnClose } from "./forget-on-close";

function answerWith(...cookies: string[]): string[] {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return forgetOnClose(new Response("{}", { headers })).headers.getSetCookie();
}

describe("forgetOnClose", () => {
  it.each([
    [
      "the session loses its end",
      "rollcall.session=abc; Path=/; Expires=Sun, 29 Nov 2026 10:00:00 GMT; HttpOnly; SameSite=Lax",
      "rollcall.session=abc; Path=/; HttpOnly; SameSite=Lax",
    ],
    [
      "also with the prefix, and Max-Age",
      "__Host-rollcall.session=abc; Path=/; Max-Age=60; Secure",
      "__Host-rollcall.session=abc; Path=/; Secure",
    ],
    [
      "a session that is being deleted stays so",
      "rollcall.session=; Path=/; Max-Age=0",
      "rollcall.session=; Path=/; Max-Age=0",
    ],
    [
      "other cookies are left alone",
      "rollcall.csrf=abc; Path=/; Max-Age=60",
      "rollcall.csrf=abc; Path=/; Max-Age=60",
    ],
  ])("%s", (_reason, before, after) => {
    expect(answerWith(before)).toEqual([after]);
  });

  it("keeps every cookie of the answer", () => {
    expect(answerWith("rollcall.csrf=1", "rollcall.session=2; Max-Age=9")).toEqual([
      "rollcall.csrf=1",
      "rollcall.session=2",
    ]);
  });
});
