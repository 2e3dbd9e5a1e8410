/**
 * Asks the web whether it is well (GET /api/health). Knows nothing of processes: the caller decides what to do.
 */
import { setTimeout as pause } from "node:timers/promises";

/** What to ask, given where the web listens; an address that means "everywhere" is asked at home. */
export function healthUrl(host: string, port: number): string {
  const home = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${home.includes(":") ? `[${home}]` : home}:${port}/api/health`;
}

/** The status of one answer; null when none came within `patience` milliseconds. */
async function ask(url: string, patience: number): Promise<number | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience), redirect: "manual" });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}

/** Asks until the answer is 200. False when `signal` ended it before. */
export async function waitUntilHealthy(url: string, signal: AbortSignal): Promise<boolean> {
  while (await elapsed(100, signal)) {
    if ((await ask(url, 2_000)) === 200) return true;
  }
  return false;
}

/**
 * Asks every `every` milliseconds; calls `onSick` when three questions in a row got no answer. An answer that says the
 * database is away is an answer: starting the web again would not bring it back.
 */
export async function watchHealth(
  url: string,
  options: { every: number; patience: number; signal: AbortSignal; onSick: () => void },
): Promise<void> {
  let misses = 0;
  while (await elapsed(options.every, options.signal)) {
    misses = (await ask(url, options.patience)) === null ? misses + 1 : 0;
    if (misses < 3) continue;
    misses = 0;
    options.onSick();
  }
}

/** False when `signal` was aborted before the milliseconds were over. */
async function elapsed(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return pause(milliseconds, true, { signal }).catch(() => false);
}
