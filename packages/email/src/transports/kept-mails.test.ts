import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { testMessage } from "../testing/message";
import { keptMails } from "./kept-mails";
import { createOutboxTransport } from "./outbox";

let dataDir = "";
let folder = "";
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "rollcall-kept-"));
  folder = join(dataDir, "outbox");
});
afterEach(() => rm(dataDir, { recursive: true }));

async function listed(): Promise<string[]> {
  const names: string[] = [];
  for await (const some of keptMails(dataDir).files()) names.push(...some);
  return names.sort();
}

test("they go when they are to be forgotten, once or again, and nothing but ours goes", async () => {
  await createOutboxTransport({ kind: "outbox", folder }).send(testMessage);
  await writeFile(join(dataDir, "other.eml"), "");
  await writeFile(join(folder, ".hidden.eml"), "");
  await writeFile(join(folder, "notes.txt"), "");
  expect(await listed()).toEqual(["welcome-42.eml"]);
  for (const name of [
    "welcome-42.eml",
    "welcome-42.eml",
    "../other.eml",
    ".hidden.eml",
    "notes.txt",
    "",
    ".",
  ])
    await keptMails(dataDir).forget(name);
  expect((await readdir(folder)).sort()).toEqual([".hidden.eml", "notes.txt"]);
  expect((await readdir(dataDir)).sort()).toEqual(["other.eml", "outbox"]);
});

test("all are listed, in portions; where there is no folder there are none", async () => {
  expect(await listed()).toEqual([]);
  await mkdir(folder);
  const names = Array.from({ length: 2_001 }, (_, place) => `m-${String(place)}.eml`).sort();
  for (const name of names) await writeFile(join(folder, name), "");
  expect(await listed()).toEqual(names);
});

test("a folder that cannot be read, and a file that cannot go, are told by name", async () => {
  await writeFile(folder, "");
  await expect(listed()).rejects.toThrow(folder);
  await rm(folder);
  await mkdir(join(folder, "kept.eml"), { recursive: true });
  await expect(keptMails(dataDir).forget("kept.eml")).rejects.toThrow(join(folder, "kept.eml"));
});

test("what a killed process left half written goes once it is old; what is being written, and any other file, stays", async () => {
  const before = new Date(Date.now() - 3_600_000);
  expect(await keptMails(dataDir).forgetUnfinished(before)).toBe(0);
  await mkdir(folder);
  const [old, young] = [`.${randomUUID()}.part`, `.${randomUUID()}.part`];
  const names = [old, young, "m-1.eml", ".notes.part", "notes.part"];
  for (const name of names) {
    await writeFile(join(folder, name), "To: Anna");
    if (name !== young) await utimes(join(folder, name), before, new Date(before.getTime() - 1_000));
  }
  expect(await keptMails(dataDir).forgetUnfinished(before)).toBe(1);
  expect((await readdir(folder)).sort()).toEqual(names.filter((name) => name !== old).sort());

  await mkdir(join(folder, old));
  const later = new Date(Date.now() + 3_600_000);
  await expect(keptMails(dataDir).forgetUnfinished(later)).rejects.toThrow(".part");
});
