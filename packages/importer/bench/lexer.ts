// How fast the lexer cuts simple rows, beside papaparse on the same file. Why the lexer is our own: README.md.
// Run: pnpm --filter @rollcall/importer bench:lexer [rows]
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { CsvLexer } from "../src/intake/csv-lexer";
import { createDecoder } from "../src/intake/decoder";
import { defaultLimits } from "../src/model/limits";
import type { Row } from "../src/model/row";
import { report, writeSimpleFile } from "./simple-file";

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), "importer-bench-"));
const path = join(folder, "plain.csv");

async function own(look: () => void): Promise<number> {
  const decoder = createDecoder("utf-8", 0);
  const lexer = new CsvLexer({ delimiter: ",", ...defaultLimits });
  let count = 0;
  for await (const chunk of createReadStream(path)) {
    const some: Row[] = [];
    lexer.push(decoder.decode(chunk as Uint8Array).text, some);
    count += some.length;
    look();
  }
  const last: Row[] = [];
  lexer.end(last);
  return count + last.length;
}

// As its README has it for files in Node: chunks handed to a callback.
function papaparseFile(look: () => void): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    Papa.parse<string[]>(createReadStream(path), {
      delimiter: ",",
      chunk: ({ data }) => {
        count += data.length;
        look();
      },
      complete: () => {
        resolve(count);
      },
      error: reject,
    });
  });
}

// As a stream of rows, which is how it composes with other streams.
async function papaparseStream(look: () => void): Promise<number> {
  const parser = createReadStream(path).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: "," }));
  let count = 0;
  for await (const _ of parser) if (++count % 1000 === 0) look();
  return count;
}

try {
  await writeSimpleFile(path, rows, false);
  for (let round = 0; round < 3; round++) {
    await report("own lexer", own);
    await report("papaparse, chunks of a file", papaparseFile);
    await report("papaparse, stream of rows", papaparseStream);
  }
} finally {
  rmSync(folder, { recursive: true });
}
