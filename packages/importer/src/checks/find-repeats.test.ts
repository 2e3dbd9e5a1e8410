// What rows of one file show together; the tables are tested beside them.
import { describe, expect, it } from "vitest";
import { createFileChecker } from "../file-checker";
import { formats } from "../formats/registry";
import { applyMapping } from "../mapping/apply-mapping";
import type { MappingTarget } from "../model/mapping";
import type { ReadOptions } from "../model/read";

const twelve = "Harbour-Violet-31";

function told(headers: string[], rows: string[][], options: ReadOptions = {}): string[] {
  const mapping = {
    name: "t",
    version: 1,
    header: 1,
    columns: headers.map((from) => ({ from, to: from as MappingTarget })),
    values: {},
    defaults: {},
    blank: {},
  };
  const { columns } = applyMapping(mapping, [{ line: 1, cells: headers }]);
  const check = createFileChecker(
    formats.custom,
    { columns, mapping: null },
    { duplicates: true, ...options },
  );
  return rows.flatMap((cells, n) =>
    check({ line: n + 2, cells }).problems.map(
      ({ line, code, field }) => `${line ?? 0} ${code} ${field ?? ""}`,
    ),
  );
}

describe("repeats in a file", () => {
  it.each<[string, string[], string[][], string[]]>([
    [
      "a user name again in its domain, whatever the case",
      ["email", "fullName", "username"],
      [
        ["a@x.com", "A", "Ann"],
        ["b@x.com", "B", "ann"],
      ],
      ["3 username.duplicate username"],
    ],
    [
      "the same user name in another domain is another",
      ["email", "fullName", "username"],
      [
        ["a@x.com", "A", "ann"],
        ["b@y.com", "B", "ann"],
      ],
      [],
    ],
    [
      "address and user name both again: both are told",
      ["email", "fullName", "username"],
      [
        ["a@x.com", "A", "ann"],
        ["A@X.com", "B", "ann"],
      ],
      ["3 email.duplicate email", "3 username.duplicate username"],
    ],
    [
      "rows without a user name are alike in nothing",
      ["email", "fullName", "username"],
      [
        ["a@x.com", "A", ""],
        ["b@x.com", "B", ""],
      ],
      [],
    ],
    [
      "an alias of an earlier row",
      ["email", "fullName", "alias"],
      [
        ["a@x.com", "A", "z@x.com"],
        ["b@x.com", "B", "Z@x.com"],
      ],
      ["3 alias.duplicate aliases"],
    ],
    [
      "a password",
      ["email", "fullName", "password"],
      [
        ["a@x.com", "A", twelve],
        ["b@x.com", "B", twelve],
      ],
      ["3 password.reused password"],
    ],
  ])("%s", (_, headers, rows, expected) => {
    expect(told(headers, rows)).toEqual(expected);
  });
});
