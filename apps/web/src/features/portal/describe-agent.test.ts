import { describe, expect, it } from "vitest";
import { describeAgent } from "./describe-agent";

describe("describeAgent", () => {
  it.each([
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605 Version/26.1 Mobile/15E148 Safari/604.1",
      { name: "Safari on iPhone", phone: true },
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
      { name: "Edge on Windows", phone: false },
    ],
    [
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
      { name: "Firefox on Linux", phone: false },
    ],
    ["curl/8.5", { name: "Unknown browser", phone: false }],
    [null, { name: "Unknown browser", phone: false }],
  ])("%s", (agent, words) => {
    expect(describeAgent(agent)).toEqual(words);
  });
});
