import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { parseDotEnv } from "./parse-dot-env";
import { parseSettings } from "./parse-settings";
import { settingsSchema } from "./settings-schema";
import { settingsTable } from "./settings-table";

const example = readFileSync(new URL("../../../.env.example", import.meta.url), "utf8");
/** the example's settings, which all stand in comments */
const uncommented = example.replace(/^# ?(?=[A-Z_]+=)/gmu, "");

describe("the table of settings", () => {
  it("lists what the schema checks", () => {
    expect(settingsTable.map((row) => row.name)).toEqual(Object.keys(settingsSchema("/").shape));
  });

  it("is what .env.example lists", () => {
    expect(Object.keys(parseDotEnv(uncommented))).toEqual(settingsTable.map((row) => row.name));
  });

  it("has the defaults that .env.example shows", () => {
    const shown = parseDotEnv(uncommented);
    for (const row of settingsTable) {
      const written = row.name === "APP_URL" ? "http://localhost:3000" : (row.default ?? "");
      expect(shown[row.name]).toBe(written);
    }
  });

  it("has the defaults that hold", () => {
    const written = settingsTable.map((row) => [row.name, row.default?.replace("PORT", "3000")]);
    expect(
      parseSettings(Object.fromEntries(written) as Record<string, string | undefined>, { cwd: "/x" }),
    ).toEqual(parseSettings({}, { cwd: "/x" }));
  });

  it("changes nothing when .env.example is used as it is", () => {
    expect({ ...parseDotEnv(example) }).toEqual({});
  });
});
