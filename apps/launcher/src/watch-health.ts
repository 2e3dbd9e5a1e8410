/**
 * Asks the web whether it is well (GET /api/health). Knows nothing of processes: the caller decides what to do.
 */
import { setTimeout as pause } from "node:timers/promises";

/** What to ask, given where the web listens; an address that means "everywhere" is asked at home. */
export function healthUrl(host: string, port: number): string {
  const home = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${home.includes(":") ? `[${home}]` : home}:${port}/api/health`;
}

/** One question; false on any answer but 200 and on none within `patience` milliseconds. */
export async function isHealthy(url: string, patience: number): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience), redirect: "manual" });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** Asks until the answer is yes. False when `signal` ended it before. */
export async function waitUntilHealthy(url: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    if (await isHealthy(url, 2_000)) return true;
    await pause(100, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

/** Asks every `every` milliseconds; calls `onSick` after three answers in a row that were no. */
export async function watchHealth(
  url: string,
  options: { every: number; patience: number; signal: AbortSignal; onSick: () => void },
): Promise<void> {
  let misses = 0;
  while (!options.signal.aborted) {
    await pause(options.every, undefined, { signal: options.signal }).catch(() => undefined);
    if (options.signal.aborted) return;
    misses = (await isHealthy(url, options.patience)) ? 0 : misses + 1;
    if (misses < 3) continue;
    misses = 0;
    options.onSick();
  }
}
