import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { followParent } from "./checkout";
import { supervise, type ChildEvents, type ChildPlan, type Supervised } from "./supervise";

interface Arrived {
  pid: number;
  /** resolves when its connection breaks: it is gone, however it went */
  gone: Promise<unknown>;
}

/** Children show that they live by holding a connection. */
let server: Server;
let running: Supervised | null = null;
const waiting: ((arrived: Arrived) => void)[] = [];

beforeEach(async () => {
  server = createServer((socket) => {
    const gone = new Promise((resolve) => socket.on("close", resolve));
    // A killed child's connection may break with an error before it closes.
    socket.on("error", () => undefined);
    socket.on("data", (data) => waiting.shift()?.({ pid: Number(data.toString()), gone }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterEach(async () => {
  await running?.stop();
  running = null;
  server.close();
});

function nextChild(): Promise<Arrived> {
  return new Promise((resolve) => waiting.push(resolve));
}

function port(): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Connects, says its process number, and stays; `more` is run before. */
function program(more = ""): string {
  return `${more}; const s = require("net").connect(${port()}, "127.0.0.1", () => s.write(String(process.pid)));`;
}

function plan(script: string, changes: Partial<ChildPlan> = {}): ChildPlan {
  const words = ["--import", followParent, "-e", script];
  return {
    name: "child",
    command: process.execPath,
    words,
    cwd: import.meta.dirname,
    env: {},
    patience: 5_000,
    finalCodes: [3],
    ...changes,
  };
}

function events(ended: ChildEvents["ended"] = () => undefined): ChildEvents {
  return { started: () => undefined, ended };
}

test("a child that is killed (kill -9) is started again, as another process", async () => {
  const first = nextChild();
  running = supervise(plan(program()), events());
  const { pid } = await first;
  expect(running.pid()).toBe(pid);
  const second = nextChild();
  process.kill(pid, "SIGKILL");
  expect((await second).pid).not.toBe(pid);
});

test("stop ends the child, and it stays ended", async () => {
  const first = nextChild();
  const ends: unknown[] = [];
  running = supervise(
    plan(program()),
    events((how) => ends.push(how)),
  );
  const { gone } = await first;
  await running.stop();
  await gone;
  expect(running.pid()).toBeNull();
  expect(ends).toEqual([]);
});

test("a child that does not listen to SIGTERM is ended all the same", async () => {
  const first = nextChild();
  running = supervise(plan(program(`process.on("SIGTERM", () => {})`), { patience: 50 }), events());
  const { gone } = await first;
  await running.stop();
  await gone;
});

test("wrong settings (exit code 3) are not tried again", async () => {
  const how = await new Promise<Parameters<ChildEvents["ended"]>[0]>((resolve) => {
    running = supervise(plan("process.exit(3)"), events(resolve));
  });
  expect(how).toMatchObject({ code: 3, again: null });
});

test("a program that cannot be started counts as a crash, not as a defect of ours", async () => {
  const how = await new Promise<Parameters<ChildEvents["ended"]>[0]>((resolve) => {
    running = supervise(plan("", { command: "/nowhere/at-all" }), events(resolve));
  });
  expect(how).toMatchObject({ code: null, signal: null, again: 100 });
});

test("stop between a crash and the next start cancels the start", async () => {
  await new Promise<void>((resolve) => {
    running = supervise(
      plan("process.exit(1)"),
      events(() => resolve()),
    );
  });
  await running?.stop();
  expect(running?.pid()).toBeNull();
});

test("when the launcher itself is killed (kill -9), the child ends too", async () => {
  const first = nextChild();
  const launcher = startLauncher(program());
  const { gone } = await first;
  launcher.kill("SIGKILL");
  await gone;
});

test("Ctrl-C of the same terminal does not end a child: the order of ending is the launcher's", async () => {
  const first = nextChild();
  const ends: unknown[] = [];
  running = supervise(
    plan(program()),
    events((how) => ends.push(how)),
  );
  const { pid, gone } = await first;
  process.kill(pid, "SIGINT");
  await running.stop();
  await gone;
  expect(ends).toEqual([]);
});

/** Another process that supervises `script`. */
function startLauncher(script: string): ChildProcess {
  const source = `
    import { supervise } from ${JSON.stringify(join(import.meta.dirname, "supervise.ts"))};
    supervise(${JSON.stringify(plan(script))}, { started() {}, ended() {} });`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", source], {
    stdio: "ignore",
    cwd: import.meta.dirname,
  });
}
