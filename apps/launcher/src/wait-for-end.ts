/**
 * Listens for what tells a program to end. Ctrl-C under npm arrives twice (from the terminal and from npm), so only one
 * that comes later counts as impatience.
 */
const twin = 1_000;

export interface End {
  /** resolves to null when the program was told to end */
  asked: Promise<null>;
  /** aborted at the same moment */
  signal: AbortSignal;
}

/** From now on SIGINT, SIGTERM and SIGHUP do not end the process; a second one, a second later, does (exit code 130). */
export function waitForEnd(): End {
  const controller = new AbortController();
  const asked = new Promise<null>((resolve) => {
    let first: number | null = null;
    const onSignal = () => {
      if (first !== null && performance.now() - first > twin) process.exit(130);
      first ??= performance.now();
      controller.abort();
      resolve(null);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  });
  return { asked, signal: controller.signal };
}
