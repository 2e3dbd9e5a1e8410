// Says whether sources changed since something was made from them: one hash over names and contents, kept in a stamp.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { memory, root } from "./project.mjs";

const ignoredFolders = new Set([
  "node_modules",
  ".next",
  ".turbo",
  "generated",
  "dist",
  "coverage",
  "results",
]);
const ignoredFiles = /(\.test\.tsx?|\.tsbuildinfo|\.md)$|^next-env\.d\.ts$/;

/** Hash over files and folders (relative to the root; folders with all that is in them, tests and READMEs left out). */
export function fingerprint(paths, extra = "") {
  const hash = createHash("sha256").update(extra);
  for (const file of paths.flatMap((path) => filesOf(path)).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function filesOf(path) {
  let entries;
  try {
    entries = readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOTDIR") return [path];
    if (error.code === "ENOENT") return [];
    throw error;
  }
  return entries.flatMap((entry) => {
    const inside = `${path}/${entry.name}`;
    if (entry.isDirectory()) return ignoredFolders.has(entry.name) ? [] : filesOf(inside);
    return entry.isFile() && !ignoredFiles.test(entry.name) ? [inside] : [];
  });
}

/** Whether `name` was last made from exactly these sources. */
export function isFresh(name, print) {
  const file = join(memory, `${name}.stamp`);
  return existsSync(file) && readFileSync(file, "utf8") === print;
}

/** Forgets `name`: called before making it, so that a half-made thing is never taken for done. */
export function forget(name) {
  rmSync(join(memory, `${name}.stamp`), { force: true });
}

/** Remembers that `name` was made from these sources. */
export function remember(name, print) {
  mkdirSync(memory, { recursive: true });
  writeFileSync(join(memory, `${name}.stamp`), print);
}
