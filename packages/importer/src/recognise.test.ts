// Recognition: what the first bytes say, why, and what is refused before anything is read.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Recognition } from "./model/recognition";
import type { RecogniseOptions } from "./model/read";
import { recognise } from "./recognise";
import { latin1, utf16, utf8 } from "./testing/bytes";

const header = "Email,Full Name,Password,Department,Send email,Group,Group";
const file = `${header}\r\nmaren@x.com,Maren Østby,,Finance,Yes,Staff,\r\nk@x.com,Żaneta,Tidal-Copper-58,Yard,No,Staff,Forklift\r\n\r\n`;

function look(bytes: Uint8Array | string, options: Partial<RecogniseOptions> = {}): Recognition {
  return recognise(typeof bytes === "string" ? utf8(bytes) : bytes, { complete: true, ...options });
}

describe("recognise", () => {
  it("says what the file is and why, as mockup 03 shows it", () => {
    const seen = look(utf8(`\uFEFF${file}`));
    expect(seen).toMatchObject({
      container: "csv",
      encoding: "utf-8",
      bom: true,
      delimiter: ",",
      format: { id: "hosted-users", confidence: 0.98, reason: "7 of 7 headers match" },
      problems: [],
    });
    expect(seen.facts).toEqual([
      "7 of 7 headers match · Email, Full Name, Password, Department, Send email, Group, Group",
      "UTF-8, with a byte order mark · Ø and Ż read correctly",
      "Separated by commas · 2 rows, 1 blank row left out",
    ]);
  });

  it("shows the first rows with their lines, passwords masked", () => {
    const seen = look(file);
    expect(seen.header).toEqual({ line: 1, cells: header.split(",") });
    expect(seen.sample).toEqual([
      { line: 2, cells: ["maren@x.com", "Maren Østby", "", "Finance", "Yes", "Staff", ""] },
      { line: 3, cells: ["k@x.com", "Żaneta", "••••••••", "Yard", "No", "Staff", "Forklift"] },
    ]);
    expect(JSON.stringify(seen)).not.toContain("Tidal");
  });

  it("shows eight rows at most", () => {
    expect(look(`${header}\n${"a@x.com,A\n".repeat(20)}`).sample).toHaveLength(8);
  });

  it.each<[string, Uint8Array, Partial<Recognition>]>([
    ["UTF-8", utf8(file), { encoding: "utf-8", bom: false }],
    ["UTF-16 LE with a byte order mark", utf16(file, "le"), { encoding: "utf-16le", bom: true }],
    ["UTF-16 BE with a byte order mark", utf16(file, "be"), { encoding: "utf-16be", bom: true }],
    ["UTF-16 LE without", utf16(file, "le", false), { encoding: "utf-16le", bom: false }],
    ["UTF-16 BE without", utf16(file, "be", false), { encoding: "utf-16be", bom: false }],
    ["semicolons", utf8(file.replaceAll(",", ";")), { delimiter: ";" }],
    ["tabs", utf8(file.replaceAll(",", "\t")), { delimiter: "\t" }],
    ["pipes", utf8(file.replaceAll(",", "|")), { delimiter: "|" }],
    [
      "a sep= line",
      utf8(`sep=;\r\n${file.replaceAll(",", ";")}`),
      { delimiter: ";", sepLine: true, delimiterReason: "as its first line says" },
    ],
    [
      "a sep= line with tabs, in quotes",
      utf8(`"sep=\t"\n${file.replaceAll(",", "\t")}`),
      { delimiter: "\t", sepLine: true },
    ],
    [
      "a sep= line with another character",
      utf8(`SEP=^\n${file.replaceAll(",", "^")}`),
      { delimiter: "^", sepLine: true },
    ],
  ])("reads %s", (_, bytes, expected) => {
    const seen = look(bytes);
    expect(seen).toMatchObject(expected);
    expect(seen.problems).toEqual([]);
    expect(seen.sample.map((row) => row.cells[1])).toEqual(["Maren Østby", "Żaneta"]);
  });

  it.each([
    ["semicolons in a file with commas in its names", "Email;Full Name\na@x.com;Doe, Jane, Dr., MD\n", ";"],
    ["commas where groups hold semicolons", "Email,Full Name,Group\na@x.com,A,B;C;D;E\n", ","],
    ["one column", "Email\na@x.com\n", ","],
    ["a header that is known only one way", "Email|Full Name;,,,\na@x.com|A\n", "|"],
  ])("tells %s", (_, text, delimiter) => {
    expect(look(text).delimiter).toBe(delimiter);
  });

  it("takes the person's choice over its own, but a byte order mark over any", () => {
    expect(
      look(latin1("Email,Full Name\na@x.com,J\u00fcrgen\n"), { encoding: "windows-1252" }),
    ).toMatchObject({
      encoding: "windows-1252",
      problems: [],
      sample: [{ cells: ["a@x.com", "Jürgen"] }],
    });
    expect(look(utf8("\uFEFFEmail,Full Name\n"), { encoding: "windows-1252" }).encoding).toBe("utf-8");
    expect(look("Email,Full Name;x\na@x.com,A\n", { delimiter: ";" })).toMatchObject({
      delimiter: ";",
      delimiterReason: "as you chose",
    });
    expect(look("sep=;\nEmail,Full Name\na@x.com,A\n", { delimiter: "," })).toMatchObject({
      sepLine: true,
      problems: [],
    });
  });

  it("takes the first row with content for the header", () => {
    expect(look("\n , \n,,\nEmail,Full Name\na@x.com,A\n")).toMatchObject({
      header: { line: 4 },
      sample: [{ line: 5 }],
      facts: [expect.anything(), "UTF-8", "Separated by commas · 1 row, 3 blank rows left out"],
    });
  });

  it("takes the formula quote off what it shows", () => {
    expect(look("Email,Full Name\na@x.com,'=A\n").sample[0]?.cells[1]).toBe("=A");
  });

  it("says in an incomplete head why the delimiter is likely, and counts nothing", () => {
    const seen = look(file.slice(0, -20), { complete: false });
    expect(seen.facts[2]).toBe("Separated by commas · every row has 7 values");
    expect(seen.sample).toHaveLength(1);
  });

  it("has neither format nor problem while no row is complete", () => {
    expect(look("Email,Full N", { complete: false })).toMatchObject({
      format: null,
      header: null,
      problems: [],
    });
  });

  it("does not take a character cut at the end of an incomplete head for a wrong byte", () => {
    const bytes = utf8("Email,Full Name\na@x.com,Ø");
    expect(look(bytes.subarray(0, -1), { complete: false }).problems).toEqual([]);
    expect(look(bytes.subarray(0, -1)).problems).toMatchObject([{ code: "file.encoding", line: 2 }]);
  });
});

describe("recognise refuses", () => {
  it.each<[string, Uint8Array | string, object]>([
    ["0 bytes", "", { code: "file.empty", line: null }],
    ["a byte order mark alone", "\uFEFF", { code: "file.empty" }],
    ["only blank rows", "\r\n,,,\n  \n,\n", { code: "file.empty" }],
    ["only blank rows with semicolons", ";;;\n;;;\n", { code: "file.empty" }],
    [
      "no header",
      "a@x.com,Jane,secret-1\nb@x.com,Bob,secret-2\n",
      { code: "file.no-header", line: 1, params: { missing: "Email, Full Name", found: "" } },
    ],
    [
      "columns of no known format",
      "Vorname,Nachname,Telefon\nA,B,1\n",
      { code: "file.unknown-format", params: { found: "Vorname, Nachname, Telefon" } },
    ],
    [
      "10,000 columns",
      Array.from({ length: 10_000 }, (_, i) => `column ${String(i)}`).join(","),
      { code: "file.too-many-columns", line: 1, params: { limit: 256 } },
    ],
    [
      "a £ that is not UTF-8 (A24)",
      latin1("Email,Full Name\na@x.com,A\nb@x.com,\u00a35\n"),
      {
        code: "file.encoding",
        line: 3,
        params: { byte: "0xA3", character: "£", offer: "windows-1252", encoding: "utf-8" },
      },
    ],
    [
      "half a unit of UTF-16",
      utf16("Email,Full Name\na@x.com,A", "le").subarray(0, -1),
      { code: "file.encoding", line: 2, params: { offer: "" } },
    ],
    ["a quote never closed", 'Email,Full Name\na@x.com,"A\n', { code: "file.unterminated-quote", line: 2 }],
    [
      "a workbook under a CSV's name",
      latin1("PK\x03\x04\x14\0\0\0xl/workbook.xml"),
      { code: "file.unsupported", params: { what: "an Excel workbook (XLSX)", extension: ".csv" } },
    ],
    ["a PDF", "%PDF-1.7", { code: "file.unsupported", params: { what: "a PDF" } }],
    ["a web page", "<!DOCTYPE html><html>", { code: "file.unsupported" }],
  ])("%s", (_, bytes, problem) => {
    const seen = look(bytes, { fileName: "users.csv" });
    expect(seen.problems[0]).toMatchObject({ severity: "error", ...problem });
    expect(seen.problems.filter((found) => found.severity === "error")).toHaveLength(1);
    expect(seen.format === null || seen.problems[0]?.code !== "file.no-header").toBe(true);
  });

  it("a workbook that is what its name says, without a word about the name", () => {
    const seen = look(latin1("PK\x03\x04\x14\0\0\0xl/workbook.xml"), { fileName: "users.xlsx" });
    expect(seen.problems[0]?.params["extension"]).toBe("");
  });

  it("a file that is not of the chosen format, however it looks", () => {
    expect(look("Vorname,Nachname\nA,B\n", { format: "hosted-users" }).problems).toMatchObject([
      { code: "file.no-header" },
    ]);
    expect(look("\nE-Mail,Name,Team\na@x.com,A,B\n", { format: "hosted-users" }).problems).toMatchObject([
      { code: "file.no-header", line: 2, params: { missing: "Full Name", found: "E-Mail, Name, Team" } },
    ]);
  });

  it("no password, in a header or a row that stands in for one", () => {
    const seen = look("a@x,Jane,Secret-77\nb@x,Bob,Secret-78\n");
    expect(JSON.stringify(seen)).not.toContain("Secret");
  });

  it("nothing with an exception, whatever the bytes and choices", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.boolean(),
        fc.constantFrom(undefined, "utf-8", "utf-16le", "utf-16be", "windows-1252"),
        fc.constantFrom(undefined, ",", ";", "\t"),
        (bytes, complete, encoding, delimiter) => {
          const seen = recognise(bytes, {
            complete,
            ...(encoding !== undefined && { encoding }),
            ...(delimiter !== undefined && { delimiter }),
          });
          expect(seen.format === null || seen.header !== null).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
