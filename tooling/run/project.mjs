// Where things lie in this checkout, and what the root package.json says. Knows no command.
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the root commands remember between runs; gone with node_modules, and then everything is done again. */
export const memory = join(root, "node_modules", ".rollcall");

/** The tsconfig that tsx runs our sources under, whatever folder it is called from. */
export const runtimeTsconfig = join(root, "tooling", "run", "tsconfig.json");

/** The version of pnpm that package.json asks for. */
export function pnpmVersion() {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return packageManager.replace(/^pnpm@/, "").replace(/\+.*$/, "");
}

/** Folders of the workspace that hold a package.json, relative to the root, in a fixed order. */
export function workspaceFolders() {
  const parents = ["apps", "packages", "tooling"];
  const children = parents.flatMap((parent) =>
    existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => join(parent, name)) : [],
  );
  return [...children, "e2e", "bench"]
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .sort();
}
