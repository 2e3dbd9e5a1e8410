// Whole files: nothing lost, nothing that depends on how the bytes are cut, and every hostile file refused with its line.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadEvent, ReadOptions } from "./model/read";
import { readRecords } from "./read-records";
import { cutAt, inPieces, latin1, sourceOf, utf16, utf8 } from "./testing/bytes";
import { codesOf, readFile } from "./testing/read-file";

const header = "Email,Full Name,Send email\n";
const rowsOf = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) => `p${String(from + i)}@x.com,Person ${String(from + i)},Yes\n`).join(
    "",
  );

async function eventsOf(pieces: Uint8Array[], options: ReadOptions = {}): Promise<ReadEvent[]> {
  const events: ReadEvent[] = [];
  for await (const event of readRecords(sourceOf(...pieces), options)) events.push(event);
  return events;
}

// Some bytes again and again, so many in all, without ever holding them.
async function* repeated(first: string, piece: string, bytes: number, last = ""): AsyncGenerator<Uint8Array> {
  yield utf8(first);
  const one = utf8(piece);
  for (let given = 0; given < bytes; given += one.length) {
    await Promise.resolve();
    yield one;
  }
  yield utf8(last);
}

describe("readRecords", () => {
  it("opens, gives rows in batches of 2,000 at most, and closes with the counts", async () => {
    const file = utf8(`\n${header}${rowsOf(2000)},,\n${rowsOf(2500, 2000)}`);
    const events = await eventsOf([...cutAt(file, [5000])]);
    expect(events.map((event) => [event.kind, event.kind === "rows" ? event.rows.length : 0])).toEqual([
      ["opened", 0],
      ["rows", 2000],
      ["rows", 2000],
      ["rows", 500],
      ["closed", 0],
    ]);
    expect(events.at(-1)).toEqual({ kind: "closed", rows: 4500, blankRows: 2, bytes: file.length });
    const first = events[1]?.kind === "rows" ? events[1].rows[0] : undefined;
    expect(first).toMatchObject({
      line: 3,
      cells: ["p0@x.com", "Person 0", "Yes"],
      key: "p0@x.com",
      problems: [],
    });
  });

  it("gives a file with nothing but a header no rows and no problem", async () => {
    expect(await readFile(header)).toMatchObject({
      rows: [],
      refused: null,
      closed: { rows: 0, blankRows: 0 },
    });
  });

  it.each([
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("knows the line of every row with %s and cells of several lines", async (_, end) => {
    const lines = [
      "Email,Full Name,Send email",
      `a@x.com,"A${end}B${end}${end}C",Yes`,
      "",
      "b@x.com,B,Yes",
      "c@x.com,C,no way",
    ];
    const { rows, closed } = await readFile(lines.join(end));
    expect(rows.map((row) => row.line)).toEqual([2, 7, 8]);
    expect(closed?.blankRows).toBe(1);
    expect(codesOf(rows)).toEqual(["8 send-email.invalid"]);
  });

  it("takes fewer values for empty cells, trailing empty ones for none, and more with content for a problem", async () => {
    const { rows } = await readFile(
      `${header}a@x.com,A\nb@x.com,B,Yes,, ,\nc@x.com,Doe, Jane,Yes\nd@x.com\n`,
    );
    expect(codesOf(rows)).toEqual([
      "2 password.no-way-in",
      "4 row.too-many-values",
      "5 name.missing",
      "5 password.no-way-in",
    ]);
    expect(rows[2]?.problems[0]).toMatchObject({ params: { values: 4, columns: 3 }, severity: "error" });
  });

  it("takes one quote of the formula rule away, once", async () => {
    const { rows } = await readFile(
      `${header}a@x.com,'=A,Yes\nb@x.com,''+B,Yes\nc@x.com,'t Hooft,Yes\nd@x.com,"'\tD",Yes\n`,
    );
    expect(rows.map((row) => row.record.fullName)).toEqual(["=A", "'+B", "'t Hooft", "D"]);
  });

  it.each([
    ["UTF-16 LE", utf16(header + rowsOf(3), "le")],
    ["UTF-16 BE without a byte order mark", utf16(header + rowsOf(3), "be", false)],
    ["UTF-8 with a byte order mark", utf8(`\uFEFF${header}${rowsOf(3)}`)],
    ["a sep= line", utf8(`sep=;\r\n${(header + rowsOf(3)).replaceAll(",", ";")}`)],
  ])("reads %s", async (_, bytes) => {
    const { rows, refused } = await readFile(inPieces(bytes, 3));
    expect(refused).toBeNull();
    expect(rows.map((row) => row.record.email)).toEqual(["p0@x.com", "p1@x.com", "p2@x.com"]);
  });

  it("tells the row of a NUL (A21) and of half a surrogate pair in UTF-16 (A22)", async () => {
    const nul = await readFile(`${header}${rowsOf(1)}a@x.com,A\0B,Yes\n`);
    expect(codesOf(nul.rows)).toEqual(["3 row.control-character"]);
    expect(nul.rows[1]?.problems[0]).toMatchObject({ column: "Full Name", params: { character: "U+0000" } });
    const half = await readFile(utf16(`${header}a@x.com,A\udc00B,Yes\n`, "le"));
    expect(codesOf(half.rows)).toEqual(["2 row.control-character"]);
  });

  it("passes on what the source throws, and lets go of it", async () => {
    let released = false;
    async function* broken(): AsyncGenerator<Uint8Array> {
      try {
        yield utf8(header + rowsOf(5000));
        await Promise.resolve();
        throw new Error("upload cancelled");
      } finally {
        released = true;
      }
    }
    await expect(readFile(broken())).rejects.toThrow("upload cancelled");
    expect(released).toBe(true);
  });

  it("lets go of the source when the reader stops early", async () => {
    let released = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        yield utf8(header);
        for (let i = 0; ; i++) {
          await Promise.resolve();
          yield utf8(rowsOf(100, i * 100));
        }
      } finally {
        released = true;
      }
    }
    for await (const event of readRecords(endless())) if (event.kind === "rows") break;
    expect(released).toBe(true);
  });
});

describe("readRecords refuses", () => {
  it.each<[string, () => AsyncIterable<Uint8Array>, object, ReadOptions?]>([
    ["0 bytes (A20)", () => sourceOf(), { code: "file.empty" }],
    ["0 bytes in a piece", () => sourceOf(utf8("")), { code: "file.empty" }],
    ["nothing but blank rows", () => repeated("", "\r\n", 70_000), { code: "file.empty" }],
    [
      "half a megabyte of blank rows",
      () => repeated("", "\r\n".repeat(10_000), 600_000),
      { code: "file.empty" },
    ],
    [
      "a header behind half a megabyte of blank rows",
      () => repeated("", "\r\n".repeat(10_000), 600_000, header),
      { code: "file.no-header", line: 300_001, params: { missing: "Email, Full Name" } },
    ],
    ["no header", () => sourceOf(utf8(rowsOf(3))), { code: "file.no-header", line: 1 }],
    [
      "10,000 columns (A20)",
      () => sourceOf(utf8(`${header.trim()},${"x,".repeat(10_000)}\n`)),
      { code: "file.too-many-columns", line: 1 },
    ],
    [
      "10,000 values in a row",
      () => sourceOf(utf8(`${header}${rowsOf(1)}${"x,".repeat(10_000)}\n`)),
      { code: "file.too-many-columns", line: 3 },
    ],
    [
      "an unterminated quote (A18)",
      () => sourceOf(utf8(`${header}${rowsOf(1)}a@x.com,"A,Yes\n${rowsOf(9)}`)),
      { code: "file.unterminated-quote", line: 3 },
    ],
    [
      "an unterminated quote and 20 MB behind it",
      () => repeated(`${header}${rowsOf(1)}a@x.com,"A,`, rowsOf(500), 20_000_000),
      { code: "file.unterminated-quote", line: 3 },
    ],
    [
      "an unterminated quote in the header and 20 MB behind it",
      () => repeated('Email,"Full Name,', rowsOf(500), 20_000_000),
      { code: "file.unterminated-quote", line: 1 },
    ],
    [
      "a 50 MB cell (A19)",
      () => repeated(`${header}${rowsOf(2)}a@x.com,`, "x".repeat(65_536), 50_000_000),
      { code: "file.cell-too-long", line: 4, params: { quoted: 0 } },
    ],
    [
      "a 50 MB cell in quotes",
      () => repeated(`${header}a@x.com,"`, "x".repeat(65_536), 50_000_000, '"\n'),
      { code: "file.cell-too-long", line: 2, params: { quoted: 1, limit: 65_536 } },
    ],
    [
      "a 50 MB cell in place of a header",
      () => repeated("", "x".repeat(65_536), 50_000_000),
      { code: "file.cell-too-long", line: 1 },
    ],
    [
      "50 MB of quotes (A18)",
      () => repeated(`${header}a@x.com,`, '"'.repeat(65_536), 50_000_000),
      { code: "file.cell-too-long", line: 2 },
    ],
    [
      "a byte that is not UTF-8 in the head (A24)",
      () => sourceOf(latin1(`${header}a@x.com,\u00a3,Yes\n`)),
      { code: "file.encoding", line: 2, params: { byte: "0xA3", character: "£", offer: "windows-1252" } },
    ],
    [
      "a byte that is not UTF-8 far behind it",
      () => sourceOf(utf8(header + rowsOf(9000)), latin1("a@x.com,\u00a3,Yes\n"), utf8(rowsOf(9000))),
      { code: "file.encoding", line: 9002, params: { byte: "0xA3" } },
    ],
    [
      "a character cut off at the very end",
      () => sourceOf(utf8(header + rowsOf(9000)), latin1("a@x.com,\u00e2\u0082")),
      { code: "file.encoding", line: 9002, params: { byte: "0xE2" } },
    ],
    [
      "one row too many (A29)",
      () => sourceOf(utf8(`${header}\n${rowsOf(11)}`)),
      { code: "file.too-many-rows", line: 13, params: { limit: 10 } },
      { limits: { maxRows: 10 } },
    ],
    [
      "more bytes than allowed",
      () => sourceOf(utf8(header + rowsOf(9000))),
      { code: "file.too-large", params: { limit: 100_000 } },
      { limits: { maxBytes: 100_000 } },
    ],
    [
      "more bytes than allowed, endlessly, within a quote",
      () => repeated(`${header}"`, "x".repeat(65_536), Infinity),
      { code: "file.too-large" },
      { limits: { maxBytes: 1_000_000 } },
    ],
    [
      "more bytes than allowed in the head",
      () => repeated(header, "\n", Infinity),
      { code: "file.too-large" },
      { limits: { maxBytes: 1000 } },
    ],
    [
      "a workbook",
      () => sourceOf(latin1("PK\x03\x04\x14\0\0\0xl/workbook.xml")),
      { code: "file.unsupported" },
    ],
  ])("%s", async (_, source, problem, options = {}) => {
    const { refused, closed } = await readFile(source(), options);
    expect(refused).toMatchObject([{ severity: "error", ...problem }]);
    expect(closed).toBeNull();
  });

  it("nothing of exactly the limits", async () => {
    const file = utf8(header + rowsOf(10));
    const limits = { maxRows: 10, maxBytes: file.length, maxColumns: 3, maxCell: 10 };
    expect((await readFile(file, { limits })).closed?.rows).toBe(10);
  });

  it("a hostile file without its memory", async () => {
    const before = process.memoryUsage().rss;
    await readFile(repeated(`${header}a@x.com,"`, "x".repeat(65_536), 50_000_000));
    await readFile(repeated(`${header}a@x.com,`, `"${'"'.repeat(65_534)}"`, 50_000_000));
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(150);
  });

  it("large rows in small batches", async () => {
    const row = `a@x.com,A,Yes,${Array.from({ length: 100 }, () => "x".repeat(1000)).join(",")}\n`;
    const wide = `${header.trim()},${Array.from({ length: 100 }, (_, i) => `c${String(i)}`).join(",")}\n`;
    for await (const event of readRecords(repeated(wide, row, 20_000_000)))
      if (event.kind === "rows") expect(event.rows.length).toBeLessThan(100);
  });
});

describe("readRecords, by properties", () => {
  const character = fc.constantFrom(
    "a",
    "@x.com",
    ",",
    ";",
    '"',
    "\n",
    "\r",
    "é",
    "😀",
    "\0",
    "'",
    "=",
    " ",
    "Yes",
  );
  const body = fc.array(character, { maxLength: 60 }).map((parts) => parts.join(""));
  const anyFile = fc.oneof(
    body.map((text) => utf8(header + text)),
    body.map((text) => utf16(header + text, "le")),
    fc.uint8Array({ maxLength: 100 }).map((bytes) => Uint8Array.from([...utf8(header), ...bytes])),
    fc.uint8Array({ maxLength: 100 }),
  );

  it("gives the same events however the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, fc.array(fc.nat(), { maxLength: 8 }), async (bytes, cuts) => {
        const options = { duplicates: true };
        expect(await eventsOf(cutAt(bytes, cuts), options)).toEqual(await eventsOf([bytes], options));
      }),
      { numRuns: 1000 },
    );
  });

  it("gives the same events however a long file is cut, one with a fault in its middle too", async () => {
    const files = [
      utf8(`\uFEFF${header}${rowsOf(6000)}`),
      Uint8Array.from([...utf8(header + rowsOf(4000)), 0xa3, ...utf8(rowsOf(2000))]),
      utf8(`${header}${rowsOf(3000)}a@x.com,"A\n${rowsOf(3000)}`),
    ];
    for (const file of files) {
      const whole = await eventsOf([file]);
      for (const length of [7, 1000, 65_535, 65_537])
        expect(
          await eventsOf(
            cutAt(
              file,
              Array.from({ length: file.length / length }, (_, i) => i * length),
            ),
          ),
        ).toEqual(whole);
    }
  });

  it("loses no row: every line with content is one row", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", " ", "é", "@") });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell)), async (cells) => {
        const { rows, closed } = await readFile(header + cells.map((row) => `${row.join(",")}\n`).join(""));
        const filled = cells.filter((row) => row.some((value) => value.trim() !== ""));
        expect(rows.map((row) => row.cells)).toEqual(filled);
        expect(closed).toMatchObject({ rows: filled.length, blankRows: cells.length - filled.length });
      }),
    );
  });
});
