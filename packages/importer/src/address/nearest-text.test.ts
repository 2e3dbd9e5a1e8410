// The nearest of a few texts.
import { describe, expect, it } from "vitest";
import { nearestText } from "./nearest-text";

describe("nearestText", () => {
  it.each([
    ["a letter missing", "haldenmor.com", "haldenmoor.com"],
    ["a letter too many", "haldenmooor.com", "haldenmoor.com"],
    ["a wrong letter", "haldenmoir.com", "haldenmoor.com"],
    ["two neighbours swapped count as one edit", "hladenmoro.com", "haldenmoor.com"],
    ["the nearer of two", "moorlogistics.e", "moorlogistics.eu"],
    ["too far", "example.org", null],
    ["three edits", "aldenmor.co", null],
    ["nothing", "", null],
  ])("%s", (_, text, nearest) => {
    expect(nearestText(text, ["haldenmoor.com", "moorlogistics.eu"], 2)).toBe(nearest);
  });
});
