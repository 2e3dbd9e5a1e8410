/**
 * Starts Rollcall as a newcomer would (the script behind `npm start`) on a data folder and port of its own, and stops it
 * as Ctrl-C does. Nothing is replaced: real PostgreSQL, real web, real worker.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appEnvironment } from "../env";
import { freePort } from "./free-port";

const root = join(import.meta.dirname, "../../..");

export interface App {
  url: string;
  dataDir: string;
  /** printed while there is no administrator */
  setUpLink: string | null;
  /** everything it printed */
  output: () => string;
  /** of the launcher */
  pid: number;
  /** Ends it as Ctrl-C does; resolves with the exit code once it is gone. Removes its data folder. */
  stop: () => Promise<number | null>;
}

export interface AppOptions {
  admin?: { email: string; password: string };
  settings?: Record<string, string>;
}

/** Resolves when the address is printed; rejects with what it said when it ends before. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "rollcall-e2e-"));
  const child = spawn(process.execPath, ["tooling/run/start.mjs"], {
    cwd: root,
    env: appEnvironment({
      PORT: String(port),
      DATA_DIR: dataDir,
      ...(options.admin === undefined
        ? {}
        : { ADMIN_EMAIL: options.admin.email, ADMIN_PASSWORD: options.admin.password }),
      ...options.settings,
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (chunk: Buffer): void => {
    said += chunk.toString("utf8");
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  await running(child, ended, () => said);
  const line = (label: string): string | null =>
    new RegExp(`^\\s*${label}\\s+(\\S+)`, "m").exec(said)?.[1] ?? null;
  return {
    url: line("Address") ?? `http://localhost:${String(port)}`,
    dataDir,
    setUpLink: line("Set-up link"),
    output: () => said,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill("SIGINT");
      const code = await ended;
      rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}

async function running(
  child: ChildProcess,
  ended: Promise<number | null>,
  said: () => string,
): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on("data", () => {
      if (said().includes("Ctrl-C stops it")) resolve();
    });
  });
  const gone = ended.then((code) => {
    throw new Error(`the app ended with ${String(code)} before it answered:\n${said()}`);
  });
  await Promise.race([ready, gone]);
}
