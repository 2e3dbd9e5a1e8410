// One at a time: two root commands started together must not install or build over each other.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "./project.mjs";

/** Beside node_modules' own content, but there before anything is installed. */
const folder = join(root, "node_modules");
const file = join(folder, ".rollcall.lock");

/** Does `work` while no other root command of this checkout does its own; a lock whose process died is taken over. */
export async function exclusively(work) {
  mkdirSync(folder, { recursive: true });
  await acquire();
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

async function acquire() {
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = readHolder();
    if (holder === null || !isAlive(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) process.stderr.write(`Waiting for process ${holder}, which installs or builds.\n`);
    told = true;
    await pause(200);
  }
}

/** No install or build takes this long (milliseconds): the number belongs to another process by now. */
const oldest = 30 * 60_000;

function readHolder() {
  try {
    if (Date.now() - statSync(file).mtimeMs > oldest) return null;
    return Number(readFileSync(file, "utf8")) || null;
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
