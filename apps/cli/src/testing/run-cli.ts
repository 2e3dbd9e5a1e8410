/** Runs the command line as a process of its own, as a person or a script does. For tests only. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

const source = `
  const { main } = await import(${JSON.stringify(join(import.meta.dirname, "..", "main.ts"))});
  await main(process.argv.slice(1));`;

/** `words` as after `npm run rollcall --`; paths count from `folder`. */
export async function runCli(
  words: readonly string[],
  options: { folder?: string; env?: Record<string, string>; stdin?: string } = {},
): Promise<Ran> {
  const { folder = import.meta.dirname, env = {}, stdin = "" } = options;
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", source, "--", ...words],
    {
      cwd: import.meta.dirname,
      env: { PATH: "/usr/bin:/bin", INIT_CWD: folder, ...env },
      stdio: ["pipe", "pipe", "pipe"],
    },
  );
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  child.stdin.on("error", () => undefined);
  child.stdin.end(stdin);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr, code: await ended };
}
