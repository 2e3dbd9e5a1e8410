import { createHash } from "node:crypto";
import { formats, type Mapping } from "@rollcall/importer";
import { writeWorkbook } from "@rollcall/workbook";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../context";
import type { Result } from "../result";
import { openTestContext, type TestContext } from "../testing/test-context";
import { commitImport } from "./commit-import";
import { confirmImport } from "./confirm-import";
import { exportAccounts } from "./export-accounts";
import { inspectFile } from "./inspect-file";
import { nearestName } from "./nearest-name";
import { planImport } from "./plan-import";
import { receiveImport } from "./receive-import";
import { deleteMapping, listMappings, saveMapping } from "./saved-mappings";
import type { ImportOptions, ImportRecord } from "./types";

let given: TestContext;
let context: Context;
beforeAll(async () => {
  given = await openTestContext();
  context = given.context;
});
afterAll(() => given.close());

const mapping: Mapping = {
  name: "HR",
  version: 1,
  header: 1,
  columns: [
    { from: "Mail", to: "email" },
    { from: "Who", to: "fullName" },
    { from: "Desk", to: "attribute:Desk" },
  ],
  defaults: { department: "Sales" },
};

describe("a saved mapping", () => {
  test("is a new version at every save, offered by its fingerprint, audited, and gone as a whole", async () => {
    const first = value(await saveMapping(context, { name: " HR June ", mapping, fingerprint: "f1" }));
    const second = value(await saveMapping(context, { name: "hr june", mapping, fingerprint: "f2" }));
    expect([first.version, second.version, second.mapping.version]).toEqual([1, 2, 2]);
    expect(value(await listMappings(context, {})).map((one) => one.id)).toEqual([second.id]);
    expect(value(await listMappings(context, { fingerprint: "f2" }))).toHaveLength(1);
    expect(value(await listMappings(context, { fingerprint: "f3" }))).toEqual([]);
    value(await deleteMapping(context, { mappingId: second.id }));
    expect(value(await listMappings(context, {}))).toEqual([]);
    const events = await context.database.pool.query("SELECT action FROM audit_event ORDER BY id");
    expect(events.rows).toEqual(
      ["mapping.saved", "mapping.saved", "mapping.deleted"].map((action) => ({ action })),
    );
  });

  test.each<[why: string, mapping: unknown]>([
    ["a field that there is none of", { ...mapping, columns: [{ from: "x", to: "shoeSize" }] }],
    ["a key that nobody knows", { ...mapping, more: 1 }],
    ["no mapping at all", []],
  ])("is refused: %s", async (_why, wrong) => {
    const refused = await saveMapping(context, { name: "x", mapping: wrong, fingerprint: "f" });
    expect(refused).toMatchObject({ refusal: { code: "invalid" } });
  });

  test("maps a file: its fields, attributes and defaults are applied", async () => {
    const record = await planned(Buffer.from("Mail,Who,Desk\r\nann@example.com,Ann,12\r\n"), { mapping });
    expect(record).toMatchObject({ format: { id: "custom" }, summary: { create: 1 } });
    expect(record.mapping?.name).toBe("HR");
    await carriedOut(record);
    const found = await context.database.pool.query(
      `SELECT a.attributes, d.name AS department, (SELECT name FROM attribute) AS attribute
         FROM account a JOIN department d ON d.id = a.department_id`,
    );
    expect(found.rows).toEqual([{ attributes: { desk: "12" }, department: "Sales", attribute: "Desk" }]);
  });
});

describe("a workbook", () => {
  test("is inspected without being kept, imported, and written again the same every time", async () => {
    const rows = [
      ["email", "name", "alias1"],
      ["bob@example.com", "Bob Birch", "b@example.com"],
    ];
    const file = await bytesOf(writeWorkbook("xlsx", "People", once(rows)));
    const recognition = value(await inspectFile(context, { fileName: "p.xlsx", source: once(file) }));
    expect(recognition).toMatchObject({ sheet: "People", format: { id: "directory-spreadsheet" } });
    const imports = await context.database.pool.query(
      "SELECT count(*)::int AS n FROM import WHERE file_name = 'p.xlsx'",
    );
    expect(imports.rows).toEqual([{ n: 0 }]);
    const record = await planned(file, { mail: "never" });
    expect(record).toMatchObject({ container: "xlsx", sheet: "People", summary: { create: 1 } });
    await carriedOut(record);
    const exported = async (): Promise<Buffer> => {
      const answer = value(await exportAccounts(context, { format: "rollcall", fileName: "all.xlsx" }));
      expect(answer.kind).toBe("xlsx");
      return bytesOf(answer.chunks);
    };
    const written = await exported();
    expect(digest(await exported())).toBe(digest(written));
    const again = await planned(written, { mode: "upsert" });
    expect(again.summary).toMatchObject({ unchanged: 2, problem: 0 });
  });

  test("that is broken is told as such", async () => {
    const broken = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(200, 7)]);
    const record = value(await receiveImport(context, input(broken, {})));
    expect(record.status).toBe("FAILED");
  });
});

test("every template imports without an error of its file", async () => {
  for (const format of Object.values(formats)) {
    const source = once(Buffer.from(format.template(true)));
    const recognition = value(await inspectFile(context, { source, format: format.id }));
    const errors = recognition.problems.filter((problem) => problem.severity === "error");
    // Only a mapping says what the columns of custom files mean.
    if (format.id !== "custom" && format.id !== "control-panel")
      expect([format.id, errors]).toEqual([format.id, []]);
  }
});

test.each<[name: string, existing: string[], near: string | null]>([
  ["Salse", ["Sales", "Yard"], "Sales"],
  ["telephonenumbr", ["telephonenumber"], "telephonenumber"],
  ["IT", ["HR"], null],
  ["Sales", ["Marketing"], null],
  ["Verkauf Nord", ["Verkauf Süd"], null],
])("%s, near to %j: %s", (name, existing, near) => {
  expect(nearestName(name, existing)).toBe(near);
});

async function planned(file: Buffer, options: Partial<ImportOptions>): Promise<ImportRecord> {
  const received = value(await receiveImport(context, input(file, options)));
  expect(received.failure).toBeNull();
  return value(await planImport(context, { importId: received.id }));
}

async function carriedOut(record: ImportRecord): Promise<void> {
  value(await confirmImport(context, { importId: record.id, fingerprint: record.fingerprint ?? "" }));
  expect(value(await commitImport(context, { importId: record.id }))).toMatchObject({ status: "COMPLETED" });
}

function input(file: Buffer, options: Partial<ImportOptions>): Parameters<typeof receiveImport>[1] {
  return { fileName: "people.xlsx", declaredBytes: file.length, options, source: once(file) };
}

async function* once<T>(one: T): AsyncGenerator<T> {
  await Promise.resolve();
  yield one;
}

async function bytesOf(chunks: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

const digest = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
