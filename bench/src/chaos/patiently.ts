/** Waits for things that are away for a while because somebody killed them. */
import { setTimeout as pause } from "node:timers/promises";

/** How long anything may take to be back, in milliseconds: what is stuck for good is to be found, not what is slow on a busy machine. */
const patience = 300_000;

/** Tries until it works or `patience` is over; then throws what went wrong last. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() - began > patience) throw error;
      await pause(150);
    }
  }
}
