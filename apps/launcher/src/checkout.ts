/** Where the parts of this checkout lie, seen from here. Knows nothing of what they do. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const source = import.meta.dirname;

/** The folder of the checkout; DATA_DIR and .env are looked for from here. */
export const root = dirname(dirname(dirname(source)));
export const webFolder = join(root, "apps", "web");
export const workerFolder = join(root, "apps", "worker");
export const followParent = join(source, "follow-parent.mjs");
export const releaseProgram = join(source, "release-database.ts");
/** Under which tsx runs our sources. */
export const runtimeTsconfig = join(root, "tooling", "run", "tsconfig.json");

/** The program of Next.js that apps/web depends on. */
export function nextProgram(): string {
  return createRequire(join(webFolder, "package.json")).resolve("next/dist/bin/next");
}

/** The file that `node --import` loads to understand TypeScript. */
export function tsxLoader(): string {
  return createRequire(join(root, "package.json")).resolve("tsx");
}

/** The command line of tsx, for `tsx watch`. */
export function tsxProgram(): string {
  return createRequire(join(root, "package.json")).resolve("tsx/cli");
}
