/**
 * The launcher: from settings to a running Rollcall, and back to nothing when it is told to end. `npm start` loads this
 * file once the packages are there. It does no work itself: it opens the installation and watches over web and worker.
 */
import { InstallationError } from "@rollcall/installation";
import { LaunchError } from "./launch-error";
import { startRollcall, type LaunchOptions } from "./start-rollcall";
import { waitForEnd } from "./wait-for-end";

/** Runs until it is told to end (exit code 0), or until it cannot start or go on (one line a mistake, exit code 3). */
export async function main(options: LaunchOptions): Promise<void> {
  const end = waitForEnd();
  try {
    const rollcall = await startRollcall(options, end.signal);
    const reason = await Promise.race([end.asked, rollcall.failed]);
    if (reason === null) process.stderr.write("\nStopping …\n");
    await rollcall.stop();
    if (reason !== null) throw reason;
    process.exit(0);
  } catch (error) {
    if (end.signal.aborted && !(error instanceof LaunchError)) process.exit(0);
    process.stderr.write(`${explain(error)}\n`);
    process.exit(3);
  }
}

function explain(error: unknown): string {
  if (error instanceof LaunchError) return error.lines.map((line) => `rollcall: ${line}`).join("\n");
  if (error instanceof InstallationError) return `rollcall: ${error.message}`;
  return `rollcall: something went wrong.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
