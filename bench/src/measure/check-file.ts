/** `rollcall check` of the file beside papaparse alone on the same bytes: what reading costs without any database. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { watchMemory } from "../app/processes";
import { environmentWith, root } from "../env";
import type { Figure } from "../report/figure";

interface Run {
  seconds: number;
  memory: number;
  said: string;
}

/** The start of the command line itself, measured with a file of one row, is taken off. */
export async function measureCheck(file: string, rows: number): Promise<Figure[]> {
  const tiny = join(dirname(file), "one-row.csv");
  await writeFile(tiny, "Email,Full Name\nanders.holm@haldenmoor.example,Anders Holm\n");
  const words = [join(root, "tooling/run/rollcall.mjs"), "check"];
  const loader = createRequire(join(root, "package.json")).resolve("tsx");
  const alone = join(import.meta.dirname, "papaparse-alone.ts");
  const start = await best([...words, tiny]);
  const check = await best([...words, file]);
  const papaparse = await best(["--import", loader, alone, file]);
  const parsed = JSON.parse(papaparse.said) as { rows: number; seconds: number };
  if (parsed.rows !== rows + 1) throw new Error(`papaparse read ${parsed.rows} lines`);
  const seconds = check.seconds - start.seconds;
  return [
    { name: "papaparse alone", rows, seconds: parsed.seconds, memory: { process: papaparse.memory } },
    {
      name: "rollcall check",
      rows,
      seconds,
      ratio: { times: seconds / parsed.seconds, of: "papaparse" },
      memory: { process: check.memory },
    },
    { name: "start of the command line, not counted above", part: true, rows: 1, seconds: start.seconds },
  ];
}

/** The fastest of three. */
async function best(words: string[]): Promise<Run> {
  const runs = [await run(words), await run(words), await run(words)];
  return runs.reduce((one, other) => (other.seconds < one.seconds ? other : one));
}

/** Throws unless it ends with 0. */
async function run(words: string[]): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: environmentWith({}),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let complained = "";
  child.stdout.on("data", (chunk: Buffer) => {
    if (said.length < 10_000) said += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => (complained = (complained + chunk.toString()).slice(-2_000)));
  const watch = watchMemory(child.pid ?? 0);
  const [code] = (await once(child, "exit")) as [number | null];
  const seconds = (performance.now() - began) / 1000;
  const memory = watch.peak();
  if (code === 0) return { seconds, memory, said };
  throw new Error(`${words.join(" ")} ended with ${code ?? "a signal"}: ${complained}${said}`);
}
