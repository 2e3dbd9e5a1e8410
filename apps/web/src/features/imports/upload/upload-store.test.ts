import { describe, expect, test } from "vitest";
import type { Announcement } from "./announcement";
import type { Look } from "./look-at-file";
import type { SendHandlers } from "./send-file";
import { createUploadStore, defaultOptions } from "./upload-store";

const readable: Look = {
  recognition: {} as Look["recognition"],
  formatLabel: "Hosted users",
  problems: [],
  aboutRows: null,
  encoding: null,
};

/** A store whose network is the test. */
function setUp(looks: (Look | null)[] = [readable]) {
  const sent: { announcement: Announcement; handlers: SendHandlers; stopped: boolean }[] = [];
  const store = createUploadStore({
    look: () => {
      const look = looks.length > 1 ? looks.shift() : looks[0];
      return look === null || look === undefined ? Promise.reject(new Error("gone")) : Promise.resolve(look);
    },
    sha256: () => Promise.resolve("00"),
    send: (_file, announcement, handlers) => {
      const entry = { announcement, handlers, stopped: false };
      sent.push(entry);
      return () => {
        entry.stopped = true;
      };
    },
    now: () => 0,
  });
  /** Until the store has nothing left to await. */
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { store, sent, settle };
}

const people = new File(["Email\n"], "people.csv");

describe("upload store", () => {
  test("a file that can be read is sent at once, with the options of that moment", async () => {
    const { store, sent, settle } = setUp();
    store.setOptions({ ...defaultOptions, mode: "upsert" });
    store.choose(people);
    await settle();
    store.setOptions({ ...defaultOptions, mode: "update" });
    expect(sent[0]?.announcement).toMatchObject({
      fileName: "people.csv",
      bytes: 6,
      sha256: "00",
      options: { mode: "upsert" },
    });
    expect(store.get()).toMatchObject({
      options: { mode: "update" },
      sentOptions: { mode: "upsert" },
      state: { step: "sending" },
    });
  });

  test("more groups than a header can carry stay behind, and are known to have stayed", async () => {
    const { store, sent, settle } = setUp();
    const groups = Array.from({ length: 50 }, (_, index) => `${"ж".repeat(150)}${String(index)}`);
    store.setOptions({ ...defaultOptions, groups });
    store.choose(people);
    await settle();
    expect(sent[0]?.announcement.options.groups).toEqual([]);
    expect(store.get()).toMatchObject({ options: { groups }, sentOptions: { groups: [] } });
  });

  test("a file that cannot be read is not sent, until it is read as something else", async () => {
    const problem = {
      line: 2,
      code: "file.encoding",
      severity: "error" as const,
      message: "…",
      offer: "windows-1252",
    };
    const { store, sent, settle } = setUp([{ ...readable, problems: [problem] }, readable]);
    store.choose(people);
    await settle();
    expect(store.get().state.step).toBe("stopped");
    expect(sent).toHaveLength(0);
    store.retry("windows-1252");
    await settle();
    expect(sent[0]?.announcement.options.encoding).toBe("windows-1252");
  });

  test("another file stops the one on its way", async () => {
    const { store, sent, settle } = setUp();
    store.choose(people);
    await settle();
    store.choose(new File(["x"], "other.csv"));
    await settle();
    expect(sent.map((entry) => [entry.announcement.fileName, entry.stopped])).toEqual([
      ["people.csv", true],
      ["other.csv", false],
    ]);
  });

  test("cleared while the file was still being looked at, nothing is sent", async () => {
    const { store, sent, settle } = setUp();
    store.choose(people);
    store.clear();
    await settle();
    expect(sent).toHaveLength(0);
    expect(store.get().state.step).toBe("empty");
  });

  test("a file that vanished is told, and can be tried again", async () => {
    const { store, settle } = setUp([null, readable]);
    store.choose(people);
    await settle();
    expect(store.get().state).toMatchObject({ step: "failed", failure: { again: true } });
    store.retry();
    await settle();
    expect(store.get().state.step).toBe("sending");
  });

  test("listeners hear of every change until they leave", async () => {
    const { store, settle } = setUp();
    let heard = 0;
    const leave = store.subscribe(() => (heard += 1));
    store.choose(people);
    await settle();
    const before = heard;
    expect(before).toBeGreaterThan(0);
    leave();
    store.clear();
    expect(heard).toBe(before);
  });
});
