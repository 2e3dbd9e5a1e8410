/** Work in one transaction that may be repeated: a deadlock or a lost connection changed nothing. */
import { setTimeout as pause } from "node:timers/promises";
import { isRetryable } from "@rollcall/db";
import type { Context } from "../context";

const attempts = 5;

/** Up to five times, ever later; `what` is for the log. Throws what cannot be mended by trying again, and the fifth failure. */
export async function tryAgain<T>(context: Context, what: string, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
      context.log.warn(`${what} is tried again`, { attempt, error: String(error) });
      await pause(100 * 2 ** attempt + Math.random() * 100);
    }
  }
}
