import { expect, test } from "vitest";
import { toAscii } from "./person";

test.each([
  ["Łukasz", "lukasz"],
  ["Øyvind", "oyvind"],
  ["Güneş", "gunes"],
  ["Işıl", "isil"],
  ["Groß", "gross"],
  ["’t Hooft", "thooft"],
  ["Lars-Erik", "lars-erik"],
  ["Nguyễn", "nguyen"],
])("an address is made of ASCII: %s → %s", (name, part) => {
  expect(toAscii(name)).toBe(part);
});
