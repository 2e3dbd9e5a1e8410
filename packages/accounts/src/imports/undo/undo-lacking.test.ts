import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteDepartment } from "../../organisation/departments";
import { deleteGroup } from "../../organisation/groups";
import { createPlan, deletePlan } from "../../organisation/plans";
import { play, run, value, type Player } from "../../testing/cast";
import { carryOut } from "../../testing/files";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { commitImport } from "../commit-import";
import type { ImportOptions, ImportRecord } from "../types";
import { listUndoneRows, listUndoRows, previewUndo } from "./preview-undo";
import { undoImport } from "./undo-import";

// "Restored" is only half true where what an account had is not there any more: its row says what, and the preview counts them.
let given: TestContext;
let master: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
  value(await createPlan(master.context, { name: "Base", isDefault: true }));
  for (const name of ["Gold", "Tin"]) value(await createPlan(master.context, { name }));
});
afterAll(() => given.close());

// Nobody lacks what nobody had: in an empty table nothing is "not found".
test("where there are no service plans and no departments nothing lacks", async () => {
  const bare = await openTestContext();
  try {
    const { context } = await play(bare, "MASTER");
    const made = await carryOut(context, "email,fullName\r\nn1@l.example,N1\r\n", upsert);
    const undone = value(await undoImport(context, { importId: made.id }));
    value(await commitImport(context, { importId: undone.id }));
    expect(await run(bare, "SELECT FROM service_plan")).toEqual([]);
    const page = { importId: undone.id, limit: 5 };
    expect(value(await previewUndo(context, page))).toMatchObject({ restored: 1, lacking: 0 });
    expect(value(await listUndoRows(context, page)).rows).toMatchObject([{ heap: "restored", reason: null }]);
  } finally {
    await bare.close();
  }
});

const upsert: Partial<ImportOptions> = {
  ...{ format: "rollcall", mode: "upsert", groupMode: "replace", mail: "never" },
};
const file = (rows: string): string => `email,fullName,department,plan,group,group\r\n${rows}`;

async function takeBack(importId: string): Promise<ImportRecord> {
  const asked = value(await undoImport(master.context, { importId }));
  return value(await commitImport(master.context, { importId: asked.id }));
}

async function idOf(table: string, name: string): Promise<string> {
  const [row] = await run<{ id: string }>(given, `SELECT id::text FROM ${table} WHERE name = $1`, name);
  return row!.id;
}

test("a department, a plan and groups that were deleted since are named, before and after", async () => {
  await carryOut(
    master.context,
    file("u1@l.example,U1,Old,Gold,Alpha,Gamma\r\nu2@l.example,U2,Old,,,\r\nu3@l.example,U3,Stays,Tin,,\r\n"),
    upsert,
  );
  const moved = await carryOut(
    master.context,
    file("u1@l.example,U1,New,Tin,Beta,\r\nu2@l.example,U2,New,,,\r\nu3@l.example,U3,New,Tin,,\r\n"),
    upsert,
  );
  value(await deleteDepartment(master.context, { departmentId: await idOf("department", "Old") }));
  value(await deletePlan(master.context, { planId: await idOf("service_plan", "Gold") }));
  for (const name of ["Alpha", "Gamma"])
    value(await deleteGroup(master.context, { groupId: await idOf(`"group"`, name) }));

  expect(value(await previewUndo(master.context, { importId: moved.id }))).toMatchObject({
    ...{ restored: 3, lacking: 2, kept: 0 },
  });
  const told = [
    {
      heap: "restored",
      reason:
        "The department Old was deleted since. The service plan Gold was deleted since. The groups Alpha, Gamma were deleted since.",
    },
    { heap: "restored", reason: "The department Old was deleted since." },
    { heap: "restored", reason: null },
  ];
  const page = { importId: moved.id, limit: 50 };
  expect(value(await listUndoRows(master.context, page)).rows).toMatchObject(told);
  const undone = await takeBack(moved.id);
  expect(undone.undo).toMatchObject({ restored: 3, lacking: 2 });
  expect(value(await listUndoneRows(master.context, { ...page, importId: undone.id })).rows).toMatchObject(
    told,
  );
});

test("of an account that comes again, too; what only another undo had deleted comes again and is not missed", async () => {
  const made = await carryOut(
    master.context,
    file("v1@l.example,V1,Deck,Tin,Crew,\r\nv2@l.example,V2,Deck,,Crew,\r\n"),
    upsert,
  );
  const undone = await takeBack(made.id);
  expect(value(await previewUndo(master.context, { importId: undone.id }))).toMatchObject({
    ...{ restored: 2, lacking: 0 },
  });
  await run(given, "UPDATE account SET plan_id = NULL");
  value(await deletePlan(master.context, { planId: await idOf("service_plan", "Tin") }));
  expect(value(await listUndoRows(master.context, { importId: undone.id, limit: 50 })).rows).toMatchObject([
    { heap: "restored", reason: "Its service plan was deleted since." },
    { heap: "restored", reason: null },
  ]);
});

test("the preview that was seen is refused when something was deleted meanwhile", async () => {
  await carryOut(master.context, file("w1@l.example,W1,Port,,,\r\n"), upsert);
  const moved = await carryOut(master.context, file("w1@l.example,W1,Star,,,\r\n"), upsert);
  const { fingerprint } = value(await previewUndo(master.context, { importId: moved.id }));
  value(await deleteDepartment(master.context, { departmentId: await idOf("department", "Port") }));
  expect(await undoImport(master.context, { importId: moved.id, fingerprint })).toMatchObject({
    refusal: { code: "changed-meanwhile" },
  });
});
