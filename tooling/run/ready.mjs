// Makes a checkout ready to run: packages installed, Prisma client generated, web built. Each only when what it is made
// from changed, told by stamps, so that a ready checkout starts no tool at all.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { exclusively } from "./exclusive.mjs";
import { fingerprint, forget, isFresh, remember } from "./fingerprint.mjs";
import { pnpm } from "./pnpm.mjs";
import { withProgress } from "./progress.mjs";
import { root, workspaceFolders } from "./project.mjs";

const steps = {
  install: {
    title: "Installing packages",
    doing: "install the packages",
    print: () =>
      fingerprint(
        [
          "package.json",
          "pnpm-lock.yaml",
          "pnpm-workspace.yaml",
          ...workspaceFolders().map((f) => `${f}/package.json`),
        ],
        `${process.platform} ${process.arch}`,
      ),
    made: () => existsSync(join(root, "node_modules", ".modules.yaml")),
    words: [
      "install",
      "--frozen-lockfile",
      "--prefer-offline",
      "--reporter=append-only",
      "--config.confirmModulesPurge=false",
    ],
  },
  generate: {
    title: "Generating the database client",
    doing: "generate the database client",
    print: () =>
      fingerprint(["packages/db/prisma/schema.prisma", "packages/db/package.json", "pnpm-lock.yaml"]),
    made: () => existsSync(join(root, "packages/db/src/generated/prisma/client.ts")),
    words: ["exec", "turbo", "run", "generate", "--output-logs=full"],
  },
  build: {
    title: "Building the web",
    doing: "build the web",
    print: () =>
      fingerprint(["apps/web", ...sourceFolders(), "tooling/typescript", "pnpm-lock.yaml", "turbo.json"]),
    made: () => existsSync(join(root, "apps/web/.next/BUILD_ID")),
    words: [
      "exec",
      "turbo",
      "run",
      "build",
      "--filter=@rollcall/web",
      "--concurrency=2",
      "--output-logs=full",
    ],
  },
};

function sourceFolders() {
  return workspaceFolders()
    .filter((folder) => folder.startsWith("packages"))
    .flatMap((folder) => [`${folder}/src`, `${folder}/prisma`, `${folder}/package.json`]);
}

/** Packages installed and the database client generated: what every command needs. */
export async function makeReady() {
  await ensure("install");
  await ensure("generate");
}

/** The web as `next start` serves it. */
export async function makeWeb() {
  await ensure("build");
}

async function ensure(name) {
  const { title, doing, print, made, words } = steps[name];
  if (made() && isFresh(name, print())) return;
  await exclusively(async () => {
    const now = print();
    if (made() && isFresh(name, now)) return;
    forget(name);
    await withProgress(title, () => pnpm(words, { log: name, doing }));
    remember(name, now);
  });
}
