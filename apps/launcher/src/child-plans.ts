/**
 * How the web and the worker are started: command, environment, patience. It starts nothing itself.
 */
import { join } from "node:path";
import type { Settings } from "@rollcall/settings";
import * as checkout from "./checkout";
import type { ChildPlan } from "./supervise";

export interface PlanInput {
  settings: Settings;
  /** the system's environment that children inherit */
  inherited: NodeJS.ProcessEnv;
  databaseUrl: string;
  secret: string;
  /** the database is ours to stop when the launcher was killed */
  embedded: boolean;
  /** reload what changes (npm run dev) */
  hot: boolean;
}

/** Wrong settings: starting again is useless. */
const finalCodes = [3];

/**
 * The web streams what it handles: a small heap is enough, and keeps it small whatever the size of a file. What it streams dies
 * young: with more room for the young, a file is read in a third less time.
 */
const webHeap = ["--max-old-space-size=256", "--max-semi-space-size=32"];

/** What the worker holds is small too; without a bound, a large machine lets it keep hundreds of megabytes that nobody uses any more. */
const workerHeap = ["--max-old-space-size=256"];

/** The children this role wants, in the order in which they are started (and ended). */
export function childPlans(input: PlanInput): ChildPlan[] {
  const { role } = input.settings;
  const plans = { web: webPlan(input), worker: workerPlan(input) };
  switch (role) {
    case "all":
      return [plans.web, plans.worker];
    case "web":
      return [plans.web];
    case "worker":
      return [plans.worker];
  }
}

function webPlan(input: PlanInput): ChildPlan {
  const { settings, hot } = input;
  const address = ["--port", String(settings.port), "--hostname", settings.host];
  return {
    name: "web",
    command: process.execPath,
    words: [
      ...(hot ? [] : webHeap),
      "--import",
      checkout.followParent,
      checkout.nextProgram(),
      hot ? "dev" : "start",
      ...address,
    ],
    cwd: checkout.webFolder,
    env: {
      ...commonEnvironment(input),
      NODE_ENV: hot ? "development" : "production",
      NEXTAUTH_URL: settings.appUrl,
      NEXTAUTH_SECRET: input.secret,
      NEXT_TELEMETRY_DISABLED: "1",
      // With a worker beside it, the worker is the last to go.
      ...(settings.role === "web" ? release(input) : {}),
    },
    patience: 5_000,
    finalCodes,
  };
}

function workerPlan(input: PlanInput): ChildPlan {
  const { hot } = input;
  const program = join(checkout.workerFolder, "src", "main.ts");
  const words = hot
    ? [checkout.tsxProgram(), "watch", "--clear-screen=false", program]
    : [...workerHeap, "--enable-source-maps", "--import", checkout.tsxLoader(), program];
  return {
    name: "worker",
    command: process.execPath,
    words: ["--import", checkout.followParent, ...words],
    cwd: checkout.workerFolder,
    env: {
      ...commonEnvironment(input),
      NODE_ENV: hot ? "development" : "production",
      TSX_TSCONFIG_PATH: checkout.runtimeTsconfig,
      ...release(input),
    },
    patience: 12_000,
    finalCodes,
  };
}

function commonEnvironment({ settings, inherited, databaseUrl, secret }: PlanInput): NodeJS.ProcessEnv {
  return {
    ...inherited,
    ROLLCALL_DATABASE_URL: databaseUrl,
    SECRET: secret,
    APP_URL: settings.appUrl,
    DATA_DIR: settings.dataDir,
    MAIL_URL: settings.mailUrl,
    MAIL_FROM: settings.mailFrom,
    IMPORT_MAX_ROWS: String(settings.importMaxRows),
    IMPORT_MAX_BYTES: String(settings.importMaxBytes),
    ...(settings.resendApiKey === null ? {} : { RESEND_API_KEY: settings.resendApiKey }),
    ...(settings.resendBaseUrl === null ? {} : { RESEND_BASE_URL: settings.resendBaseUrl }),
  };
}

/** The command line (without node) with which the last child stops the embedded database once we were killed. */
function release({ embedded, settings }: PlanInput): NodeJS.ProcessEnv {
  if (!embedded) return {};
  const words = ["--import", checkout.tsxLoader(), checkout.releaseProgram, settings.dataDir];
  return { ROLLCALL_RELEASE: JSON.stringify(words) };
}
