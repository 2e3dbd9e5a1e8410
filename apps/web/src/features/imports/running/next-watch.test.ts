import { expect, test } from "vitest";
import type { ImportStatus } from "@rollcall/accounts";
import { nextWatch, type Watch } from "./next-watch";

const running: Watch = new Map([["7", "COMMITTING"]]);

test.each<
  [
    why: string,
    before: Watch,
    now: [id: string, status: ImportStatus][],
    told: { running: string[]; ended: string[] },
  ]
>([
  ["nothing happens", new Map(), [], { running: [], ended: [] }],
  ["one begins", new Map(), [["7", "COMMITTING"]], { running: ["7"], ended: [] }],
  ["it goes on", running, [["7", "COMMITTING"]], { running: ["7"], ended: [] }],
  ["it is done", running, [["7", "COMPLETED"]], { running: [], ended: ["7"] }],
  ["it failed", running, [["7", "FAILED"]], { running: [], ended: ["7"] }],
  [
    "it was stopped, and waits for its review again",
    running,
    [["7", "READY"]],
    { running: [], ended: ["7"] },
  ],
  ["done before anybody looked is old news", new Map(), [["7", "COMPLETED"]], { running: [], ended: [] }],
  [
    "what waits for a person is no running work",
    new Map(),
    [
      ["7", "READY"],
      ["8", "STAGED"],
    ],
    { running: [], ended: [] },
  ],
  [
    "one ends while another begins",
    running,
    [
      ["8", "COMMITTING"],
      ["7", "COMPLETED"],
    ],
    { running: ["8"], ended: ["7"] },
  ],
])("%s", (_why, before, now, told) => {
  const news = nextWatch(
    before,
    now.map(([id, status]) => ({ id, status })),
  );
  expect({ running: news.running.map(({ id }) => id), ended: news.ended.map(({ id }) => id) }).toEqual(told);
});

test("an end is told once", () => {
  const { watching } = nextWatch(running, [{ id: "7", status: "COMPLETED" as const }]);
  expect(nextWatch(watching, [{ id: "7", status: "COMPLETED" as const }]).ended).toEqual([]);
});
