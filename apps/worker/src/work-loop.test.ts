import { expect, test } from "vitest";
import { makeBell } from "./bell";
import { makeLog } from "./log";
import { failureDelay, runLane, type Lane } from "./work-loop";

function logged(): { log: ReturnType<typeof makeLog>; entries: Record<string, unknown>[] } {
  const entries: Record<string, unknown>[] = [];
  return { entries, log: makeLog((line) => entries.push(JSON.parse(line) as Record<string, unknown>)) };
}

/** A lane that plays a script, and ends when it is through. */
function scripted(script: (() => boolean)[]): { lane: Lane; end: AbortController } {
  const end = new AbortController();
  const bell = makeBell();
  const work = () => {
    const next = script.shift();
    if (script.length === 0) end.abort();
    // Whatever it waits for, it need not wait long.
    setImmediate(() => {
      bell.ring();
    });
    return Promise.resolve().then(() => next?.() ?? false);
  };
  return { lane: { name: "scripted", work, bell, poll: 1_000_000 }, end };
}

const fail = () => {
  throw new Error("the database is away");
};

test("goes on after failures, says each once with an id, and says when it works again", async () => {
  const { log, entries } = logged();
  const { lane, end } = scripted([() => true, fail, fail, () => false, () => true]);
  await runLane(lane, end.signal, log);
  expect(entries.map(({ level, message, failures }) => ({ level, message, failures }))).toEqual([
    { level: "error", message: "could not work", failures: 1 },
    { level: "error", message: "could not work", failures: 2 },
    { level: "info", message: "working again", failures: 2 },
  ]);
  expect(entries[0]).toMatchObject({ lane: "scripted", error: "the database is away" });
  expect(entries[0]?.["defect"]).toMatch(/^[0-9a-f]{8}$/);
});

test("told to end, it finishes the portion in hand and starts no other", async () => {
  const { log } = logged();
  let portions = 0;
  const end = new AbortController();
  const work = () => {
    portions += 1;
    end.abort();
    return Promise.resolve(true);
  };
  await runLane({ name: "x", work, bell: makeBell(), poll: 1 }, end.signal, log);
  expect(portions).toBe(1);
});

test.each([
  [1, 500, "a hiccup"],
  [3, 2_000, "it lasts"],
  [7, 30_000, "half a minute is the most"],
  [1_000_000, 30_000, "after days, without overflowing"],
])("after %i failures in a row it waits %i ms: %s", (failures, delay) => {
  expect(failureDelay(failures)).toBe(delay);
});
