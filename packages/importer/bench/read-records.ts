// How fast whole files are read from disk and checked, and how much memory that takes.
// Run: pnpm --filter @rollcall/importer bench [rows]
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReadOptions } from "../src/model/read";
import { readRecords } from "../src/read-records";
import { report, writeSimpleFile } from "./simple-file";

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), "importer-bench-"));

async function read(path: string, options: ReadOptions, look: () => void): Promise<number> {
  let count = 0;
  for await (const event of readRecords(createReadStream(path), options)) {
    if (event.kind === "refused") throw new Error(event.problems[0]?.code);
    if (event.kind !== "rows") continue;
    count += event.rows.length;
    look();
  }
  return count;
}

try {
  const plain = join(folder, "plain.csv");
  const secret = join(folder, "passwords.csv");
  await writeSimpleFile(plain, rows, false);
  await writeSimpleFile(secret, rows, true);
  for (let round = 0; round < 3; round++) {
    await report("read and checked", (look) => read(plain, {}, look));
    await report("and duplicates found", (look) => read(plain, { duplicates: true }, look));
    await report("and with 250 passwords in 1,000 rows", (look) => read(secret, {}, look));
  }
} finally {
  rmSync(folder, { recursive: true });
}
