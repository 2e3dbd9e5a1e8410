/** `rollcall check` of the file beside papaparse alone on the same bytes: what reading costs without any database. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { watchMemory } from "../app/processes";
import { environmentWith, root } from "../env";
import type { Figure } from "../report/figure";

interface Run {
  seconds: number;
  memory: number;
  said: string;
}

/**
 * The start of the command line itself, measured with a file of one row, is taken off; papaparse's own seconds begin when it is
 * loaded. The file as it is has a warning on nine rows of ten; the same file without them shows what checking alone costs.
 */
export async function measureCheck(file: string, rows: number): Promise<Figure[]> {
  const tiny = join(dirname(file), "one-row.csv");
  await writeFile(tiny, "Email,Full Name\nanders.holm@haldenmoor.example,Anders Holm\n");
  const clean = await withoutWarnings(file);
  const command = [join(root, "tooling/run/rollcall.mjs"), "check"];
  const start = await best([...command, tiny]);
  const objects = await papaparse(clean, "header", rows);
  const lists = await papaparse(clean, "lists", rows + 1);
  const figure = async (name: string, words: string[]): Promise<Figure> => {
    const check = await best([...command, ...words]);
    const seconds = check.seconds - start.seconds;
    const ratio = { times: seconds / objects.seconds, of: "papaparse with header: true" };
    return { name, rows, seconds, ratio, memory: { process: check.memory } };
  };
  return [
    { name: "papaparse alone, header: true", rows, ...objects },
    { name: "papaparse alone, header: false", part: true, rows, ...lists },
    await figure("rollcall check", [clean]),
    await figure("rollcall check, 9 warnings in 10 rows", [file]),
    await figure("rollcall check --json, the same", [file, "--json"]),
    { name: "start of the command line, not counted above", part: true, rows: 1, seconds: start.seconds },
  ];
}

async function papaparse(
  file: string,
  mode: "header" | "lists",
  rows: number,
): Promise<{ seconds: number; memory: { process: number } }> {
  const loader = createRequire(join(root, "package.json")).resolve("tsx");
  const alone = join(import.meta.dirname, "papaparse-alone.ts");
  const run = await best(["--import", loader, alone, file, mode]);
  const parsed = JSON.parse(run.said) as { rows: number; seconds: number };
  if (parsed.rows !== rows) throw new Error(`papaparse read ${parsed.rows} rows`);
  return { seconds: parsed.seconds, memory: { process: run.memory } };
}

/** The same people, everybody mailed: nobody is left without a way in. */
async function withoutWarnings(file: string): Promise<string> {
  const clean = join(dirname(file), `clean-${basename(file)}`);
  const copy = createWriteStream(clean);
  for await (const line of createInterface({ input: createReadStream(file) }))
    if (!copy.write(`${line.replace(",No,", ",Yes,")}\n`)) await once(copy, "drain");
  copy.end();
  await finished(copy);
  return clean;
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
