// Runs our TypeScript from source, in this process. Only after the packages are installed.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, runtimeTsconfig } from "./project.mjs";

/** Loads a TypeScript module of the checkout (path relative to the root). */
export async function load(path) {
  await register();
  return import(pathToFileURL(join(root, path)).href);
}

let registered = false;

async function register() {
  if (registered) return;
  registered = true;
  const { register: start } = await import("tsx/esm/api");
  start({ tsconfig: runtimeTsconfig });
}
