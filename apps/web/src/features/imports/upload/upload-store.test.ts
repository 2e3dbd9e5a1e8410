import { describe, expect, test } from "vitest";
import type { Announcement } from "./announcement";
import type { Look } from "./look";
import { asItSays } from "./reading";
import type { SendHandlers } from "./send-file";
import { createUploadStore, defaultOptions } from "./upload-store";

const readable: Look = {
  recognition: { problems: [], columns: [], format: null, sheets: [] } as unknown as Look["recognition"],
  formatLabel: "Hosted users",
  defaults: { mode: "create", strict: false },
  demands: {},
  choices: [],
  problems: [],
  aboutRows: null,
  reading: asItSays,
  fingerprint: null,
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
      alternatives: [],
      about: null,
    };
    const { store, sent, settle } = setUp([{ ...readable, problems: [problem] }, readable]);
    store.choose(people);
    await settle();
    expect(store.get().state.step).toBe("stopped");
    expect(sent).toHaveLength(0);
    store.read({ encoding: "windows-1252" });
    await settle();
    expect(sent[0]?.announcement.options.encoding).toBe("windows-1252");
  });

  const format = { id: "custom" as const, confidence: 0.5, reason: "…" };
  const own: Look = { ...readable, recognition: { ...readable.recognition, format } };

  test("columns of its own wait for a person, and go with the mapping that was made", async () => {
    const { store, sent, settle } = setUp([own]);
    store.choose(people);
    await settle();
    expect(store.get().state).toMatchObject({ step: "asking", lacks: "match" });
    expect(sent).toHaveLength(0);
    const mapping = { name: "HR", version: 1, header: 1, columns: [{ from: "E", to: "email" as const }] };
    store.send({ mapping });
    await settle();
    expect(sent[0]?.announcement.options).toMatchObject({ mapping, mode: "create" });
    expect(store.get().state).toMatchObject({ step: "sending", look: { reading: { mapping } } });
  });

  test("a format's own defaults hold until somebody chooses otherwise", async () => {
    const strict: Look = { ...readable, defaults: { mode: "upsert", strict: true } };
    const { store, sent, settle } = setUp([strict]);
    store.choose(people);
    await settle();
    expect(sent[0]?.announcement.options).toMatchObject({ mode: "upsert", strict: true });
    store.setOptions({ ...store.get().options, strict: false });
    store.retry();
    await settle();
    expect(sent[1]?.announcement.options).toMatchObject({ mode: "upsert", strict: false });
  });

  test("user names wait for the domain that they belong to", async () => {
    const { store, sent, settle } = setUp([{ ...readable, demands: { domain: true } }]);
    store.choose(people);
    await settle();
    expect(store.get().state).toMatchObject({ step: "asking", lacks: "domain" });
    store.setOptions({ ...store.get().options, domain: "a.example" });
    store.send();
    await settle();
    expect(sent[0]?.announcement.options.domain).toBe("a.example");
  });

  test("sent once more in another way, the first sending stops", async () => {
    const { store, sent, settle } = setUp();
    store.choose(people);
    await settle();
    store.send({ sheet: "Two" });
    await settle();
    expect(sent.map(({ stopped }) => stopped)).toEqual([true, false]);
    expect(sent[1]?.announcement.options.sheet).toBe("Two");
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
