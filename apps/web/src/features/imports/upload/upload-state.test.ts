import { describe, expect, test } from "vitest";
import type { Arrival, FileProblem } from "./arrival";
import type { Look } from "./look";
import { asItSays } from "./reading";
import {
  emptyUpload,
  importIdOf,
  isOnItsWay,
  nextUpload,
  shareOf,
  type UploadEvent,
  type UploadState,
} from "./upload-state";

const file = { name: "people.csv", bytes: 1000, savedAt: 0 };
const badByte: FileProblem = {
  line: 9,
  code: "file.encoding",
  severity: "error",
  message: "…",
  offer: "windows-1252",
  alternatives: [],
  about: null,
};
const unknownColumn: FileProblem = {
  line: 1,
  code: "column.unknown",
  severity: "info",
  message: "…",
  offer: "",
  alternatives: [],
  about: null,
};
const look = (problems: FileProblem[] = []): Look => ({
  // Only handed on here, never read.
  recognition: { problems: [], columns: [], format: null, sheets: [] } as unknown as Look["recognition"],
  formatLabel: "Hosted users",
  defaults: { mode: "create", strict: false },
  demands: {},
  choices: [],
  problems,
  aboutRows: null,
  reading: asItSays,
  fingerprint: null,
});
const arrival = (entry: Partial<Arrival> = {}): Arrival => ({
  importId: "7",
  status: "STAGED",
  rows: 3,
  blankRows: 0,
  failure: null,
  earlier: null,
  problems: [],
  ...entry,
});

function run(...events: UploadEvent[]): UploadState {
  return events.reduce(nextUpload, emptyUpload);
}

const chosen: UploadEvent = { kind: "chosen", file };
const looked: UploadEvent = { kind: "looked", look: look(), lacks: null };
const asks: UploadEvent = { kind: "looked", look: look(), lacks: "match" };
const sent: UploadEvent = { kind: "sent" };
const arrived: UploadEvent = { kind: "arrived", arrival: arrival() };
const lost: UploadEvent = {
  kind: "failed",
  failure: { message: "The connection was lost.", problems: [], importId: null, again: true },
};

describe("the way of a file", () => {
  test.each<[why: string, events: UploadEvent[], step: UploadState["step"]]>([
    ["nothing yet", [], "empty"],
    ["chosen: recognised first", [chosen], "looking"],
    ["recognised: sent at once", [chosen, looked], "sending"],
    [
      "worth knowing is no reason to stop",
      [chosen, { kind: "looked", look: look([unknownColumn]), lacks: null }],
      "sending",
    ],
    [
      "cannot be read: nothing is sent",
      [chosen, { kind: "looked", look: look([badByte]), lacks: null }],
      "stopped",
    ],
    ["a workbook on its way to be recognised", [chosen, { kind: "shown", sent: 7 }], "looking"],
    ["something must be said first: nothing is sent", [chosen, asks, sent], "asking"],
    ["it was said", [chosen, asks, { kind: "going", look: look() }], "sending"],
    [
      "read in another way after it had arrived",
      [chosen, looked, arrived, { kind: "going", look: look() }],
      "sending",
    ],
    ["nothing at hand goes nowhere", [{ kind: "going", look: look() }], "empty"],
    ["every byte has left", [chosen, looked, sent], "reading"],
    ["staged", [chosen, looked, sent, arrived], "arrived"],
    ["the answer may overtake the event that all was sent", [chosen, looked, arrived], "arrived"],
    [
      "refused in the middle of the file",
      [chosen, looked, { kind: "arrived", arrival: arrival({ status: "FAILED" }) }],
      "failed",
    ],
    ["the connection is lost", [chosen, looked, lost], "failed"],
    ["another file takes its place", [chosen, looked, sent, chosen], "looking"],
    ["cleared", [chosen, looked, { kind: "cleared" }], "empty"],
    [
      "a late answer after clearing",
      [chosen, looked, { kind: "cleared" }, arrived, lost, sent, looked],
      "empty",
    ],
    [
      "late progress after arrival",
      [chosen, looked, arrived, { kind: "progressed", sent: 5, at: 1 }, lost],
      "arrived",
    ],
  ])("%s", (_why, events, step) => {
    expect(run(...events).step).toBe(step);
  });

  test("progress is what was sent of the file, and how fast", () => {
    const state = run(
      chosen,
      looked,
      { kind: "progressed", sent: 200, at: 1000 },
      { kind: "progressed", sent: 1400, at: 2000 },
    );
    expect(state).toMatchObject({ step: "sending", sent: 1000, samples: [{ done: 200 }, { done: 1000 }] });
    expect(shareOf(state)).toBe(1);
  });

  test("a failed file tells only errors, and offers to send again only when the file is not to blame", () => {
    const refused = arrival({ status: "FAILED", failure: "Line 9: …", problems: [unknownColumn, badByte] });
    expect(run(chosen, looked, { kind: "arrived", arrival: refused })).toMatchObject({
      failure: { message: "Line 9: …", problems: [badByte], importId: "7", again: false },
    });
    expect(run(chosen, looked, { kind: "arrived", arrival: arrival({ status: "FAILED" }) })).toMatchObject({
      failure: { again: true },
    });
  });

  test.each<
    [UploadState["step"], UploadEvent[], { onItsWay: boolean; share: number | null; id: string | null }]
  >([
    ["empty", [], { onItsWay: false, share: null, id: null }],
    ["sending", [chosen, looked], { onItsWay: true, share: 0, id: null }],
    ["reading", [chosen, looked, sent], { onItsWay: true, share: null, id: null }],
    ["arrived", [chosen, looked, arrived], { onItsWay: false, share: 1, id: "7" }],
    ["failed", [chosen, looked, lost], { onItsWay: false, share: null, id: null }],
  ])("what is asked of %s", (_step, events, expected) => {
    const state = run(...events);
    expect({ onItsWay: isOnItsWay(state), share: shareOf(state), id: importIdOf(state) }).toEqual(expected);
  });
});
