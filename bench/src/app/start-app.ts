/**
 * Starts Rollcall as `npm start` does, in processes of its own, on a port and a data folder of its own, and stops it. Knows
 * nothing of what is measured.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { atEnd } from "../clean-up";
import { environmentWith, resultsFolder, root } from "../env";

export interface App {
  url: string;
  /** of the launcher */
  pid: number;
  email: string;
  password: string;
  stop(): Promise<void>;
}

const email = "master@haldenmoor.example";
const password = "every tenth lorry is blue";

/**
 * Resolves once it says that it is running. The web is built first when it is not. What it says is in results/app.log. With
 * the role `web` somebody else runs a worker.
 */
export async function startApp(dataDir: string, role: "all" | "web" = "all"): Promise<App> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(root, "tooling/run/start.mjs")], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: environmentWith({
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: "127.0.0.1",
      APP_URL: url,
      ROLE: role,
      MAIL_URL: "outbox:",
      ADMIN_EMAIL: email,
      ADMIN_PASSWORD: password,
      // What npm sets: the app then ends by itself when we are killed.
      npm_lifecycle_event: "start",
    }),
  });
  const stop = () => end(child);
  atEnd(stop);
  const log = createWriteStream(join(resultsFolder, "app.log"));
  child.stdout.on("data", (chunk: Buffer) => log.write(chunk));
  child.stderr.on("data", (chunk: Buffer) => log.write(chunk));
  await untilRunning(child);
  if (child.pid === undefined) throw new Error("the app has no process number");
  return { url, pid: child.pid, email, password, stop };
}

async function untilRunning(child: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8_000);
      if (said.includes("Rollcall is running")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the app ended with ${code ?? "a signal"}:\n${said}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
