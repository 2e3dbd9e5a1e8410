import { expect, test } from "vitest";
import { rowNumberSchema, undoRowNumberSchema } from "./row-number-schema";

// Memberships that a member list ended stand below 0 in an undo: their heap could not be paged past a hundred, nor ticked.
test.each([
  [1, true, true],
  [0, true, true],
  [-4, false, true],
  [2_147_483_647, true, true],
  [2_147_483_648, false, false],
  [-2_147_483_649, false, false],
  [1.5, false, false],
])("%d is a row of a file: %s, of an undo: %s", (given, ofFile, ofUndo) => {
  expect(rowNumberSchema.safeParse(given).success).toBe(ofFile);
  expect(undoRowNumberSchema.safeParse(given).success).toBe(ofUndo);
});
