/**
 * What must be put away at the end, however it comes: everything is done, something was thrown, or Ctrl-C.
 */
type Work = () => Promise<void>;

const works: Work[] = [];
let cleaning: Promise<void> | null = null;

/** `work` is done at the end, the last one first. */
export function atEnd(work: Work): void {
  works.push(work);
}

/** Puts everything away; the second call waits for the first. One that fails does not keep the others from being done. */
export function cleanUp(): Promise<void> {
  cleaning ??= (async () => {
    for (const work of works.splice(0).reverse()) {
      await work().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    }
    cleaning = null;
  })();
  return cleaning;
}

/** From now on Ctrl-C and SIGTERM clean up before the process ends with 130. */
export function cleanUpOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void cleanUp().then(() => process.exit(130)));
  }
}
