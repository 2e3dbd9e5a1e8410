import { expect, test } from "vitest";
import { exitCodeOf } from "./import-exit-code";

const none = { create: 0, update: 0, unchanged: 0, skip: 0, problem: 0 };

test.each([
  ["everything went in", { create: 3 }, false, 0],
  ["some went in, some are bad, lenient", { create: 1, problem: 2 }, false, 0],
  ["only updates, and a bad one", { update: 1, problem: 1 }, false, 0],
  ["nothing needed to be: all unchanged", { unchanged: 3 }, false, 0],
  ["nothing needed to be: all skipped", { skip: 3 }, true, 0],
  ["an empty table", {}, false, 0],
  ["every row is bad", { problem: 3 }, false, 1],
  ["every row that wanted something is bad", { problem: 1, skip: 5, unchanged: 5 }, false, 1],
  ["strict: one bad row is enough", { create: 99, problem: 1 }, true, 1],
  ["strict, nothing bad", { create: 99 }, true, 0],
])("%s", (_why, counts, strict, code) => {
  expect(
    exitCodeOf(
      {
        status: "READY",
        summary: { ...none, ...counts },
        options: { strict },
        stopped: null,
        objection: null,
        guard: null,
      },
      null,
    ),
  ).toBe(code);
});

test("a file that was refused", () => {
  const record = {
    status: "FAILED" as const,
    summary: null,
    options: { strict: false },
    stopped: null,
    objection: null,
    guard: null,
  };
  expect(exitCodeOf(record, null)).toBe(1);
});

test("confirmed, and given back to its review: nothing was imported", () => {
  const record = {
    status: "READY" as const,
    summary: { ...none, create: 2 },
    options: { strict: false },
    stopped: null,
    objection: "The service plan “gold” was switched off.",
    guard: null,
  };
  expect(exitCodeOf(record, null)).toBe(1);
});

test("a problem that stops the whole file does so however lenient the import is", () => {
  const record = {
    status: "READY" as const,
    summary: { ...none, create: 2, problem: 1 },
    options: { strict: false },
    stopped: "password.policy",
    objection: null,
    guard: null,
  };
  expect(exitCodeOf(record, null)).toBe(1);
});

test.each([
  ["nobody said yes", null, 1],
  ["another number", 41, 1],
  ["the number", 42, 0],
])("over a limit: %s", (_why, typed, code) => {
  const guard = {
    number: 42,
    of: "accounts" as const,
    reasons: ["It changes an administrator."],
    onlyGrants: false,
  };
  const summary = { ...none, update: 42 };
  const record = {
    status: "READY" as const,
    summary,
    options: { strict: false },
    stopped: null,
    objection: null,
    guard,
  };
  expect(exitCodeOf(record, typed)).toBe(code);
});
