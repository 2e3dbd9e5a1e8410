// Finds PostgreSQL processes by what the system shows of them. It starts and stops nothing.
import { readdir, readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { errorCode } from "./embedded-server-error";
import { isRunning } from "./process-identity";
import { runCommand } from "./run-command";

/** What postmaster.pid says. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
  /** told to stop; it may wait for those who are connected, who wait for it */
  readonly stopping: boolean;
}

/** PostgreSQL shows this name in the title of every process of the cluster. */
export function clusterName(cluster: string): string {
  return `rollcall-${createHash("sha256").update(cluster).digest("hex").slice(0, 12)}`;
}

/** What the cluster's postmaster.pid says, whether or not that process lives; null when there is no such file. */
export async function readPidFile(cluster: string): Promise<Postmaster | null> {
  try {
    const lines = (await readFile(join(cluster, "postmaster.pid"), "utf8")).split("\n");
    const pid = Number(lines[0]);
    if (!Number.isSafeInteger(pid) || pid <= 0) return null;
    const status = lines[7]?.trim();
    return { pid, port: Number(lines[3]), ready: status === "ready", stopping: status === "stopping" };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** The living server of the cluster, whoever started it; null when there is none. */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const noted = await readPidFile(cluster);
  return noted !== null && (await isPostmasterOf(noted.pid, cluster)) === "yes" ? noted : null;
}

/** Whether that process is the server of this cluster, and not another one that was given the same number. */
export async function isPostmasterOf(pid: number, cluster: string): Promise<"yes" | "no" | "unknown"> {
  if (!(await isRunning(pid))) return "no";
  if (process.platform === "win32") return "yes";
  const words = await commandLine(pid);
  if (words === null) return (await isRunning(pid)) ? "unknown" : "no";
  return words.includes(cluster) ? "yes" : "no";
}

/** Processes of the cluster that outlived its killed server. Only Linux shows them. */
export async function findOrphans(cluster: string): Promise<number[]> {
  if (process.platform !== "linux") return [];
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const title = `postgres: ${clusterName(cluster)}:`;
  const found = await Promise.all(
    pids.map(async (pid) => (await commandLine(pid))?.startsWith(title) === true),
  );
  return pids.filter((_, index) => found[index]);
}

/** Null when the system does not show it (not there, not ours to see, or a zombie). */
async function commandLine(pid: number): Promise<string | null> {
  if (process.platform !== "linux") {
    const { stdout } = await runCommand("ps", ["-o", "command=", "-p", String(pid)]);
    return stdout === "" ? null : stdout;
  }
  const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return text === "" ? null : text;
}
