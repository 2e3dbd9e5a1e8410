import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withLock } from "./exclusive-lock";
import { thisProcess } from "./process-identity";
import { temporaryFolder } from "./temporary-server";

const counter = fileURLToPath(new URL("fixtures/counter.ts", import.meta.url));

describe("withLock", () => {
  let folder: string;
  let lock: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
    lock = join(folder, "lock");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test("lets one process at a time in, also when others die holding it", async () => {
    const file = join(folder, "number");
    await writeFile(file, "0");
    const workers = [0, 1, 2].map(() => run(lock, file, "15", "finish"));
    const victims = [0, 1].map(() => run(lock, file, "1", "die"));
    expect(await Promise.all(workers)).toEqual([0, 0, 0]);
    await Promise.all(victims);
    expect(await readFile(file, "utf8")).toBe("45");
  });

  test("excludes callers within one process, too", async () => {
    let inside = 0;
    let most = 0;
    const enter = () =>
      withLock(lock, quiet, async () => {
        most = Math.max(most, ++inside);
        await readdir(folder);
        inside--;
      });
    await Promise.all([enter(), enter(), enter()]);
    expect(most).toBe(1);
  });

  test("is free again after work that threw", async () => {
    await expect(withLock(lock, quiet, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await withLock(lock, quiet, () => Promise.resolve("in"))).toBe("in");
  });

  const self = thisProcess();
  test.each([
    ["a process that ended", async () => ({ ...(await self), pid: 2 ** 22 - 1 })],
    ["a process whose number was given to another", async () => ({ ...(await self), started: "1" })],
    ["the time before the machine was started anew", async () => ({ ...(await self), boot: "before" })],
  ])("does not wait for %s", async (_, owner) => {
    await leaveTicket(JSON.stringify(await owner()));
    expect(await withLock(lock, quiet, () => readdir(lock))).toHaveLength(1);
    expect(await readdir(lock)).toEqual([]);
  });

  test("waits for a ticket of another container as long as that one shows signs of life", async () => {
    const file = await leaveTicket(JSON.stringify({ ...(await self), host: "another" }));
    const beat = setInterval(() => void utimes(file, new Date(), new Date()), 100);
    const entered = withLock(lock, quiet, () => Promise.resolve("in"));
    const first = await Promise.race([entered, otherTurns(file)]);
    expect(first).toBe("still waiting");
    clearInterval(beat);
    await rm(file);
    expect(await entered).toBe("in");
  });

  async function leaveTicket(text: string): Promise<string> {
    await mkdir(lock, { recursive: true });
    const file = join(lock, "left.ticket");
    await writeFile(file, text);
    return file;
  }
});

const quiet = () => undefined;

/** Comes back after the lock had many occasions to look at the ticket: other callers of other locks came and went. */
async function otherTurns(file: string): Promise<string> {
  for (let round = 0; round < 20; round++) {
    await withLock(`${file}.other`, quiet, () => readFile(file, "utf8"));
  }
  return "still waiting";
}

async function run(...words: string[]): Promise<number | null> {
  const child = spawn(process.execPath, ["--import", "tsx", counter, ...words], { stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  return code;
}
