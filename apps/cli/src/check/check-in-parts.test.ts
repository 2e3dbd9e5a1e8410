import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { defaultLimits, type ReadOptions } from "@rollcall/importer";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { jsonReport } from "../commands/check-json-report";
import { textReport } from "../commands/check-text-report";
import { openFile } from "../house/open-file";
import { makeOutput, type Output } from "../output/output";
import { checkInOrder, checkOnThreads } from "./run-check";

const folder = mkdtempSync(join(tmpdir(), "rollcall-parts-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function said(run: (output: Output) => Promise<unknown>): Promise<[unknown, string]> {
  const stdout = new PassThrough();
  const words = text(stdout);
  const result = await run(makeOutput(stdout, new PassThrough()));
  stdout.end();
  return [result, await words];
}

/** What one thread says and what several say, of parts of so many bytes; null when several leave it to one. */
async function both(
  content: string | Uint8Array,
  json: boolean,
  partBytes: number,
  more: ReadOptions = {},
): Promise<{ one: string; several: string | null }> {
  const path = join(folder, "people.csv");
  writeFileSync(path, content);
  const limits = { ...defaultLimits, ...more.limits };
  const reading = { fileName: "people.csv", duplicates: true, ...more, limits };
  const options = { records: false, strict: false };
  const make = (output: Output) => (json ? jsonReport : textReport)(output, options);
  const [, one] = await said(async (output) => checkInOrder(await openFile(path), reading, make(output)));
  const [tally, several] = await said(async (output) =>
    checkOnThreads(await openFile(path), reading, { json, make, output, sizes: { atLeast: 0, partBytes } }),
  );
  if (tally === null) expect(several).toBe("");
  return { one, several: tally === null ? null : several };
}

const header = "Email,Full Name,Password,Department,Send email,Group,Group\n";
const people = (count: number, line: (n: number) => string) =>
  header + Array.from({ length: count }, (_, n) => line(n)).join("");

describe("check in parts", () => {
  test.each<[string, string | Uint8Array]>([
    ["good rows", people(200, (n) => `p${n}@example.com,P ${n},,Sales ${n % 7},Yes,G${n % 5},\n`)],
    [
      "the same address in other parts, in other case, again and again",
      people(300, (n) => `p${n % 90}@${n % 2 === 0 ? "example" : "EXAMPLE"}.com,P ${n},,,Yes,,\n`),
    ],
    ["passwords used again", people(100, (n) => `p${n}@example.com,P,correct horse ${n % 40},,Yes,,\n`)],
    ["line ends in quotes", people(100, (n) => `p${n}@example.com,"P\n""${n}""",,,No,"a,b",\n`)],
    ["CRLF, blank rows, too many values", people(99, (n) => `p${n},P,,,No,,,,,,x\r\n\r\n`)],
    ["a byte order mark before a quote", `\ufeff"Email","Full Name"\n${"a@example.com,A\n".repeat(50)}`],
    ["letters beyond ASCII", people(100, (n) => `p${n}@exämple.com,Zoë Ñ ${n},,Büro,maybe,é,\n`)],
    ["no line end at the end", people(50, (n) => `p${n}@example.com,P,,,Yes,,\n`).trimEnd()],
    [
      "names in the order in which they come first",
      people(
        200,
        (n) =>
          `p${n}${n % 3 === 0 ? "" : "@example.com"},P,,D${(n * 7) % 23},Yes,G${(n * 5) % 19},g${n % 3}\n`,
      ),
    ],
  ])("says what one thread says: %s", async (_, content) => {
    for (const json of [true, false]) {
      const { one, several } = await both(content, json, 700);
      expect(several).toBe(one);
    }
  });

  test.each<[string, string | Uint8Array, ReadOptions]>([
    ["a quote that is never closed", people(100, (n) => `p${n}@example.com,${n === 80 ? '"' : ""}P\n`), {}],
    [
      "a byte that is no UTF-8",
      Buffer.from(
        people(100, (n) => `p${n}@example.com,P\xa3\n`),
        "latin1",
      ),
      {},
    ],
    ["more rows than allowed", people(100, (n) => `p${n}@example.com,P\n`), { limits: { maxRows: 99 } }],
    ["UTF-16", Buffer.from(`\ufeff${people(100, (n) => `p${n}@example.com,P\n`)}`, "utf16le"), {}],
    ["no header", "nothing\nof\nuse\n".repeat(100), {}],
  ])("leaves to one thread: %s", async (_, content, options) => {
    expect((await both(content, true, 700, options)).several).toBeNull();
  });

  test("says what one thread says of anything, wherever it is cut", async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "",
        "a@example.com",
        "A@Example.com ",
        "b@example.com",
        "Yes",
        "No",
        "x",
        "{clear}",
        "#N/A",
      ),
      fc.constantFrom(
        '"q"',
        '"line\nend"',
        '"two ""quotes"""',
        'mid"dle',
        "Åsa",
        "  ",
        '"a" b',
        "=1+1",
        "'=x",
      ),
    );
    const row = fc.tuple(fc.array(cell, { maxLength: 8 }), fc.constantFrom("\n", "\r\n", "\n\n"));
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 40, max: 900 }),
        async (rows, partBytes) => {
          const content = header + rows.map(([cells, end]) => cells.join(",") + end).join("");
          const { one, several } = await both(content, true, partBytes);
          if (several !== null) expect(several).toBe(one);
        },
      ),
      { numRuns: 25, seed: 20261123 },
    );
  });
});
