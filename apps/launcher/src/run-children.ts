/**
 * Web and worker together: their output, their health, and what to do when one of them ends. A child that was well once is
 * started again for ever; one that never gets well ends the launcher with its own last words.
 */
import type { ChildProcess } from "node:child_process";
import type { Settings } from "@rollcall/settings";
import { openOutlet, type Outlet } from "./child-output";
import { LaunchError } from "./launch-error";
import { supervise, type ChildEvents, type ChildPlan, type Supervised } from "./supervise";
import { healthUrl, waitUntilHealthy, watchHealth } from "./watch-health";

export interface ChildrenOptions {
  settings: Settings;
  hot: boolean;
  /** folder of the log files */
  logs: string;
  /** a person reads our stderr */
  terminal: boolean;
  say: (line: string) => void;
  /** a child cannot be kept running */
  onGivenUp: (error: LaunchError) => void;
}

export interface Children {
  /** resolves when every child answers (or `signal` is aborted) */
  ready(signal: AbortSignal): Promise<void>;
  /** ends them one after the other, in the order of the plans */
  stop(): Promise<void>;
}

/** A worker shows every 5 s that its event loop turns; one that does not for this long (milliseconds) is frozen. */
const frozenAfter = 60_000;
/** A child that ends this often before it was ever well is not started again. */
const patienceAtStart = 3;

interface Watched {
  child: Supervised;
  outlet: Outlet;
  /** settles when the child was well for the first time */
  well: Promise<void>;
  cancel: () => void;
}

export function runChildren(plans: readonly ChildPlan[], options: ChildrenOptions): Children {
  const watched = plans.map((plan) =>
    plan.name === "web" ? watchWeb(plan, options) : watchWorker(plan, options),
  );
  return {
    ready: async (signal) => {
      const ended = new Promise<void>((resolve) => {
        signal.addEventListener("abort", () => {
          resolve();
        });
      });
      await Promise.race([Promise.all(watched.map(({ well }) => well)), ended]);
    },
    stop: async () => {
      for (const { child, outlet, cancel } of watched) {
        cancel();
        await child.stop();
        await outlet.close();
      }
    },
  };
}

function watchWeb(plan: ChildPlan, options: ChildrenOptions): Watched {
  const { settings, hot, say } = options;
  const url = healthUrl(settings.host, settings.port);
  const end = new AbortController();
  const outlet = openOutlet(plan.name, options.logs, options.terminal, say);
  let isWell = false;
  const child = supervise(
    plan,
    childEvents(
      plan,
      outlet,
      options,
      () => isWell,
      () => undefined,
    ),
  );
  const well = waitUntilHealthy(url, end.signal).then((healthy) => {
    isWell = healthy;
    // While somebody edits (npm run dev), a page that does not answer is being compiled or broken on purpose.
    if (!healthy || hot) return;
    const onSick = () => {
      say("The web does not answer; starting it again.");
      child.kill();
    };
    void watchHealth(url, { every: 10_000, patience: 5_000, signal: end.signal, onSick });
  });
  return { child, outlet, well, cancel: () => end.abort() };
}

function watchWorker(plan: ChildPlan, options: ChildrenOptions): Watched {
  const outlet = openOutlet(plan.name, options.logs, options.terminal, options.say);
  let isWell = false;
  let lastSign = performance.now();
  let tell: () => void = () => undefined;
  const well = new Promise<void>((resolve) => (tell = resolve));
  const child = supervise(
    plan,
    childEvents(
      plan,
      outlet,
      options,
      () => isWell,
      (started) => {
        lastSign = performance.now();
        // tsx, which reloads the worker while somebody edits, need not hand its signs on.
        if (options.hot) tell();
        started.on("message", () => {
          lastSign = performance.now();
          isWell = true;
          tell();
        });
      },
    ),
  );
  const timer = setInterval(() => {
    if (options.hot || !isWell || performance.now() - lastSign < frozenAfter) return;
    options.say("The worker does not move; starting it again.");
    lastSign = performance.now();
    child.kill();
  }, 5_000);
  return { child, outlet, well, cancel: () => clearInterval(timer) };
}

function childEvents(
  plan: ChildPlan,
  outlet: Outlet,
  options: ChildrenOptions,
  isWell: () => boolean,
  onStarted: (child: ChildProcess) => void,
): ChildEvents {
  let ends = 0;
  return {
    started: (child) => {
      if (child.stdout !== null) outlet.follow(child.stdout, "stdout");
      if (child.stderr !== null) outlet.follow(child.stderr, "stderr");
      onStarted(child);
    },
    ended: ({ code, signal, again }) => {
      ends += 1;
      const how = signal ?? `exit code ${code ?? "unknown"}`;
      if (again !== null && (isWell() || ends < patienceAtStart)) {
        options.say(`The ${plan.name} ended (${how}); starting it again.`);
        return;
      }
      const words = options.terminal ? [] : outlet.lastWords();
      options.onGivenUp(
        new LaunchError([
          `The ${plan.name} does not start (${how}); its log is in ${options.logs}.`,
          ...words,
        ]),
      );
    },
  };
}
