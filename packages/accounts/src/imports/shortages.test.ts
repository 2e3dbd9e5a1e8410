// A full disk and the like at every step of an import: words that say what to do, on a database that really refuses.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestContext, type TestContext } from "../testing/test-context";
import { run } from "../testing/cast";
import { commitImport } from "./commit-import";
import { confirmImport } from "./confirm-import";
import { editImport } from "./edit/edit-import";
import { stageFile, value } from "./edit/edit-import.fixtures";
import { findRecord } from "./find-record";
import { planImport } from "./plan-import";
import { receiveImport } from "./receive-import";
import { refuseShortage } from "../refuse-shortage";
import { describeRefusal } from "../refusal";
import type { ImportRecord } from "./types";

let given: TestContext;
beforeAll(async () => {
  given = await openTestContext();
});
afterAll(() => given.close());

const shortages = [
  ["53100", "The disk of the database is full. Make room on it, then try again."],
  ["53200", "The database has run out of memory."],
  ["57014", "The database was told to stop this work"],
] as const;

test.each(shortages)("while a file arrives: %s", async (code, words) => {
  await refusing("import_row", code, async () => {
    const record = await receive();
    expect(record).toMatchObject({ status: "FAILED" });
    expect(record.failure).toContain(words);
    expect(record.failure).toContain("Nothing was changed; choose the file again.");
  });
  expect((await receive()).status).toBe("STAGED");
});

test.each(shortages)("while it is planned: %s", async (code, words) => {
  const { id } = await receive();
  await refusing("import_plan_row", code, async () => {
    await expect(planImport(given.context, { importId: id })).rejects.toThrow();
  });
  await expectFailed(id, words);
});

test.each(shortages)("while a row is corrected: %s", async (code, words) => {
  const { id } = await stageFile(given.context, file(), "people.csv");
  const edit = () =>
    editImport(given.context, {
      importId: id,
      step: { kind: "cell", rowNo: 1, column: 1, value: "Ann Ash" },
    });
  await refusing("import_edit", code, async () => {
    const refusal = await edit().then(
      () => null,
      (error: unknown) => refuseShortage(given.context, error),
    );
    expect(refusal === null ? "" : describeRefusal(refusal)).toContain(words);
  });
  expect(value(await edit())).toMatchObject({ affected: 1 });
});

test.each(shortages)("while it is carried out: %s", async (code, words) => {
  const { id, fingerprint } = await stageFile(given.context, file(), "people.csv");
  value(await confirmImport(given.context, { importId: id, fingerprint: fingerprint ?? "" }));
  await refusing("account", code, async () => {
    await expect(commitImport(given.context, { importId: id })).rejects.toThrow();
  });
  await expectFailed(id, words);
});

let serial = 0;
function file(): string {
  serial += 1;
  return `Email,Full Name\r\nann${String(serial)}@x.example,Ann Alder\r\n`;
}

async function receive(): Promise<ImportRecord> {
  const bytes = Buffer.from(file());
  const source = (async function* () {
    await Promise.resolve();
    yield bytes;
  })();
  return value(
    await receiveImport(given.context, {
      fileName: "people.csv",
      declaredBytes: bytes.length,
      options: { hold: true },
      source,
    }),
  );
}

async function expectFailed(importId: string, words: string): Promise<void> {
  const record = value(await findRecord(given.context.database, importId));
  expect(record.status).toBe("FAILED");
  expect(record.failure).toContain(words);
  expect(record.failure).not.toContain("our side");
}

/** PostgreSQL answers every write into `table` as it would without room (or memory, or when it was told to stop). */
async function refusing(table: string, code: string, work: () => Promise<void>): Promise<void> {
  await run(
    given,
    `CREATE FUNCTION refuse_${table}() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not write' USING ERRCODE = '${code}'; END $$`,
  );
  await run(
    given,
    `CREATE TRIGGER refuse BEFORE INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_${table}()`,
  );
  try {
    await work();
  } finally {
    await run(given, `DROP FUNCTION refuse_${table} CASCADE`);
  }
}
