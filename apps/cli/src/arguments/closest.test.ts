import { expect, test } from "vitest";
import { closest } from "./closest";

const known = ["check", "import", "import-report", "imports"];

test.each([
  ["chek", "check", "a letter left out"],
  ["improt", "import", "two changed places"],
  ["imports", "imports", "exactly"],
  ["delete", null, "nothing is near"],
  ["", null, "nothing was typed"],
])("%s → %s: %s", (word, meant, _why) => {
  expect(closest(word, known)).toBe(meant);
});
