// How much memory a process holds, asked of Linux; elsewhere nobody knows without starting another program.
import { readFileSync } from "node:fs";

const pageSize = 4096;

/** Resident bytes of a process; null when the system does not say. */
export function residentBytes(pid: number): number | null {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1];
    return pages === undefined ? null : Number(pages) * pageSize;
  } catch {
    return null;
  }
}
