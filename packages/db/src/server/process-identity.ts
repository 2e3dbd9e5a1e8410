// Tells whether a process that wrote something down earlier is still the same living process.
// A process number alone is not enough: numbers are used again, and containers each count their own.
import { execFile } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { promisify } from "node:util";

/** What must all agree for two notes to speak of one process. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in whatever unit the system keeps; only compared for equality. */
  readonly started: string;
  readonly host: string;
  /** Changes with every boot of the machine; empty where the system has no such thing. */
  readonly boot: string;
  /** The process number space (a container has its own); empty where there is only one. */
  readonly space: string;
}

/** `elsewhere`: written in another container or on another machine, so its process number says nothing here. */
export type Liveness = "alive" | "dead" | "elsewhere";

const run = promisify(execFile);

const place = {
  host: hostname(),
  boot: quietly(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
  space: quietly(() => readlinkSync("/proc/self/ns/pid").replace(/\D+/g, "")),
};

/** The process number space of this process, digits only; empty where there is only one. */
export const processSpace: string = place.space;

/** Identity of the running process. */
export async function thisProcess(): Promise<ProcessIdentity> {
  return { pid: process.pid, started: (await startOf(process.pid)) ?? "", ...place };
}

/** Reads an identity that was written down as JSON; null when it is none. */
export function parseIdentity(value: unknown): ProcessIdentity | null {
  if (typeof value !== "object" || value === null) return null;
  const { pid, started, host, boot, space } = value as Record<keyof ProcessIdentity, unknown>;
  const words = [started, host, boot, space];
  if (typeof pid !== "number" || !words.every((word) => typeof word === "string")) return null;
  return value as ProcessIdentity;
}

/** Whether the process that is described still runs. */
export async function livenessOf(other: ProcessIdentity): Promise<Liveness> {
  if (other.host !== place.host) return "elsewhere";
  if (other.boot !== place.boot) return "dead";
  if (other.space !== place.space) return "elsewhere";
  return (await startOf(other.pid)) === other.started ? "alive" : "dead";
}

/** Whether some process of that number runs here; a zombie does not count. */
export async function isRunning(pid: number): Promise<boolean> {
  return (await startOf(pid)) !== null;
}

async function startOf(pid: number): Promise<string | null> {
  if (process.platform === "linux") return startFromProc(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return null;
  }
  if (process.platform === "win32") return "";
  const found = await run("ps", ["-o", "stat=,lstart=", "-p", String(pid)]).catch(() => null);
  const text = found?.stdout.trim() ?? "";
  return text === "" || text.startsWith("Z") ? null : text.replace(/^\S+\s+/, "");
}

/** Field 22 of /proc/PID/stat; the fields are counted from behind the name, which may hold blanks and brackets. */
async function startFromProc(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
}

function quietly(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
