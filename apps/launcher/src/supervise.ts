/**
 * Keeps one child process running: starts it, starts it again when it ends by itself, and ends it when told to. It does
 * not know what the child does; a child that must never be restarted says so with one of the plan's final exit codes.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { nextDelay } from "./next-delay";

export interface ChildPlan {
  name: string;
  command: string;
  words: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** milliseconds between SIGTERM and SIGKILL */
  patience: number;
  /** exit codes after which starting again is useless (wrong settings) */
  finalCodes: readonly number[];
}

export interface ChildEvents {
  started(child: ChildProcess): void;
  /** `again`: milliseconds until it is started again; null when it will not be. Not called for an end that was asked for. */
  ended(how: {
    code: number | null;
    signal: NodeJS.Signals | null;
    again: number | null;
    lived: number;
  }): void;
}

export interface Supervised {
  readonly name: string;
  /** null between an end and the next start */
  pid(): number | null;
  /** Ends it with SIGTERM, after the plan's patience with SIGKILL; resolves when it is gone. It stays ended. */
  stop(): Promise<void>;
  /** Ends it at once (SIGKILL), without waiting for anything to be finished; supervision starts it again. */
  kill(): void;
}

/** Starts the child and watches over it until `stop`. */
export function supervise(plan: ChildPlan, events: ChildEvents): Supervised {
  let child: ChildProcess | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopping: Promise<void> | null = null;
  let crashes = 0;

  const start = () => {
    timer = null;
    const began = performance.now();
    const current = spawnChild(plan);
    child = current;
    onceGone(current, (code, signal) => {
      child = null;
      if (stopping !== null) return;
      const lived = performance.now() - began;
      const final = code !== null && plan.finalCodes.includes(code);
      crashes = lived > steadyAfter ? 1 : crashes + 1;
      const again = final ? null : nextDelay(crashes);
      if (again !== null) timer = setTimeout(start, again);
      events.ended({ code, signal, again, lived });
    });
    events.started(current);
  };
  start();

  return {
    name: plan.name,
    pid: () => child?.pid ?? null,
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      stopping ??= child === null ? Promise.resolve() : endChild(child, plan.patience);
      return stopping;
    },
    kill: () => {
      child?.kill("SIGKILL");
    },
  };
}

/** A child that lived this long (milliseconds) was well; its next crash counts as the first. */
const steadyAfter = 20_000;

/** The IPC channel is how a child notices that we are gone, even when we are killed. */
function spawnChild(plan: ChildPlan): ChildProcess {
  return spawn(plan.command, plan.words, {
    cwd: plan.cwd,
    env: plan.env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

function onceGone(
  child: ChildProcess,
  gone: (code: number | null, signal: NodeJS.Signals | null) => void,
): void {
  let told = false;
  const once = (code: number | null, signal: NodeJS.Signals | null) => {
    if (!told) gone(code, signal);
    told = true;
  };
  child.on("exit", once);
  // It could not even be started.
  child.on("error", () => {
    if (child.pid === undefined) once(null, null);
  });
}

function endChild(child: ChildProcess, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const last = setTimeout(() => child.kill("SIGKILL"), patience);
    child.once("exit", () => {
      clearTimeout(last);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
