import { describe, expect, test } from "vitest";
import { everyColumn } from "./to-import-record";

describe("the columns of a record", () => {
  test("stand where their cells do, also right of what a checkpoint leaves aside", () => {
    const column = (index: number, header: string) => ({ index, header, field: null, reason: "" });
    expect(everyColumn([column(1, "email"), column(2, "name")]).map(({ header }) => header)).toEqual([
      "",
      "email",
      "name",
    ]);
    expect(everyColumn([])).toEqual([]);
  });
});
