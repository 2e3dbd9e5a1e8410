/**
 * Brings Rollcall up step by step (settings, port, web build, data and database, first administrator, children) and takes
 * it down in the other order. Every step either works or says in one line why not.
 */
import { join } from "node:path";
import type { Context } from "@rollcall/accounts";
import { openInstallation, type Installation } from "@rollcall/installation";
import type { Settings } from "@rollcall/settings";
import { checkPort } from "./check-port";
import { root } from "./checkout";
import { childPlans } from "./child-plans";
import { inheritedEnvironment, readSettings } from "./env";
import { firstAdministrator } from "./first-administrator";
import { LaunchError } from "./launch-error";
import { runChildren, type Children } from "./run-children";
import { greeting } from "./screen";

export interface LaunchOptions {
  /** reload what changes (npm run dev) */
  hot: boolean;
  /** builds the web when it is not built; called only when this process is to serve it */
  prepareWeb: () => Promise<void>;
}

export interface Rollcall {
  /** resolves to the reason when it cannot go on */
  failed: Promise<Error>;
  /** web, worker, database: in this order */
  stop(): Promise<void>;
}

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Resolves once everything answers and the address is printed. `signal`: told to end, possibly before that. */
export async function startRollcall(options: LaunchOptions, signal: AbortSignal): Promise<Rollcall> {
  const began = performance.now();
  const settings = await goodSettings(options);
  let lost: (error: Error) => void = () => undefined;
  const failed = new Promise<Error>((resolve) => (lost = resolve));
  const installation = await openInstallation(settings, {
    name: "launcher",
    log: say,
    onLost: (error) => {
      lost(new LaunchError([error.message], { cause: error }));
    },
  });
  let children: Children | null = null;
  const stop = async () => {
    await children?.stop();
    await installation.close();
  };
  try {
    const setUpUrl = await firstAdministrator(systemContext(installation, settings), settings);
    signal.throwIfAborted();
    children = startChildren(options, settings, installation, lost);
    await Promise.race([children.ready(signal), failed.then((error) => Promise.reject(error))]);
    if (!signal.aborted) {
      const { embedded } = installation;
      process.stdout.write(greeting({ settings, setUpUrl, embedded, root, took: performance.now() - began }));
    }
    return { failed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Everything that can be known to be wrong before anything is built or started. */
async function goodSettings({ prepareWeb }: LaunchOptions): Promise<Settings> {
  const parsed = readSettings(root);
  if (!parsed.ok) throw new LaunchError(parsed.mistakes);
  const { settings } = parsed;
  if (settings.role === "worker") return settings;
  const taken = await checkPort(settings.port, settings.host);
  if (taken !== null) throw new LaunchError([taken]);
  await prepareWeb();
  return settings;
}

function startChildren(
  options: LaunchOptions,
  settings: Settings,
  installation: Installation,
  lost: (error: Error) => void,
): Children {
  const { databaseUrl, secret, embedded } = installation;
  const plans = childPlans({
    settings,
    inherited: inheritedEnvironment(),
    databaseUrl,
    secret,
    embedded,
    hot: options.hot,
  });
  return runChildren(plans, {
    settings,
    hot: options.hot,
    logs: join(settings.dataDir, "logs"),
    terminal: process.stderr.isTTY,
    say,
    onGivenUp: lost,
  });
}

function systemContext(installation: Installation, settings: Settings): Context {
  return {
    database: installation.database,
    principal: { kind: "system" },
    ip: null,
    userAgent: null,
    settings: {
      appUrl: settings.appUrl,
      secret: installation.secret,
      importMaxRows: settings.importMaxRows,
      importMaxBytes: settings.importMaxBytes,
    },
    log: {
      info: () => undefined,
      warn: (message) => {
        say(message);
      },
      error: (message) => {
        say(message);
      },
    },
  };
}
