/** Runs the command line as a person or a script does. For tests only. */
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { vi } from "vitest";
import { makeOutput } from "../output/output";
import { runWords } from "../run-words";

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface RunOptions {
  /** paths count from here */
  folder?: string;
  env?: Record<string, string>;
}

/** `words` as after `npm run rollcall --`, in this process: quick, and the same but for stdin and the process's end. */
export async function rollcall(words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { folder = import.meta.dirname, env = {} } = options;
  for (const [name, value] of Object.entries({ INIT_CWD: folder, ...env })) vi.stubEnv(name, value);
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([text(stdout), text(stderr)]);
  try {
    const code = await runWords(words, makeOutput(stdout, stderr));
    stdout.end();
    stderr.end();
    const [out, err] = await said;
    return { code, stdout: out, stderr: err };
  } finally {
    vi.unstubAllEnvs();
  }
}

const source = `
  const { main } = await import(${JSON.stringify(join(import.meta.dirname, "..", "main.ts"))});
  await main(process.argv.slice(1));`;

/** The same in a process of its own, with something on stdin. */
export async function rollcallProcess(
  words: readonly string[],
  { stdin = "", ...options }: RunOptions & { stdin?: string } = {},
): Promise<Ran> {
  const { child, ended } = startRollcall(words, options);
  child.stdin.end(stdin);
  return ended;
}

/** The process as it runs, its stdin open: for what happens to it meanwhile. */
export function startRollcall(
  words: readonly string[],
  { folder = import.meta.dirname, env = {} }: RunOptions = {},
): { child: ChildProcessWithoutNullStreams; ended: Promise<Ran> } {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", source, "--", ...words],
    {
      cwd: import.meta.dirname,
      env: { PATH: "/usr/bin:/bin", INIT_CWD: folder, ...env },
      stdio: ["pipe", "pipe", "pipe"],
    },
  );
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  child.stdin.on("error", () => undefined);
  const ended = Promise.all([text(child.stdout), text(child.stderr), closed]).then(
    ([stdout, stderr, code]): Ran => ({ stdout, stderr, code }),
  );
  return { child, ended };
}
