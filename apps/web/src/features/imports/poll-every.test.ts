import { expect, test } from "vitest";
import type { ImportRecord } from "@rollcall/accounts";
import { pollEvery } from "./poll-every";

const settled = { mails: { total: 3, sent: 2, failed: 1 }, passwordsPending: 0 };

test.each<[why: string, record: Parameters<typeof pollEvery>[0], every: number | false]>([
  ["nothing known yet", undefined, false],
  ["rows arrive", { ...settled, status: "UPLOADING" }, 1_000],
  ["it waits for a person", { ...settled, status: "READY" }, false],
  ["accounts are made", { ...settled, status: "COMMITTING" }, 500],
  ["done, and every mail told of", { ...settled, status: "COMPLETED" }, false],
  [
    "mails are on their way",
    { ...settled, status: "COMPLETED", mails: { total: 3, sent: 1, failed: 0 } },
    2_000,
  ],
  ["passwords are being hashed", { ...settled, status: "COMPLETED", passwordsPending: 5 }, 2_000],
  [
    "it failed",
    { ...settled, status: "FAILED" } satisfies Pick<ImportRecord, "status" | "mails" | "passwordsPending">,
    false,
  ],
])("%s", (_why, record, every) => {
  expect(pollEvery(record)).toBe(every);
});
