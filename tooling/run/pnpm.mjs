// Brings pnpm itself (through npx, in the version package.json names) and runs it; what goes wrong becomes one line.
import { accessSync, constants, createWriteStream, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { runChild } from "./child.mjs";
import { memory, pnpmVersion, root } from "./project.mjs";
import { Stop } from "./stop.mjs";

/** Runs `pnpm …` in the checkout, its output into node_modules/.rollcall/NAME.log; throws a Stop that says why it failed. */
export async function pnpm(words, { log, doing }) {
  const file = join(memory, `${log}.log`);
  mkdirSync(memory, { recursive: true });
  const output = createWriteStream(file);
  let tail = "";
  const code = await runChild(...npx(words), {
    env: toolEnvironment(),
    onOutput: (chunk) => {
      output.write(chunk);
      tail = (tail + chunk.toString("utf8")).slice(-20_000);
    },
  });
  await new Promise((resolve) => output.end(resolve));
  if (code !== 0) throw new Stop(explain(tail, doing, file));
}

/** Runs `pnpm …` with its output where ours goes (or to `onOutput`); gives the exit code back. */
export function pnpmAloud(words, env = {}, onOutput = null) {
  return runChild(...npx(words), { env: { ...toolEnvironment(), ...env }, onOutput });
}

function npx(words) {
  return [process.platform === "win32" ? "npx.cmd" : "npx", ["--yes", `pnpm@${pnpmVersion()}`, ...words]];
}

/**
 * The environment of tools: never production (that would leave out the build's own packages), nothing phoned home,
 * no questions, and a home that can be written (a service user often has none).
 */
export function toolEnvironment() {
  const env = { ...process.env };
  delete env.NODE_ENV;
  for (const name of Object.keys(env)) {
    if (/^npm_(lifecycle|package)_/.test(name)) delete env[name];
  }
  if (!canWrite(homedir())) env.HOME = join(root, ".turbo", "home");
  return {
    ...env,
    COREPACK_ENABLE_STRICT: "0",
    DO_NOT_TRACK: "1",
    NEXT_TELEMETRY_DISABLED: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    npm_config_update_notifier: "false",
  };
}

function canWrite(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const causes = [
  [/ENOSPC|no space left/i, "the disk is full"],
  [
    /EACCES|EPERM|EROFS/,
    "a file or folder may not be written; the checkout must belong to the user who runs this",
  ],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE/,
    "pnpm-lock.yaml does not fit package.json; after a change of packages run pnpm install",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|META_FETCH_FAIL|ERR_SOCKET_TIMEOUT/,
    "the npm registry cannot be reached; check the network or the proxy",
  ],
  [/npx(\.cmd)? ENOENT/, "npm is not installed beside Node.js"],
];

function explain(tail, doing, file) {
  const cause = causes.find(([pattern]) => pattern.test(tail))?.[1];
  const lastWords = tail.trim().split("\n").slice(-15).join("\n  ");
  return cause === undefined
    ? `could not ${doing} (everything it said: ${file}):\n  ${lastWords}`
    : `could not ${doing}: ${cause} (details: ${file}).`;
}
