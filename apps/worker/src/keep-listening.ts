/**
 * Keeps a listening connection to the database, for as long as it takes: when it breaks it is opened again, and everybody is
 * woken, since signals may have been missed meanwhile.
 */
import { listenForWork, type Context, type WorkKind } from "@rollcall/accounts";
import type { WorkerLog } from "./log";
import { makeBell } from "./bell";
import { failureDelay } from "./work-loop";

/** `onListening` is called each time the connection stands. Resolves when `signal` is aborted; never rejects. */
export async function keepListening(
  database: Context["database"],
  on: { work: (kind: WorkKind) => void; listening: () => void },
  signal: AbortSignal,
  log: WorkerLog,
): Promise<void> {
  let failures = 0;
  const never = makeBell();
  while (!signal.aborted) {
    const broken = makeBell();
    try {
      const listener = await listenForWork(database, on.work, (reason) => {
        log.warn("listening broke", { error: reason.message });
        broken.ring();
      });
      failures = 0;
      on.listening();
      await broken.wait(forever, signal);
      await listener.close().catch(() => undefined);
    } catch (error) {
      failures += 1;
      log.warn("cannot listen to the database", {
        failures,
        error: error instanceof Error ? error.message : String(error),
      });
    }
    await never.wait(failureDelay(Math.max(1, failures)), signal);
  }
}

/** The longest time a timer can hold: 24 days. */
const forever = 2 ** 31 - 1;
