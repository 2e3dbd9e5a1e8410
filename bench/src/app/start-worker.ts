/**
 * A worker without the launcher, started again at once whenever it ends: the launcher waits ever longer when its child keeps
 * crashing, which is right for it and too slow for hundreds of kills.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { atEnd } from "../clean-up";
import { environmentWith, resultsFolder, root } from "../env";
import type { Place } from "./open-place";

export interface RunningWorker {
  /** of the process that runs now; null between two */
  pid(): number | null;
  stop(): Promise<void>;
}

/** What it says is in results/worker.log. */
export function startWorker(place: Place, url: string): RunningWorker {
  const log = createWriteStream(join(resultsFolder, "worker.log"));
  let child: ChildProcess | null = null;
  let stopped = false;
  const start = () => {
    const words = ["--import", "tsx", join(root, "apps/worker/src/main.ts")];
    const current = spawn(process.execPath, words, {
      cwd: join(root, "apps/worker"),
      stdio: ["ignore", "pipe", "pipe"],
      env: environmentWith({
        ROLLCALL_DATABASE_URL: place.databaseUrl,
        SECRET: place.secret,
        APP_URL: url,
        DATA_DIR: place.dataDir,
        MAIL_URL: "outbox:",
      }),
    });
    child = current;
    current.stdout.pipe(log, { end: false });
    current.stderr.pipe(log, { end: false });
    current.once("exit", () => {
      child = null;
      if (!stopped) setTimeout(start, 100);
    });
  };
  start();
  const stop = async () => {
    stopped = true;
    const current = child;
    if (current === null) return;
    const gone = once(current, "exit");
    current.kill("SIGTERM");
    await gone;
  };
  atEnd(stop);
  return { pid: () => child?.pid ?? null, stop };
}
