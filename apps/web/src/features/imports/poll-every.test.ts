import { expect, test } from "vitest";
import type { ImportRecord } from "@rollcall/accounts";
import { defaultOptions } from "./upload/upload-store";
import { pollEvery } from "./poll-every";

const options = {
  ...{ ...defaultOptions, format: null, encoding: null, sheet: null, mapping: null },
  grantRoles: false,
  granted: null,
};
const clean = { create: 2, update: 0, unchanged: 0, skip: 0, problem: 0 };
const settled = {
  ...{ mails: { total: 3, sent: 2, failed: 1 }, passwordsPending: 0 },
  ...{ demands: {}, options, summary: clean, stopped: null, guard: null },
};
const byItself = { ...settled, status: "READY" as const, demands: { commitsByItself: true as const } };

test.each<[why: string, record: Parameters<typeof pollEvery>[0], every: number | false]>([
  ["nothing known yet", undefined, false],
  ["rows arrive", { ...settled, status: "UPLOADING" }, 1_000],
  ["it waits for a person, who may be somebody else", { ...settled, status: "READY" }, 5_000],
  ["it goes by itself in a moment", byItself, 500],
  ["it would, but for a mistake", { ...byItself, summary: { ...clean, problem: 1 } }, 5_000],
  [
    "it would, but somebody wants to see it first",
    { ...byItself, options: { ...options, hold: true } },
    5_000,
  ],
  [
    "it would, but is over a limit",
    {
      ...byItself,
      guard: { number: 2, of: "accounts", reasons: ["It changes an administrator."], onlyGrants: false },
    },
    5_000,
  ],
  ["accounts are made", { ...settled, status: "COMMITTING" }, 500],
  ["done, and every mail told of", { ...settled, status: "COMPLETED" }, false],
  [
    "mails are on their way",
    { ...settled, status: "COMPLETED", mails: { total: 3, sent: 1, failed: 0 } },
    2_000,
  ],
  ["passwords are being hashed", { ...settled, status: "COMPLETED", passwordsPending: 5 }, 2_000],
  ["it failed", { ...settled, status: "FAILED" } satisfies Partial<ImportRecord>, false],
])("%s", (_why, record, every) => {
  expect(pollEvery(record)).toBe(every);
});
