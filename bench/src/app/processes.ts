/** The processes of a running Rollcall, found from its launcher, and how much memory they took at most. */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface AppProcesses {
  web: number | null;
  worker: number | null;
}

/** Asks `ps`; null for one that does not run at this moment. */
export async function findProcesses(launcher: number): Promise<AppProcesses> {
  const { stdout } = await run("ps", ["-axo", "pid=,ppid=,args="], { maxBuffer: 16 * 1024 * 1024 });
  const children = stdout.split("\n").flatMap((line) => {
    const [, pid, parent, words] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === launcher ? [{ pid: Number(pid), words: words ?? "" }] : [];
  });
  const find = (pattern: RegExp) => children.find(({ words }) => pattern.test(words))?.pid ?? null;
  return { web: find(/next/), worker: find(/apps\/worker\/src\/main/) };
}

export interface MemoryWatch {
  /** The most it had in memory at once since the watch began, in MiB; stops watching. */
  peak(): number;
}

/** Watches one process. Linux keeps the peak itself (it is set back at the start); elsewhere samples are taken. */
export function watchMemory(pid: number): MemoryWatch {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {
    // Not Linux, or not ours: the peak since the process began is a fair upper bound.
  }
  let most = 0;
  const look = () => {
    const kilobytes = readPeak(pid);
    if (kilobytes !== null) most = Math.max(most, kilobytes / 1024);
    else void sample(pid).then((rss) => (most = Math.max(most, rss / 1024)));
  };
  look();
  const timer = setInterval(look, 50);
  return {
    peak: () => {
      look();
      clearInterval(timer);
      return Math.round(most);
    },
  };
}

function readPeak(pid: number): number | null {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return found === null ? null : Number(found[1]);
  } catch {
    return null;
  }
}

async function sample(pid: number): Promise<number> {
  const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]).catch(() => ({ stdout: "0" }));
  return Number(stdout.trim());
}
