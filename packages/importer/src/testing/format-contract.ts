// What every format promises, as tests: each format's own test calls this once. It knows no particular format.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRow } from "../check-row";
import { lengthOf } from "../checks/length-of";
import { csvExport } from "../formats/csv-export";
import { formats, isImplementedFormat } from "../formats/registry";
import { lexHead } from "../intake/lex-head";
import type { ExportAccount, ExportShape, Format } from "../model/format";
import { defaultLimits, lengths } from "../model/limits";
import type { ReadOptions } from "../model/read";
import type { FieldName } from "../model/record";
import { nameKey } from "../address/name-key";
import { addressKey } from "../address/address-key";
import { readRecords } from "../read-records";
import { utf8 } from "./bytes";
import { readFile } from "./read-file";

/** What the contract needs to be told of a format. */
export interface ContractOptions {
  /** Fields that an export holds and an import of it gives back; email is always one. */
  roundTrip: readonly FieldName[];
  /** What a reading of its files must be told, such as the domain of its user names. */
  read?: ReadOptions;
  /** What an export must be told besides the groups. */
  shape?: Partial<ExportShape>;
  /** Makes of any account one that an export of the format can hold. */
  holdable?: (account: ExportAccount) => ExportAccount;
  /** Its files have no header: they can only be guessed, and a header in one is told (info). */
  headerless?: boolean;
}

/** Runs the contract. */
export function describeFormat(format: Format, options: ContractOptions): void {
  const { read = {}, shape = {}, holdable = unchanged, headerless = false } = options;
  const exported = (list: readonly ExportAccount[]): string => exportOf(format, list, { shape });
  describe(`${format.id} keeps the contract of formats`, () => {
    it("is in the registry under its own id", () => {
      expect(isImplementedFormat(format.id) && formats[format.id]).toBe(format);
    });

    it("recognises its own template with certainty, without samples and with", async () => {
      for (const sample of [false, true]) {
        const { opened, closed, refused } = await readFile(format.template(sample), read);
        expect(refused).toBeNull();
        expect(opened?.format).toMatchObject({ id: format.id });
        expect(opened?.format?.confidence).toBeGreaterThan(headerless ? 0.6 : 0.95);
        expect(opened?.problems.filter(({ severity }) => !headerless || severity !== "info")).toEqual([]);
        expect((closed?.rows ?? 0) > 0).toBe(sample);
      }
    });

    it("has samples without a single problem", async () => {
      const { rows } = await readFile(format.template(true), { ...read, duplicates: true });
      expect(rows.flatMap((row) => row.problems)).toEqual([]);
    });

    it("says of every column what it is for, and has its required columns in the template", () => {
      const header = lexHead(format.template(false), ",", { complete: true, limits: defaultLimits }).rows[0];
      for (const column of format.columns) {
        expect(column.help).toMatch(/^[A-Z].+\.$/u);
        expect(header?.cells).toContain(column.header);
      }
    });

    it("never throws, whatever the cells are, and passwords are in no problem", () => {
      const { columns } = format.match([{ line: 1, cells: format.columns.map((column) => column.header) }]);
      const secret = "«never shown»";
      const cell = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "a@x.com", "Yes", secret));
      fc.assert(
        fc.property(fc.array(cell, { maxLength: format.columns.length + 2 }), (cells) => {
          const shown = cells.map((value, i) => (columns[i]?.field === "password" ? secret + value : value));
          const checked = checkRow(format, columns, { line: 2, cells: shown }, read);
          if (!cells.includes(secret)) expect(JSON.stringify(checked.problems)).not.toContain(secret);
          expect(checked.key).toBe(checked.record.email === null ? null : addressKey(checked.record.email));
        }),
      );
    });

    it("never throws on any bytes", async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
          await readFile(bytes, { format: format.id });
        }),
      );
    });

    it("exports what it imports: the file read again gives the same", async () => {
      await fc.assert(
        fc.asyncProperty(accounts, async (drawn) => {
          const held = drawn.map(holdable);
          const { rows, refused } = await readFile(exported(held), { ...read, format: format.id });
          expect(refused).toBeNull();
          expect(rows.map((row) => picked({ ...row.record }, options.roundTrip))).toEqual(
            held.map((account) => picked(account, options.roundTrip)),
          );
          expect(
            rows.flatMap((row) => row.problems).filter((problem) => problem.severity === "error"),
          ).toEqual([]);
        }),
      );
    });

    it("exports the same bytes for the same accounts, line by line, and no password", () => {
      const account = { email: "a@example.com", fullName: "A", password: "Sekret-58" } as ExportAccount;
      const text = exported([account, account]);
      expect(exported([account, account])).toBe(text);
      expect(text).not.toContain("Sekret");
      expect(text.endsWith("\r\n")).toBe(true);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    });

    it("stops reading when nobody wants more", async () => {
      for await (const event of readRecords(endless(utf8(format.template(true)))))
        if (event.kind === "rows") break;
    });
  });
}

async function* endless(first: Uint8Array): AsyncGenerator<Uint8Array> {
  yield first;
  for (let i = 0; ; i++) {
    await Promise.resolve();
    yield utf8(`a${String(i)}@example.com,A\r\n`);
  }
}

function unchanged(account: ExportAccount): ExportAccount {
  return account;
}

/** The accounts as the format's exporter writes them. */
export function exportOf(
  format: Format,
  exported: readonly ExportAccount[],
  { raw = false, shape = {} }: { raw?: boolean; shape?: Partial<ExportShape> } = {},
): string {
  const groups = Math.max(0, ...exported.map((account) => account.groups?.length ?? 0));
  const exporter = csvExport(format.exporter({ groups, ...shape }), raw);
  return exporter.header() + exported.map((account) => exporter.row(account)).join("");
}

function picked(record: object, fields: readonly FieldName[]): Record<string, unknown> {
  const values = record as Record<string, unknown>;
  return Object.fromEntries(["email", ...fields].map((field) => [field, values[field] ?? null]));
}

// Text as the console would have stored it: trimmed, not blank, no control characters, 200 characters at most; else anything.
const awkward = fc.constantFrom(
  "=",
  "+",
  "-",
  "@",
  "'",
  '"',
  ",",
  ";",
  "\n",
  "\r\n",
  "\t",
  " ",
  "a",
  "É",
  "漢",
  "😀",
  "sep=",
);
const text = fc
  .oneof(
    fc.array(awkward, { minLength: 1, maxLength: 12 }).map((parts) => parts.join("")),
    fc.string({ unit: "grapheme" }),
  )
  // eslint-disable-next-line no-control-regex -- what the console refuses
  .map((value) => value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, "").trim())
  .filter((value) => value !== "");
const accounts = fc.uniqueArray(
  fc.record({
    email: fc.nat(9999).map((i) => `person${String(i)}@example.com`),
    fullName: text,
    department: fc.option(text),
    groups: fc.option(fc.uniqueArray(text, { minLength: 1, maxLength: 4, selector: nameKey })),
    givenName: fc.option(text),
    middleName: fc.option(text),
    familyName: fc.option(text),
    role: fc.option(fc.constantFrom("ADMINISTRATOR" as const, "USER" as const)),
    plan: fc.option(text),
    phone: fc.option(text.filter((value) => lengthOf(value) <= lengths.phone)),
    contactEmail: fc.option(fc.constantFrom("home@example.org", "Zoë@exämple.de")),
    description: fc.option(text),
    enabled: fc.option(fc.boolean()),
    mustChangePassword: fc.option(fc.boolean()),
    exchange: fc.option(fc.record({ domain: text, username: text })),
  }),
  { selector: (account) => account.email, minLength: 1, maxLength: 5 },
);
