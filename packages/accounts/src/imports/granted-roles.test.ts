// "A file that would make administrators does so only after an explicit yes that says how many" (PRODUCT.md, Roles): whatever makes
// more of them, or stronger ones, after the yes takes it back.
import { reopenPlan } from "@rollcall/db";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rank } from "../access/permissions";
import type { Context } from "../context";
import { codeOf, play, value } from "../testing/cast";
import { carryOut, planFile } from "../testing/files";
import { openTestContext, type TestContext } from "../testing/test-context";
import { commitImport } from "./commit-import";
import { confirmImport } from "./confirm-import";
import { continueImport } from "./continue-import";
import { editImport } from "./edit/edit-import";
import type { AskedStep } from "./edit/plan-step";
import { applyRecipe } from "./edit/recipes";
import { undoEdit } from "./edit/undo-edit";
import { getImport } from "./get-import";
import { planImport } from "./plan-import";
import { replanImport } from "./replan-import";
import type { ImportOptions, ImportRecord } from "./types";

let given: TestContext;
let context: Context;
beforeAll(async () => {
  given = await openTestContext();
  context = given.context;
});
afterAll(() => given.close());

const head = "email,fullName,adminRole";
let file = 0;

/** Three people, of whom the roles are as said; the domain is another each time. */
function people(roles: readonly string[]): string {
  file += 1;
  const lines = roles.map(
    (role, at) => `p${String(at)}@g${String(file)}.example,Person ${String(at)},${role}`,
  );
  return [head, ...lines].join("\r\n");
}

/** Planned, and said yes to: so many administrators are made. */
async function granted(
  roles: readonly string[],
  options: Partial<ImportOptions> = {},
): Promise<ImportRecord> {
  const held = await planFile(context, people(roles), { format: "rollcall", ...options });
  return grant(held);
}

async function grant({ id, fingerprint }: ImportRecord): Promise<ImportRecord> {
  const seen = fingerprint ?? "";
  return value(
    await replanImport(context, { importId: id, options: { grantRoles: true }, fingerprint: seen }),
  );
}

async function edit({ id }: ImportRecord, step: AskedStep): Promise<ImportRecord> {
  return value(await editImport(context, { importId: id, step })).record;
}

const setRole = (rowNo: number, value: string): AskedStep => ({ kind: "cell", rowNo, column: 2, value });
const made = (administratorsMade: number) => ({
  options: { grantRoles: true },
  consequences: { administratorsMade, grantsHeld: 0 },
});
const held = (grantsHeld: number) => ({
  options: { grantRoles: false },
  consequences: { administratorsMade: 0, grantsHeld },
  summary: { problem: grantsHeld },
});

describe("after a yes to one Basic administrator", () => {
  test.each<[why: string, step: AskedStep, after: object]>([
    [
      "another name is no other administrator",
      { kind: "cell", rowNo: 2, column: 1, value: "Other" },
      made(1),
    ],
    ["a weaker one is within it", setRole(1, "GATEWAY"), made(1)],
    ["one less is within it", setRole(1, ""), made(0)],
    ["a stronger one asks again", setRole(1, "FULL"), held(1)],
    ["one more asks again, for both", setRole(2, "BASIC"), held(2)],
    [
      "all of them, and Masters, ask again",
      { kind: "fill", column: 2, value: "MASTER", rows: { rowNos: [1, 2, 3] } },
      held(3),
    ],
  ])("%s", async (_why, step, after) => {
    const record = await granted(["BASIC", "", ""]);
    expect(record).toMatchObject({ ...made(1), options: { granted: [0, 0, 0, 0, 1, 0, 0] } });
    expect(await edit(record, step)).toMatchObject(after);
  });

  test("the new number takes a yes of its own, which then holds as the first did", async () => {
    const more = await edit(await granted(["BASIC", "", ""]), setRole(2, "BASIC"));
    expect(more).toMatchObject({ ...held(2), options: { granted: [0, 0, 0, 0, 1, 0, 0] } });
    const again = await grant(more);
    expect(again).toMatchObject({ ...made(2), options: { granted: [0, 0, 0, 0, 2, 0, 0] } });
    expect(await edit(again, setRole(3, "BASIC"))).toMatchObject(held(3));
    expect(value(await undoEdit(context, { importId: again.id })).record).toMatchObject(held(2));
  });

  test("other options that make more ask again", async () => {
    await carryOut(context, `email,fullName\r\nold@options.example,Old`, { format: "rollcall" });
    const text = `${head}\r\nold@options.example,Old,BASIC\r\nnew@options.example,New,BASIC`;
    const record = await grant(await planFile(context, text, { format: "rollcall", mode: "create" }));
    expect(record).toMatchObject(made(1));
    const upsert = value(await replanImport(context, { importId: record.id, options: { mode: "upsert" } }));
    expect(upsert).toMatchObject(held(2));
    const noted = value(await replanImport(context, { importId: record.id, options: { note: "June" } }));
    expect(noted).toMatchObject(held(2));
  });

  test("a yes to what somebody has changed meanwhile is none", async () => {
    const seen = await planFile(context, people(["BASIC", "", ""]), { format: "rollcall" });
    await edit(seen, setRole(2, "MASTER"));
    const answer = await replanImport(context, {
      importId: seen.id,
      options: { grantRoles: true },
      fingerprint: seen.fingerprint ?? "",
    });
    expect(codeOf(answer)).toBe("changed-meanwhile");
    expect(value(await getImport(context, { importId: seen.id }))).toMatchObject(held(2));
  });

  test("a yes given with the file is one to those that the file makes", async () => {
    const record = await planFile(context, people(["BASIC", ""]), { format: "rollcall", grantRoles: true });
    expect(record).toMatchObject(made(1));
    expect(await edit(record, setRole(2, "BASIC"))).toMatchObject(held(2));
  });
});

test("an administrator who becomes a stronger one is within the yes only as it was said", async () => {
  const email = "basic@stronger.example";
  await carryOut(context, `${head}\r\n${email},Basic,BASIC`, { format: "rollcall", grantRoles: true });
  const upsert = { format: "rollcall", mode: "upsert" } as const;
  const record = await grant(await planFile(context, `${head}\r\n${email},Basic,FULL`, upsert));
  expect(record).toMatchObject({ options: { grantRoles: true, granted: [0, 0, 0, 1, 0, 0, 0] } });
  expect(await edit(record, setRole(1, "MASTER"))).toMatchObject(held(1));
});

test("a yes is not left to others: who plans with another role ends it, unless they say it themselves", async () => {
  const [master, basic] = [await play(given, "MASTER"), await play(given, "BASIC")];
  const planned = await planFile(master.context, people(["SUPER", ""]), {
    format: "rollcall",
    grantRoles: true,
  });
  const again = { importId: planned.id, options: { grantRoles: true } };
  const kept = value(await replanImport(master.context, again));
  expect(kept).toMatchObject({ ...made(1), options: { granted: [0, 0, 1, 0, 0, 0, 0] } });
  const weaker = value(await replanImport(basic.context, again));
  expect(weaker.options).toMatchObject({ grantRoles: false });
  await edit(weaker, { kind: "cell", rowNo: 1, column: 1, value: "as Basic wants it" });
  expect(value(await replanImport(master.context, again))).toMatchObject(made(1)); // false before: said anew
  value(await replanImport(basic.context, { importId: planned.id, options: {} }));
  const back = value(await replanImport(master.context, { importId: planned.id, options: {} }));
  expect(back).toMatchObject(held(1));
  expect(await grant(back)).toMatchObject(made(1));
});

test("a worker who plans what somebody weaker reopened plans it for them, not for who started it", async () => {
  const master = await play(given, "MASTER");
  const email = "super@reopened.example";
  await carryOut(context, `${head}\r\n${email},Super,SUPER`, { format: "rollcall", grantRoles: true });
  const { id, options } = await planFile(master.context, `${head}\r\n${email},Renamed,`, {
    ...{ format: "rollcall", mode: "upsert" },
  });
  const asked = { options, authority: rank({ role: "ADMINISTRATOR", adminRole: "BASIC" }), seen: null };
  expect(await reopenPlan(given.context.database, BigInt(id), asked)).toBe(true);
  const planned = value(await planImport(context, { importId: id }));
  expect(planned).toMatchObject({ summary: { update: 0, problem: 1 } });
  expect(value(await replanImport(master.context, { importId: id, options: {} })).summary?.update).toBe(1);
});

test("what goes on with waiting rows asks for itself", async () => {
  const text = `${people(["BASIC", ""])}\r\nno address,Waits,BASIC`;
  const parent = await carryOut(context, text, { format: "rollcall", grantRoles: true, strict: false });
  const child = value(await continueImport(context, { importId: parent.id }));
  expect(child.options).toMatchObject({ grantRoles: false, granted: null });
  const mended = await edit(child, {
    kind: "cell",
    rowNo: 1,
    column: 0,
    value: `w@g${String(file)}.example`,
  });
  expect(mended).toMatchObject(held(1));
});

test("a recipe makes nobody an administrator unasked", async () => {
  const first = await planFile(context, people(["", ""]), { format: "rollcall" });
  const filled = await edit(first, {
    kind: "fill",
    column: 2,
    value: "BASIC",
    rows: { filter: { outcomes: [], search: null, cause: null } },
  });
  await carryOutGranted(filled);
  const next = await granted(["BASIC", ""]);
  const repeated = await applyRecipe(context, { importId: next.id, fromImportId: first.id });
  expect(value(repeated).record).toMatchObject(held(2));
});

async function carryOutGranted(record: ImportRecord): Promise<void> {
  const { id: importId, fingerprint, guard } = await grant(record);
  const answer = { importId, fingerprint: fingerprint ?? "", typed: guard?.number };
  value(await confirmImport(context, answer));
  value(await commitImport(context, { importId }));
}

describe("the guard", () => {
  test("asks for whom an import makes an administrator, new or not; the terminal has said yes already", async () => {
    const ada = await play(given, "MASTER", { password: "a long enough secret" });
    await carryOut(context, `email,fullName\r\nold@guard.example,Old`, { format: "rollcall" });
    const text = `${head}\r\nold@guard.example,Old,BASIC\r\nnew@guard.example,New,BASIC`;
    const record = await planFile(ada.context, text, {
      format: "rollcall",
      mode: "upsert",
      grantRoles: true,
    });
    expect(record.guard).toEqual({
      number: 2,
      of: "accounts",
      reasons: ["It makes 2 administrators."],
      onlyGrants: true,
    });
    const { id: importId, fingerprint } = record;
    const asked = { importId, fingerprint: fingerprint ?? "" };
    expect(codeOf(await confirmImport(ada.context, asked))).toBe("guarded");
    expect(codeOf(await confirmImport(context, { ...asked, typed: 7 }))).toBe("guarded");
    expect(value(await confirmImport(context, asked)).status).toBe("COMMITTING");
  });
});
