import { expect, test } from "vitest";
import { makeBell } from "./bell";

const never = new AbortController().signal;
/** Longer than any test may take: a wait that is not woken fails by time-out. */
const long = 1_000_000;

test("a ring wakes who waits", async () => {
  const bell = makeBell();
  const waiting = bell.wait(long, never);
  bell.ring();
  await waiting;
});

test("a ring while nobody waits is not lost: work that was announced during work is looked at", async () => {
  const bell = makeBell();
  bell.ring();
  await bell.wait(long, never);
});

test("it is used up by one wait, so that nothing turns for ever", async () => {
  const bell = makeBell();
  bell.ring();
  await bell.wait(long, never);
  let woken = false;
  const second = bell.wait(long, never).then(() => (woken = true));
  await Promise.resolve();
  expect(woken).toBe(false);
  bell.ring();
  await second;
});

test("the poll wakes without a ring", async () => {
  await makeBell().wait(1, never);
});

test("whoever is told to end waits no longer", async () => {
  const end = new AbortController();
  const waiting = makeBell().wait(long, end.signal);
  end.abort();
  await waiting;
  await makeBell().wait(long, end.signal);
});
