/** Every limit alone, at it and one over it: a guard that never asks is none, and one that always asks is not read. */
import { describe, expect, test } from "vitest";
import { judgeGuards } from "./guards";

const limits = { changedShare: 20, changedAccounts: 500, removals: 100, administrators: true };
const calm = {
  created: 5,
  changed: 0,
  accounts: 10_000,
  administrators: 0,
  administratorsMade: 0,
  removals: 0,
  counted: true,
};

describe("judgeGuards", () => {
  test.each([
    ["only new accounts, however many", { created: 1_000_000 }, {}, 0],
    ["500 changed: at the limit", { changed: 500 }, {}, 0],
    ["501 changed", { changed: 501 }, {}, 1],
    ["9 of 10: too few for a share", { changed: 9, accounts: 10 }, {}, 0],
    ["10 of 49: over it", { changed: 10, accounts: 49 }, {}, 1],
    ["20 of 100: at the share", { changed: 20, accounts: 100 }, {}, 0],
    ["20 of 99: over it", { changed: 20, accounts: 99 }, {}, 1],
    ["one administrator", { changed: 1, administrators: 1 }, {}, 1],
    ["administrators, not asked for", { changed: 1, administrators: 1 }, { administrators: false }, 0],
    ["one who becomes an administrator, new or not", { administratorsMade: 1 }, {}, 1],
    ["who becomes one, not asked for", { administratorsMade: 3 }, { administrators: false }, 0],
    ["100 removals: at the limit", { removals: 100 }, {}, 0],
    ["101 removals, and no account changed", { removals: 101 }, {}, 1],
    ["made before guards were: nobody knows", { changed: 1, counted: false }, {}, 1],
    ["made before guards were, and changes nothing", { removals: 5, counted: false }, {}, 0],
    ["everything", { changed: 501, accounts: 501, administrators: 2, removals: 101 }, {}, 4],
  ])("%s", (_why, figures, other, reasons) => {
    const guard = judgeGuards({ ...calm, ...figures }, { ...limits, ...other });
    expect(guard?.reasons.length ?? 0).toBe(reasons);
    if (guard !== null) expect(guard.number).toBe(calm.created + { changed: 0, ...figures }.changed);
  });

  test("only who becomes an administrator, or more than that", () => {
    const made = { ...calm, administratorsMade: 2 };
    expect(judgeGuards(made, limits)).toEqual({
      number: 5,
      of: "accounts",
      reasons: ["It makes 2 administrators."],
      onlyGrants: true,
    });
    expect(judgeGuards({ ...made, removals: 101 }, limits)).toMatchObject({ onlyGrants: false });
  });

  test("where no account is created or changed, the memberships that end are the number", () => {
    expect(judgeGuards({ ...calm, created: 0, removals: 1500 }, limits)).toEqual({
      number: 1500,
      of: "memberships",
      reasons: ["It ends 1,500 memberships; the limit is 100."],
      onlyGrants: false,
    });
  });
});
