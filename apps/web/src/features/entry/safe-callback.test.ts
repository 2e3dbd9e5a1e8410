import { describe, expect, it } from "vitest";
import { safeCallback } from "./safe-callback";

// Each of these must not lead anywhere after signing in (reliability H9). The reason is what a browser makes of it.
const hostile: [reason: string, value: string][] = [
  ["another site", "https://evil.example"],
  ["another site, plain http", "http://evil.example/"],
  ["scheme-relative", "//evil.example"],
  ["scheme-relative, three slashes", "///evil.example"],
  ["scheme-relative, four slashes", "////evil.example"],
  ["backslashes are slashes to browsers", "/\\evil.example"],
  ["two backslashes", "\\\\evil.example"],
  ["slash after backslash", "\\/evil.example"],
  ["a backslash later on", "/\\/evil.example"],
  ["a backslash in a path", "/users\\..\\..\\evil"],
  ["a script", "javascript:alert(1)"],
  ["a script in odd case", "JaVaScRiPt:alert(1)"],
  ["a script behind white space", " javascript:alert(1)"],
  ["a script behind a slash and a line break", "/\njavascript:alert(1)"],
  ["data", "data:text/html,<script>alert(1)</script>"],
  ["a blob", "blob:https://evil.example/1"],
  ["another scheme", "ftp://evil.example"],
  ["user information", "https://rollcall.invalid@evil.example"],
  ["encoded slashes", "/%2f%2fevil.example"],
  ["encoded slashes, upper case", "/%2F%2Fevil.example"],
  ["an encoded slash after a slash", "/%2fevil.example"],
  ["an encoded backslash", "/%5cevil.example"],
  ["a tab that browsers drop", "/\t/evil.example"],
  ["a line break that browsers drop", "/\n/evil.example"],
  ["a carriage return that browsers drop", "/\r/evil.example"],
  ["an encoded tab", "/%09/evil.example"],
  ["an encoded NUL", "/%00/evil.example"],
  ["NUL", "/\u0000/evil.example"],
  ["a space before", " /users"],
  ["a no-break space", "/\u00a0/evil.example"],
  ["a zero-width joiner", "/\u200d/evil.example"],
  ["dots that leave", "/..//evil.example"],
  ["dots that make two slashes", "/.//evil.example"],
  ["no slash at the start", "evil.example"],
  ["a path without a slash", "users"],
  ["nothing", ""],
  ["too long", `/${"a".repeat(3000)}`],
  ["our own API", "/api/exports"],
  ["signing in again, for ever", "/sign-in"],
];

const ours: [value: string, opens: string][] = [
  ["/", "/"],
  ["/overview", "/overview"],
  ["/users?status=active&q=anna", "/users?status=active&q=anna"],
  ["/users/12/mail#top", "/users/12/mail#top"],
  ["/users?q=a%2Fb", "/users?q=a%2Fb"],
  ["/users?next=https://evil.example", "/users?next=https://evil.example"],
  ["/groups/../users", "/users"],
];

describe("safeCallback", () => {
  it.each(hostile)("refuses %s", (_reason, value) => {
    expect(safeCallback(value)).toBeNull();
  });

  it.each(ours)("takes %s", (value, opens) => {
    expect(safeCallback(value)).toBe(opens);
  });

  it("takes nothing for an answer", () => {
    expect(safeCallback(undefined)).toBeNull();
    expect(safeCallback(null)).toBeNull();
  });
});
