import { describe, expect, it } from "vitest";
import { sayValue, settingSections, type SettingField } from "./setting-fields";

const fields = settingSections.flatMap((section) => section.fields);
const named = (name: string): SettingField => fields.find((field) => field.name === name)!;

describe("a setting in words", () => {
  it.each([
    ["imports.keepRowsDays", "0", "Always", "0 days would say that nothing is kept"],
    ["imports.keepRowsDays", "1", "1 day", "one"],
    ["imports.keepRowsDays", "90", "90 days", "many"],
    ["guard.changedAccounts", "1", "1 account", "one"],
    ["guard.changedShare", "1", "1 % of all", "no plural"],
    ["guard.administrators", "false", "Do not ask", "an option"],
    ["organisation.name", "Haldenmoor", undefined, "a text is shown as it is"],
  ])("%s %s: %s (%s)", (name, text, expected, _why) => {
    expect(sayValue(named(name), text)).toBe(expected);
  });
});
