/**
 * Wakes a lane that waits for work. A ring while nobody waits is not lost: the next wait returns at once.
 */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, after `milliseconds`, or when `signal` is aborted, whichever comes first. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export function makeBell(): Bell {
  let rung = false;
  let wake: () => void = () => undefined;
  return {
    ring: () => {
      rung = true;
      wake();
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", done);
          wake = () => undefined;
          rung = false;
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        if (rung || signal.aborted) {
          done();
          return;
        }
        wake = done;
        signal.addEventListener("abort", done);
      }),
  };
}
