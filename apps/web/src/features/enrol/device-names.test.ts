import { describe, expect, it } from "vitest";
import { otherNames, suggestedName } from "./device-names";

describe("suggestedName", () => {
  it.each([
    ["Thabo Nkosi", "IOS", "Thabo’s iPhone"],
    ["  Agnes  Lie", "MACOS", "Agnes’ Mac"],
    ["Ola", "ANDROID", "Ola’s phone"],
    ["ola@example.com", "WINDOWS", "My computer"],
    ["", "OTHER", "My device"],
    ["x".repeat(200), "IPADOS", "My iPad"],
  ] as const)("of %j on %s is %s", (name, platform, said) => {
    expect(suggestedName(name, platform)).toBe(said);
  });
});

it("offers tablets names of tablets", () => {
  expect(otherNames("IPADOS")).toEqual(["Work tablet", "Private tablet"]);
});
