import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./same-origin";

const app = "https://people.example.org";

const cases: [reason: string, headers: Record<string, string>, expected: boolean][] = [
  ["our own page, says the browser", { "sec-fetch-site": "same-origin" }, true],
  ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, false],
  ["a sibling subdomain is another site to us", { "sec-fetch-site": "same-site" }, false],
  ["typed into the address bar: no page of ours posts like that", { "sec-fetch-site": "none" }, false],
  ["what the browser says outweighs Origin", { "sec-fetch-site": "cross-site", origin: app }, false],
  [
    "an old browser, Origin names the host called",
    { origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" },
    true,
  ],
  ["an old browser behind a proxy that changes the host", { origin: app, host: "internal:3000" }, true],
  ["an old browser, another site", { origin: "https://evil.example", host: "people.example.org" }, false],
  ["the opaque origin of a sandboxed frame", { origin: "null", host: "people.example.org" }, false],
  ["another port is another origin", { origin: "http://localhost:4000", host: "localhost:3000" }, false],
  ["neither header: a script", {}, false],
];

describe("isSameOrigin", () => {
  it.each(cases)("%s", (_reason, headers, expected) => {
    expect(isSameOrigin(new Headers(headers), app)).toBe(expected);
  });
});
