// Rows that changed since the preview may be dropped instead of carried on: they must neither wait for ever nor be done by somebody else.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editAccount } from "../../people/edit-account";
import { getAccount } from "../../people/get-account";
import { codeOf, play, run, value, type Player } from "../../testing/cast";
import { confirmFile, carryOut, planFile } from "../../testing/files";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { commitImport } from "../commit-import";
import { continueImport } from "../continue-import";
import { listImportRows } from "../list-import-rows";
import { listDrifted } from "../record/list-drifted";
import type { ImportRecord } from "../types";
import { dropDrifted } from "./drop-drifted";
import { editImport } from "./edit-import";
import { listEdits } from "./list-edits";
import type { AskedStep } from "./plan-step";
import { findRecipes } from "./recipes";

let given: TestContext;
let master: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
});
afterAll(() => given.close());

const upsert = { mode: "upsert", mail: "never" } as const;
let serial = 0;

describe("rows that changed since the preview", () => {
  test("the chosen ones are dropped: counted, told, on the record, and the others wait on", async () => {
    const done = await drifted();
    expect(done).toMatchObject({ waiting: 3, summary: { skip: 0, problem: 3 } });
    const first = value(await dropDrifted(master.context, { importId: done.id, rowNos: [1, 1] }));
    expect(first).toMatchObject({ dropped: 1, record: { waiting: 2, summary: { skip: 1, problem: 2 } } });
    expect(await droppedOf(done)).toEqual([
      [2, true],
      [3, false],
    ]);
    const [row] = value(await listImportRows(master.context, { importId: done.id, limit: 1 })).rows;
    expect(row).toMatchObject({ outcome: "skip", reason: "dropped", decision: "skip" });
    expect(row?.problems.map(({ code }) => code)).toEqual(["row.changed-since-preview"]);
    expect(await wordsOf(done)).toEqual(["Line 2 dropped, changed since the preview."]);
    expect(await eventsOf(done)).toEqual([{ rows: 1 }]);
    // What waits for another reason is not touched, and goes on alone.
    const child = value(await continueImport(master.context, { importId: done.id }));
    expect(child.rows).toBe(2);
  });

  test("all of them, whatever else waits; dropped again, nothing happens", async () => {
    const done = await drifted();
    const [one, other] = await Promise.all([
      dropDrifted(master.context, { importId: done.id, rowNos: null }),
      dropDrifted(master.context, { importId: done.id, rowNos: null }),
    ]);
    expect([value(one).dropped, value(other).dropped].toSorted((a, b) => a - b)).toEqual([0, 2]);
    const again = value(await dropDrifted(master.context, { importId: done.id, rowNos: [1, 2] }));
    expect(again).toMatchObject({ dropped: 0, record: { waiting: 1, summary: { skip: 2, problem: 1 } } });
    expect(await wordsOf(done)).toEqual(["2 rows dropped, changed since the preview."]);
    expect(await eventsOf(done)).toEqual([{ rows: 2 }]);
    expect(value(await continueImport(master.context, { importId: done.id })).rows).toBe(1);
  });

  test("what a dropped row asked for does not happen, and no recipe repeats the drop", async () => {
    const done = await drifted();
    value(await dropDrifted(master.context, { importId: done.id, rowNos: null }));
    expect(
      await run(
        given,
        "SELECT DISTINCT full_name FROM account WHERE full_name LIKE $1",
        `% of ${String(serial)}`,
      ),
    ).toEqual([{ full_name: `By hand of ${String(serial)}` }]);
    const next = await planFile(master.context, fileOf("Newer"), upsert);
    expect(value(await findRecipes(master.context, { importId: next.id }))).toEqual([]);
  });
});

describe("a drop is refused", () => {
  const cases: readonly [
    why: string,
    code: string,
    prepare: (done: ImportRecord) => Promise<unknown>,
    rowNos: number[] | null,
  ][] = [
    ["of a row that has another problem", "invalid", () => Promise.resolve(), [1, 3]],
    ["of a row that there is not", "invalid", () => Promise.resolve(), [77]],
    [
      "once the rows went on",
      "wrong-state",
      (done) => continueImport(master.context, { importId: done.id }),
      [1],
    ],
    [
      "of rows whose contents are gone",
      "wrong-state",
      (done) => run(given, "UPDATE import SET redacted_at = now() WHERE id = $1", done.id),
      null,
    ],
  ];
  test.each(cases)("%s", async (_why, code, prepare, rowNos) => {
    const done = await drifted();
    await prepare(done);
    expect(codeOf(await dropDrifted(master.context, { importId: done.id, rowNos }))).toBe(code);
    expect(await droppedOf(done)).toEqual([
      [2, false],
      [3, false],
    ]);
    expect(await eventsOf(done)).toEqual([]);
  });

  test("before the import is done, and where nothing changed meanwhile", async () => {
    serial += 1;
    const planned = await planFile(master.context, fileOf("Fresh"), { ...upsert, hold: true });
    expect(await dropDrifted(master.context, { importId: planned.id, rowNos: null })).toMatchObject({
      refusal: { code: "wrong-state", state: "waiting for review" },
    });
    const step = { kind: "decide", decision: "skip", rows: { rowNos: [1] } } satisfies AskedStep;
    const { record } = value(await editImport(master.context, { importId: planned.id, step }));
    await confirmFile(master.context, record);
    value(await commitImport(master.context, { importId: planned.id }));
    // Left out by hand before the import is not dropped after it.
    expect(codeOf(await dropDrifted(master.context, { importId: planned.id, rowNos: [1] }))).toBe("invalid");
    expect(codeOf(await dropDrifted(master.context, { importId: planned.id, rowNos: null }))).toBe(
      "wrong-state",
    );
  });
});

function fileOf(name: string): string {
  const at = `${String(serial)}.example`;
  return `email,fullName\r\na@${at},${name}\r\nb@${at},${name}\r\nnobody,Nobody\r\n`;
}

/** Two rows whose accounts changed after the preview, and one with a problem of its own. */
async function drifted(): Promise<ImportRecord> {
  serial += 1;
  await carryOut(master.context, fileOf("Old"), upsert);
  const planned = await planFile(master.context, fileOf("New"), upsert);
  for (const name of ["a", "b"]) {
    const [row] = await run<{ id: string }>(
      given,
      "SELECT account_id AS id FROM address WHERE key = $1",
      `${name}@${String(serial)}.example`,
    );
    const { id, version } = value(await getAccount(master.context, { accountId: row!.id }));
    const fields = { fullName: `By hand of ${String(serial)}` };
    value(await editAccount(master.context, { accountId: id, version, fields }));
  }
  await confirmFile(master.context, planned);
  return value(await commitImport(master.context, { importId: planned.id }));
}

async function droppedOf({ id }: ImportRecord): Promise<[number, boolean][]> {
  const { rows } = value(await listDrifted(master.context, { importId: id, limit: 10 }));
  return rows.map(({ line, dropped }) => [line, dropped]);
}

async function wordsOf({ id }: ImportRecord): Promise<string[]> {
  return value(await listEdits(master.context, { importId: id })).map(({ words }) => words);
}

async function eventsOf({ id }: ImportRecord): Promise<unknown[]> {
  const events = await run<{ data: unknown }>(
    given,
    "SELECT data FROM audit_event WHERE import_id = $1 AND action = 'import.dropped'",
    id,
  );
  return events.map(({ data }) => data);
}
