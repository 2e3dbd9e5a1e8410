import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, play, run, value, type Player } from "../../testing/cast";
import { carryOut, planFile } from "../../testing/files";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { editAccount } from "../../people/edit-account";
import { getAccount } from "../../people/get-account";
import { commitImport } from "../commit-import";
import { confirmImport } from "../confirm-import";
import { editImport } from "../edit/edit-import";
import { applyRecipe, findRecipes } from "../edit/recipes";
import { correctionsFile } from "../corrections-file";
import { getImport } from "../get-import";
import { listImportRows } from "../list-import-rows";
import { listProblemCauses } from "../list-problem-causes";
import { previewUndo } from "../undo/preview-undo";
import { undoImport } from "../undo/undo-import";
import { lineage } from "./lineage";
import { redactOldImports } from "./redact-old-imports";

let given: TestContext;
let master: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
});
afterAll(() => given.close());

const upsert = { mode: "upsert", mail: "never" } as const;

async function idOf(email: string): Promise<string> {
  const [row] = await run<{ id: string }>(
    given,
    "SELECT account_id AS id FROM address WHERE key = $1",
    email,
  );
  return row!.id;
}

async function sources(email: string): Promise<Record<string, unknown[]>> {
  const found = value(await lineage(master.context, { accountId: await idOf(email) }));
  return Object.fromEntries(found.map(({ field, fileName, line, by }) => [field, [fileName, line, by]]));
}

describe("lineage", () => {
  test("the import that made the account, the one that changed a field, and the person after it", async () => {
    await carryOut(
      master.context,
      "email,fullName,department,group,phone,attribute:Desk\r\nzoe@z.example,Zoe,Ink,Pens,1,D1\r\n",
      upsert,
      "first.csv",
    );
    const second = await carryOut(
      master.context,
      "email,fullName,department\r\nyak@z.example,Yak,\r\nzoe@z.example,Zoe,Paper\r\n",
      upsert,
      "second.csv",
    );
    const zoe = value(await getAccount(master.context, { accountId: await idOf("zoe@z.example") }));
    value(
      await editAccount(master.context, { accountId: zoe.id, version: zoe.version, fields: { phone: "2" } }),
    );
    const [first, by] = [["first.csv", 2, master.name], master.name];
    expect(await sources("zoe@z.example")).toEqual({
      ...{ email: first, fullName: first, groups: first, "attribute:desk": first },
      ...{ department: ["second.csv", 3, by], phone: [null, null, by] },
    });
    const undo = value(await undoImport(master.context, { importId: second.id }));
    expect(undo.status).toBe("COMMITTING");
    value(await commitImport(master.context, { importId: undo.id }));
    // Somebody edited Zoe since, so that she is kept as she is.
    expect((await sources("zoe@z.example"))["department"]).toEqual(["second.csv", 3, by]);
  });

  test("is for administrators", async () => {
    const user = await play(given, "USER");
    expect(codeOf(await lineage(user.context, { accountId: "1" }))).toBe("forbidden");
    expect(codeOf(await lineage(master.context, { accountId: "x" }))).toBe("not-found");
  });
});

describe("retention", () => {
  test("0 days keeps everything; after the days the contents go, the record stays and is no longer undoable", async () => {
    const file = "Email,Full Name,Group\r\nold@old.example,Olga Old,Oldies\r\nbroken,Nobody,\r\n";
    const record = await carryOut(master.context, file);
    await run(given, "UPDATE import SET ended_at = now() - interval '40 days' WHERE id = $1", record.id);
    expect(value(await redactOldImports(given.context))).toEqual({ redacted: 0, failed: [] });
    await run(given, "INSERT INTO setting (key, value) VALUES ('imports.keepRowsDays', '30')");
    expect(value(await redactOldImports(given.context))).toEqual({ redacted: 1, failed: [] });
    expect(value(await redactOldImports(given.context))).toEqual({ redacted: 0, failed: [] });

    const kept = value(await getImport(master.context, { importId: record.id }));
    expect(kept).toMatchObject({ status: "COMPLETED", rows: 2, summary: record.summary });
    expect(kept.redactedAt).not.toBeNull();
    const page = value(await listImportRows(master.context, { importId: record.id, limit: 10 }));
    expect(page.rows.map(({ line, outcome, cells }) => [line, outcome, cells])).toEqual([
      [2, "create", []],
      [3, "problem", []],
    ]);
    const left = await run<{ text: string }>(
      given,
      `SELECT (to_jsonb(r)::text || coalesce(to_jsonb(p)::text, '') || coalesce(i.causes::text, '')
               || coalesce(i.recognition::text, '')) AS text
         FROM import i JOIN import_row r ON r.import_id = i.id LEFT JOIN import_plan_row p USING (import_id, row_no) WHERE i.id = $1`,
      record.id,
    );
    for (const { text } of left) expect(text).not.toMatch(/old\.example|Olga|Oldies|broken|Nobody/);

    const causes = value(await listProblemCauses(master.context, { importId: record.id }));
    expect(causes).toMatchObject([
      { code: "email.invalid", title: expect.stringMatching(/./) as string, rows: 1 },
      { code: "password.no-way-in", title: "No way in", rows: 2 },
    ]);
    expect(JSON.stringify(causes)).not.toContain("broken");
    expect(codeOf(await correctionsFile(master.context, { importId: record.id }))).toBe("wrong-state");
    const refused = await previewUndo(master.context, { importId: record.id });
    expect(refused).toMatchObject({
      refusal: { code: "wrong-state", state: expect.stringContaining("removed") as string },
    });
    expect(codeOf(await undoImport(master.context, { importId: record.id }))).toBe("wrong-state");
    const events = await run(
      given,
      "SELECT data FROM audit_event WHERE action = 'import.redacted' AND import_id = $1",
      record.id,
    );
    expect(events).toEqual([{ data: { rows: 2, days: 30 } }]);
    expect(await idOf("old@old.example")).toBeTruthy();
  });

  test("a review that nobody looked at for as long is closed, and its contents go", async () => {
    const file = "Email,Full Name\r\nwaits@old.example,Wanda Waits\r\n";
    const { id } = await planFile(master.context, file, { hold: true });
    const ago = (days: number) =>
      run(
        given,
        `UPDATE import SET created_at = x.at, planned_at = x.at FROM (SELECT now() - make_interval(days => $2::int) AS at) x WHERE id = $1`,
        id,
        days,
      );
    await ago(29);
    expect(value(await redactOldImports(given.context)).redacted).toBe(0);
    await ago(31);
    expect(value(await redactOldImports(given.context)).redacted).toBe(1);
    expect(value(await getImport(master.context, { importId: id }))).toMatchObject({
      status: "CANCELLED",
      rows: 1,
    });
    const left = await run<{ text: string }>(
      given,
      "SELECT to_jsonb(i)::text || to_jsonb(r)::text AS text FROM import i JOIN import_row r ON r.import_id = i.id WHERE i.id = $1",
      id,
    );
    expect(left.map(({ text }) => /old\.example|Wanda/.test(text))).toEqual([false]);
  });

  test("values before and after go too", async () => {
    const record = await carryOut(master.context, "email,fullName\r\nold@old.example,Olga New\r\n", upsert);
    await run(given, "UPDATE import SET ended_at = now() - interval '31 days' WHERE id = $1", record.id);
    expect(value(await redactOldImports(given.context)).redacted).toBe(1);
    expect(await run(given, "SELECT FROM change WHERE import_id = $1", record.id)).toEqual([]);
  });

  // A step whose value was removed would empty the cells of another file.
  test("what was corrected goes too, and is offered to no other file", async () => {
    const file = "email,fullName,department\r\nold@old.example,Olga Typo,Ink\r\n";
    const hold = { ...upsert, hold: true };
    const { id } = await planFile(master.context, file, hold);
    const rows = { filter: { outcomes: [], search: null, cause: null } };
    const fill = { kind: "fill" as const, column: 2, value: "Paper", rows };
    value(await editImport(master.context, { importId: id, step: fill }));
    const cell = { kind: "cell" as const, rowNo: 1, column: 1, value: "Olga" };
    const { record } = value(await editImport(master.context, { importId: id, step: cell }));
    value(await confirmImport(master.context, { importId: id, fingerprint: record.fingerprint ?? "" }));
    value(await commitImport(master.context, { importId: id }));
    const next = await planFile(master.context, file, hold);
    expect(value(await findRecipes(master.context, { importId: next.id }))).toMatchObject([{ importId: id }]);

    await run(given, "UPDATE import SET ended_at = now() - interval '31 days' WHERE id = $1", id);
    expect(value(await redactOldImports(given.context)).redacted).toBe(1);
    const steps = await run(given, "SELECT step::text FROM import_edit WHERE import_id = $1", id);
    expect(steps).toHaveLength(2);
    expect(JSON.stringify(steps)).not.toMatch(/old\.example|Olga|Paper/);
    expect(value(await findRecipes(master.context, { importId: next.id }))).toEqual([]);
    expect(codeOf(await applyRecipe(master.context, { importId: next.id, fromImportId: id }))).toBe(
      "not-found",
    );
  });

  test("only Rollcall itself does it", async () => {
    expect(codeOf(await redactOldImports(master.context))).toBe("forbidden");
  });
});
