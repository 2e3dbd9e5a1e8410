// How fast whole files are read and checked. Run: pnpm --filter @rollcall/importer bench
import { readRecords } from "../src/read-records";
import { chunksOf, report, simpleFile } from "./simple-file";

const rows = Number(process.argv[2] ?? 1_000_000);
const chunks = chunksOf(simpleFile(rows));

async function* source(): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield chunk;
  }
}

async function read(duplicates: boolean): Promise<number> {
  let count = 0;
  for await (const event of readRecords(source(), { duplicates }))
    if (event.kind === "rows") count += event.rows.length;
  return count;
}

for (const duplicates of [false, true])
  for (let round = 0; round < 3; round++)
    await report(`readRecords, duplicates ${duplicates ? "found" : "left to SQL"}`, () => read(duplicates));
