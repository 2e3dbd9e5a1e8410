// Speed of our reading against the fastest npm readers, in one run on the same files: `pnpm --filter @rollcall/workbook bench`.
// Every reader is to give all rows of the sheet, as text or as values, and runs in a fresh process, whose start is counted:
// a reader that stays warm in our own process could not be killed. Best of five, taking turns.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultLimits, type WorkbookContainer } from "@rollcall/importer";
import { openWorkbook, writeWorkbook, type WorkbookCell } from "../src/index";

const rounds = 5;

async function* people(count: number): AsyncGenerator<WorkbookCell[][]> {
  await Promise.resolve();
  yield [["Email", "Full Name", "Department", "Code", "Start", "Amount", "Active"]];
  for (let from = 1; from < count; from += 1000)
    yield Array.from({ length: Math.min(1000, count - from) }, (_, at) => person(from + at));
}

function person(at: number): WorkbookCell[] {
  const start = new Date(Date.UTC(2015, 0, 1 + (at % 3000)));
  const code = String(at).padStart(6, "0");
  return [
    `user${at}@example.com`,
    `Ünal Person ${at}`,
    `Department ${at % 200}`,
    code,
    start,
    at * 1.25,
    at % 2 === 0,
  ];
}

async function ours(bytes: Buffer, container: WorkbookContainer): Promise<number> {
  async function* source() {
    await Promise.resolve();
    for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16));
  }
  const result = await openWorkbook(source(), { container, limits: defaultLimits });
  if (result.kind === "refused") throw new Error(result.problem.code);
  let count = 0;
  for await (const rows of result.workbook.rows("People")) count += rows.length;
  await result.workbook.close();
  return count;
}

/** What the process of an npm reader runs; it prints how many rows there were. */
const others: Record<string, string> = {
  hucre:
    'import { read } from "hucre"; const book = await read(bytes); console.log(book.sheets[0].rows.length)',
  "sheetjs, dense":
    'import { read, utils } from "@e965/xlsx"; const book = read(bytes, { dense: true }); console.log(utils.sheet_to_json(book.Sheets.People, { header: 1 }).length)',
};

function other(name: string, file: string): number {
  const code = `import { readFileSync } from "node:fs"; const bytes = readFileSync(${JSON.stringify(file)}); ${others[name] ?? ""}`;
  const words = ["--input-type=module", "-e", code];
  return Number(execFileSync(process.execPath, words, { cwd: import.meta.dirname, encoding: "utf8" }));
}

async function measure(kind: "xlsx" | "xls", count: number): Promise<void> {
  const pieces = [];
  for await (const piece of writeWorkbook(kind, "People", people(count))) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const folder = mkdtempSync(join(tmpdir(), "readers-"));
  const file = join(folder, `people.${kind}`);
  writeFileSync(file, bytes);
  const readers: [string, () => Promise<number> | number][] = [
    ["ours", () => ours(bytes, kind)],
    ...Object.keys(others).map((name): [string, () => number] => [name, () => other(name, file)]),
  ];
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round++)
    for (const [name, read] of readers) {
      const begun = performance.now();
      const rows = await read();
      if (rows !== count) throw new Error(`${name} gave ${rows} rows`);
      best.set(name, Math.min(best.get(name) ?? Infinity, performance.now() - begun));
    }
  rmSync(folder, { recursive: true });
  const fastest = Math.min(...[...best].filter(([name]) => name !== "ours").map(([, time]) => time));
  for (const [name, time] of best)
    process.stdout.write(
      `${kind} ${count} rows  ${name.padEnd(15)} ${Math.round(time)} ms  ${(fastest / time).toFixed(2)} × the fastest npm reader\n`,
    );
}

await measure("xlsx", 100_000);
await measure("xls", 65_536);
