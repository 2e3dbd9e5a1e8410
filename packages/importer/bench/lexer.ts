// How fast the lexer cuts a million simple rows, beside papaparse on the same bytes. Run: pnpm --filter @rollcall/importer bench:lexer
import { Readable } from "node:stream";
import Papa from "papaparse";
import { createDecoder } from "../src/intake/decoder";
import { CsvLexer } from "../src/intake/csv-lexer";
import { defaultLimits } from "../src/model/limits";
import type { Row } from "../src/model/row";
import { chunksOf, report, simpleFile } from "./simple-file";

const chunks = chunksOf(simpleFile(1_000_000));

async function own(): Promise<number> {
  const decoder = createDecoder("utf-8", 0);
  const lexer = new CsvLexer({ delimiter: ",", ...defaultLimits });
  let count = 0;
  for await (const chunk of Readable.from(chunks)) {
    const rows: Row[] = [];
    lexer.push(decoder.decode(chunk as Uint8Array).text, rows);
    count += rows.length;
  }
  const rows: Row[] = [];
  lexer.end(rows);
  return count + rows.length;
}

async function papaparse(): Promise<number> {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { header: false, delimiter: "," });
  let count = 0;
  for await (const _ of Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(parser)) count++;
  return count;
}

// papaparse on strings cut at line ends, without the cost of Node's object streams: its parser alone, at its best.
function papaparseStrings(): Promise<number> {
  const decoder = new TextDecoder();
  let count = 0;
  let partial = "";
  for (const chunk of chunks) {
    const text = partial + decoder.decode(chunk, { stream: true });
    const end = text.lastIndexOf("\n") + 1;
    count += Papa.parse(text.slice(0, end - 1), { delimiter: ",", newline: "\n" }).data.length;
    partial = text.slice(end);
  }
  return Promise.resolve(count);
}

for (const [name, run] of [
  ["own", own],
  ["papaparse (stream)", papaparse],
  ["papaparse (parser alone)", papaparseStrings],
] as const) {
  for (let round = 0; round < 3; round++) await report(name, run);
}
