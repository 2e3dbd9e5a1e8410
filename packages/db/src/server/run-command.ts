// Runs one short command to its end and gives back what it said. It knows nothing of PostgreSQL.
import { spawn } from "node:child_process";
import type { SystemUser } from "./system-user";

/** How a command ended; `code` is null when it could not be started or a signal ended it. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A small, fixed environment: what the caller's terminal exports must not change what PostgreSQL does. */
export const plainEnvironment: Readonly<Record<string, string>> = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

/** Runs `command` (as `user` when root names one) and never throws: a failure to start is a result like any other. */
export async function runCommand(
  command: string,
  words: readonly string[],
  options: { user?: SystemUser | null; input?: string } = {},
): Promise<CommandResult> {
  const { user = null, input } = options;
  return new Promise((resolve) => {
    let stdout = "";
    let stderr = "";
    const fail = (error: Error) => resolve({ code: null, stdout, stderr: error.message });
    try {
      const child = spawn(command, words, {
        cwd: "/",
        env: plainEnvironment,
        stdio: ["pipe", "pipe", "pipe"],
        windowsHide: true,
        detached: true,
        ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
      });
      child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
      child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
      child.stdin.on("error", () => undefined);
      child.stdin.end(input ?? "");
      child.on("error", fail);
      child.on("close", (code) => resolve({ code, stdout, stderr }));
    } catch (error) {
      // Some failures (a user that we may not become) are thrown, others arrive as an event.
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
}
