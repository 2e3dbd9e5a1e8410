/**
 * The program of the threads of `check`, as one text: made of the sources where it is needed, in some 50 ms beside other work,
 * so that a thread starts at once and nothing that was made has to be kept.
 */
import { join } from "node:path";
import { build } from "esbuild";

export function threadProgram(): Promise<string> {
  return (made ??= make());
}

let made: Promise<string> | undefined;

async function make(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "part-thread.ts")],
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "cjs",
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("");
}
