// What waits for a person is told in words that fit: one row needs, two need; and what was confirmed already says what spoke against it.
import { describe, expect, test } from "vitest";
import { describeAttention } from "./describe-attention";

const waits = {
  kind: "import-waits",
  importId: "7",
  fileName: "hr.csv",
  create: 40,
  update: 2,
  problem: 1,
  objection: null,
  since: new Date(0),
} as const;

describe("an import that waits", () => {
  test.each([
    [waits, "hr.csv waits for review", "40 new · 1 row needs attention"],
    [{ ...waits, create: 0, problem: 2 }, "hr.csv waits for review", "2 updates · 2 rows need attention"],
    [
      { ...waits, objection: "The group “Staff” is gone." },
      "hr.csv was not carried out",
      "The group “Staff” is gone.",
    ],
  ])("%#", (item, title, detail) => {
    expect(describeAttention(item)).toMatchObject({ title, detail, href: "/imports/7" });
  });
});
