import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../context";
import { importActions, play, run } from "../testing/cast";
import { deliver, openPost } from "../testing/post";
import { openTestContext, type TestContext } from "../testing/test-context";
import { commitImport } from "./commit-import";
import { confirmImport } from "./confirm-import";
import { editImport } from "./edit/edit-import";
import { stageFile, value } from "./edit/edit-import.fixtures";
import { listEdits } from "./edit/list-edits";
import type { AskedStep } from "./edit/plan-step";
import { findDueImports } from "./find-due-imports";
import { listImportRows } from "./list-import-rows";
import { replanImport } from "./replan-import";

let given: TestContext;
let context: Context;
beforeAll(async () => {
  given = await openTestContext();
  context = given.context;
});
afterAll(() => given.close());

const file = (who: string): string =>
  [
    "Email,Full Name,Password",
    `${who}1@x.example,Ann Alder,a phrase that is long enough`,
    `${who}2@x.example,Bob Birch,`,
    `${who}3 at x.example,Cid Cedar,`,
    `${who}4@x.example,Dee Dogwood,`,
  ].join("\r\n");

describe("an import that was objected to when it was carried out", () => {
  test("keeps corrections, decisions and sealed passwords, is confirmed by nobody, and goes in once it was previewed again", async () => {
    await run(given, `INSERT INTO "group" (name, name_key) VALUES ('Crew', 'crew')`);
    const { id } = await stageFile(context, file("kept"), "kept.csv", { groups: ["Crew"] });
    await edit(id, { kind: "cell", rowNo: 3, column: 0, value: "kept3@x.example" });
    await edit(id, { kind: "cell", rowNo: 2, column: 2, value: "typed in the review, long enough" });
    value(await editImport(context, { importId: id, step: skipRow(4) }));
    const seen = value(await confirm(context, id));
    expect(seen.status).toBe("COMMITTING");
    const before = await reviewOf(id);
    await run(given, `UPDATE "group" SET name = 'Team', name_key = 'team' WHERE name_key = 'crew'`);

    const back = value(await commitImport(context, { importId: id }));
    expect(back).toMatchObject({ status: "READY", failure: null, confirmedBy: null, progress: null });
    expect(back.objection).toContain("“Crew”");
    expect(await reviewOf(id)).toEqual(before);
    expect(value(await findDueImports(context))).toEqual({ toPlan: [], toCommit: [] });
    expect(await confirm(context, id)).toMatchObject({
      refusal: { code: "invalid", fields: { objection: back.objection } },
    });

    // A correction plans its rows again, not what was objected to.
    await edit(id, { kind: "cell", rowNo: 1, column: 1, value: "Ann Aspen" });
    expect(await confirm(context, id)).toMatchObject({ refusal: { code: "invalid" } });
    expect(await replanImport(context, { importId: id, options: {} })).toMatchObject({
      refusal: { code: "invalid", fields: { groups: expect.stringContaining("Crew") as string } },
    });

    const again = value(await replanImport(context, { importId: id, options: { groups: ["Team"] } }));
    expect(again).toMatchObject({ status: "READY", objection: null, summary: { create: 3, skip: 1 } });
    value(await confirm(context, id));
    expect(value(await commitImport(context, { importId: id }))).toMatchObject({
      ...{ status: "COMPLETED", summary: { create: 3, skip: 1 }, passwordsPending: 2 },
    });
    const people = await run(
      given,
      "SELECT full_name AS name FROM account WHERE created_import_id = $1 ORDER BY 1",
      id,
    );
    expect(people).toEqual([{ name: "Ann Aspen" }, { name: "Bob Birch" }, { name: "Cid Cedar" }]);
    expect(await importActions(given, id)).toEqual([
      ...["import.started", "import.edited", "import.edited", "import.edited"],
      ...["import.confirmed", "import.returned", "import.edited", "import.confirmed", "import.committed"],
    ]);
  });

  test("whose confirmer lost the role waits for another administrator, who previews it for themselves", async () => {
    const first = await play(given, "FULL");
    const second = await play(given, "FULL");
    const { id } = await stageFile(first.context, file("role"), "role.csv");
    value(await confirm(first.context, id));
    await run(given, "UPDATE account SET role = 'USER', admin_role = NULL WHERE id = $1", first.id);
    const back = value(await commitImport(context, { importId: id }));
    expect(back).toMatchObject({
      status: "READY",
      objection: expect.stringContaining("may no longer") as string,
    });
    expect(await confirm(second.context, id)).toMatchObject({ refusal: { code: "invalid" } });
    value(await replanImport(second.context, { importId: id, options: {} }));
    value(await confirm(second.context, id));
    expect(value(await commitImport(context, { importId: id }))).toMatchObject({ status: "COMPLETED" });
  });

  test("is told by mail as it was then, though it was previewed again before the mail went out", async () => {
    const starter = await play(given, "FULL");
    const { id } = await stageFile(starter.context, file("told"), "told.csv");
    value(await confirm(starter.context, id));
    await run(given, "UPDATE account SET enabled = false WHERE id = $1", starter.id);
    value(await commitImport(context, { importId: id }));
    await run(given, "UPDATE account SET enabled = true WHERE id = $1", starter.id);
    value(await replanImport(context, { importId: id, options: {} }));
    const post = openPost();
    await deliver(given, post);
    expect(post.rendered.filter(({ data }) => data.personName === starter.name)).toMatchObject([
      {
        kind: "import-failed",
        data: { waits: true, reason: expect.stringContaining("may no longer run it") as string },
      },
    ]);
  });
});

const skipRow = (rowNo: number): AskedStep => ({
  kind: "decide",
  rows: { rowNos: [rowNo] },
  decision: "skip",
});

async function edit(
  importId: string,
  step: { kind: "cell"; rowNo: number; column: number; value: string },
): Promise<void> {
  value(await editImport(context, { importId, step }));
}

async function confirm(who: Context, importId: string) {
  const [planned] = await run<{ fingerprint: string }>(
    given,
    "SELECT plan_fingerprint AS fingerprint FROM import WHERE id = $1",
    importId,
  );
  return confirmImport(who, { importId, fingerprint: planned!.fingerprint });
}

async function reviewOf(importId: string): Promise<unknown> {
  return [
    value(await listImportRows(context, { importId, limit: 10 })).rows,
    value(await listEdits(context, { importId })),
    await run(
      given,
      "SELECT row_no, password_sealed, decision FROM import_row WHERE import_id = $1 ORDER BY 1",
      importId,
    ),
    await run(given, "SELECT sealed_key FROM import WHERE id = $1", importId),
  ];
}
