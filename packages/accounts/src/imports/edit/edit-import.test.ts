// Rows corrected before the commit, on a real database: every kind of step, what depends on it, and taking it back.
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "../../context";
import { describeRefusal } from "../../refusal";
import { codeOf, play, run } from "../../testing/cast";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { confirmImport } from "../confirm-import";
import { replanImport } from "../replan-import";
import { listImportRows } from "../list-import-rows";
import type { ImportRecord } from "../types";
import { holding, stageFile, value } from "./edit-import.fixtures";
import { editImport } from "./edit-import";
import { listEdits } from "./list-edits";
import type { AskedStep } from "./plan-step";
import { previewEdit } from "./preview-edit";
import type { EditResult, RowSet } from "./types";
import { redoEdit, undoEdit } from "./undo-edit";

let given: TestContext;
let context: Context;
beforeAll(async () => {
  given = await openTestContext();
  context = given.context;
});
afterAll(() => given.close());

const head = "Email,Full Name,Password,Department,Send email,Group,Group\r\n";
const rows = [
  "ann@x.example,Ann Alder,,Slaes,Yes,Staff,Night",
  "bob@x.example,Bob Birch,a long enough phrase,Sales,no,Staff,",
  "ann@x.example,Ann Again,,,Yes,,",
  "nobody,Cid Cedar,,,Yes,,",
  "dee@x.example,Dee Dogwood,,Sales,ja,,",
  "eve @x.example,Eve Elm,,Sales,ja,,",
];
let record: ImportRecord;
beforeEach(async () => {
  record = await stageFile(context, head + rows.join("\r\n"), "people.csv");
});

// The numbers of steps are told as text; as text the tenth would come before the ninth, and undo would take back another step.
test("steps are listed, taken back and repeated in the order they were made, whatever their numbers", async () => {
  await run(
    given,
    "SELECT setval('import_edit_id_seq', (10 ^ length(coalesce(max(id), 1)::text))::bigint - 1, false) FROM import_edit",
  );
  for (const name of ["First", "Second", "Third"])
    await edit({ kind: "cell", rowNo: 1, column: 1, value: name });
  const edits = value(await listEdits(context, { importId: record.id }));
  expect(edits.map(({ id }) => id.length)).toEqual([
    edits[0]!.id.length,
    edits[0]!.id.length + 1,
    edits[0]!.id.length + 1,
  ]);
  expect(edits.map(({ words }) => /to “(.*)”/u.exec(words)?.[1])).toEqual(["First", "Second", "Third"]);
  const taken = [];
  for (const _ of edits) taken.push(value(await undoEdit(context, { importId: record.id })).edit?.id);
  expect(taken).toEqual(edits.map(({ id }) => id).toReversed());
  const made = [];
  for (const _ of edits) made.push(value(await redoEdit(context, { importId: record.id })).edit?.id);
  expect(made).toEqual(edits.map(({ id }) => id));
});

// A page that shows an older plan shows rows that are not so any more: by this it knows.
test("every step says on which plan it was made", async () => {
  const first = await edit({ kind: "cell", rowNo: 1, column: 1, value: "First" });
  expect(first.basis).toBe(record.fingerprint);
  const second = await edit({ kind: "cell", rowNo: 2, column: 1, value: "Second" });
  expect(second.basis).toBe(first.record.fingerprint);
  const back = value(await undoEdit(context, { importId: record.id }));
  expect(back.basis).toBe(second.record.fingerprint);
});

describe("one cell", () => {
  test("is written, checked and planned again at once", async () => {
    const result = await edit({ kind: "cell", rowNo: 4, column: 0, value: "cid@x.example" });
    expect(result).toMatchObject({
      affected: 1,
      edit: { rows: 1, undone: false, words: "Line 5: Email changed from “nobody” to “cid@x.example”." },
      record: { summary: { create: 3, problem: 3 } },
    });
    expect(result.record.fingerprint).not.toBe(record.fingerprint);
    expect(result.rows.find((row) => row.rowNo === 4)).toMatchObject({
      outcome: "create",
      email: "cid@x.example",
      cells: ["cid@x.example", "Cid Cedar", "", "", "Yes", "", ""],
      original: ["nobody", "Cid Cedar", "", "", "Yes", "", ""],
      problems: [],
    });
  });

  test("that mends one of two duplicates makes the other well", async () => {
    const before = await rowsByNumber();
    expect(before.get(3)?.problems[0]?.code).toBe("email.duplicate");
    const result = await edit({ kind: "cell", rowNo: 1, column: 0, value: "anna@x.example" });
    expect(result.record.summary).toMatchObject({ problem: 3 });
    expect((await rowsByNumber()).get(3)).toMatchObject({ outcome: "create", problems: [] });
  });
});

describe("many rows", () => {
  test("get the same value", async () => {
    const rows: RowSet = { filter: { outcomes: ["problem"], search: null, cause: null } };
    const result = await edit({ kind: "fill", column: 3, value: "Ops", rows });
    expect(result).toMatchObject({ affected: 4, edit: { words: "Department set to “Ops” in 4 rows." } });
    const now = await rowsByNumber();
    expect([...now.values()].map((row) => row.cells[3])).toEqual([
      "Slaes",
      "Sales",
      "Ops",
      "Ops",
      "Ops",
      "Ops",
    ]);
  });

  test.each([
    ["a column", { column: 3, find: "slaes", replace: "Sales", matchCase: false, wholeCell: false }, 1],
    [
      "case that differs",
      { column: 3, find: "slaes", replace: "Sales", matchCase: true, wholeCell: false },
      0,
    ],
    ["a whole cell", { column: 3, find: "Sale", replace: "X", matchCase: false, wholeCell: true }, 0],
    ["empty cells", { column: 3, find: "", replace: "None", matchCase: false, wholeCell: true }, 2],
    ["every column", { column: null, find: "Staff", replace: "Crew", matchCase: true, wholeCell: true }, 2],
    [
      "signs that are none of a pattern",
      { column: null, find: ".*", replace: "X", matchCase: true, wholeCell: false },
      0,
    ],
  ])("have a text replaced: %s", async (_, how, affected) => {
    const result = await edit({ kind: "replace", ...how, rows: all });
    expect(result.affected).toBe(affected);
    if (affected === 0) expect(result.edit).toBeNull();
  });

  test("are fixed each by its own fix", async () => {
    const result = await edit({ kind: "fix", cause: "send-email.invalid|sendWelcome|" });
    expect(result).toMatchObject({
      affected: 2,
      edit: { words: "“Send email must be Yes or No” fixed in 2 rows." },
    });
    expect((await rowsByNumber()).get(5)).toMatchObject({ outcome: "create", problems: [] });
  });

  test("are left out, and taken in again", async () => {
    const rows = { rowNos: [4, 5] };
    const out = await edit({ kind: "decide", decision: "skip", rows });
    expect(out).toMatchObject({ affected: 2, edit: { words: "2 rows left out." } });
    expect((await rowsByNumber()).get(4)).toMatchObject({
      decision: "skip",
      outcome: "skip",
      reason: "dropped",
      original: null,
    });
    await edit({ kind: "decide", decision: null, rows });
    expect((await rowsByNumber()).get(4)).toMatchObject({ decision: null, outcome: "problem" });
  });

  test("one is linked to an account that it means", async () => {
    const account = await play(given, "USER");
    const again = await stageFile(context, head + rows.join("\r\n"), "people.csv", { mode: "upsert" });
    const step = { kind: "decide", decision: "link", accountId: account.id, rows: { rowNos: [2] } } as const;
    const link = { ...step, rows: { rowNos: [2] } };
    const result = value(await editImport(context, { importId: again.id, step: link }));
    expect(result.rows.find((row) => row.rowNo === 2)).toMatchObject({
      decision: "link",
      linked: { id: account.id, email: account.email },
      outcome: "update",
      accountId: account.id,
    });
    const gone = { ...link, accountId: "999999999" };
    expect(await editImport(context, { importId: again.id, step: gone })).toMatchObject({
      refusal: { code: "not-found" },
    });
  });
});

test("whoever is weaker than whom the plan was judged for corrects nothing in it, until it is judged for them", async () => {
  const [master, basic] = [await play(given, "MASTER"), await play(given, "BASIC")];
  const file = "email,fullName,adminRole,password\r\nnew@role.example,New,SUPER,\r\n";
  const options = { format: "rollcall", grantRoles: true } as const;
  const { id: importId } = await stageFile(master.context, file, "roles.csv", options);
  const step = { kind: "cell", rowNo: 1, column: 3, value: "a password that Basic knows" } as const;
  value(await editImport(master.context, { importId, step: { ...step, column: 1, value: "Newer" } }));
  for (const refused of [
    await editImport(basic.context, { importId, step }),
    await undoEdit(basic.context, { importId }),
  ])
    expect(refused).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
  expect(value(await listEdits(master.context, { importId }))).toHaveLength(1);
  // Judged for them, the row is one that they may not have.
  value(await replanImport(basic.context, { importId, options: {} }));
  expect(value(await editImport(basic.context, { importId, step })).rows[0]?.outcome).toBe("problem");
});

describe("a step back", () => {
  test("and forth: rows and plan are byte for byte as they were", async () => {
    const before = await stored();
    await edit({
      kind: "replace",
      column: null,
      find: "S",
      replace: "Z",
      matchCase: true,
      wholeCell: false,
      rows: all,
    });
    await edit({ kind: "cell", rowNo: 1, column: 2, value: "an entirely new phrase" });
    const after = await stored();
    const undone = value(await undoEdit(context, { importId: record.id }));
    expect(undone.edit).toMatchObject({ undone: true, words: "Line 2: Password set to “••••••••”." });
    value(await undoEdit(context, { importId: record.id }));
    expect(await stored()).toEqual(before);
    expect(await undoEdit(context, { importId: record.id })).toMatchObject({
      refusal: { code: "wrong-state" },
    });
    value(await redoEdit(context, { importId: record.id }));
    value(await redoEdit(context, { importId: record.id }));
    expect(await stored()).toEqual(after);
    expect(await redoEdit(context, { importId: record.id })).toMatchObject({
      refusal: { code: "wrong-state" },
    });
  });

  test("is the one that was meant, not what a colleague did since", async () => {
    const own = await edit({ kind: "cell", rowNo: 1, column: 3, value: "A" });
    const theirs = await edit({ kind: "cell", rowNo: 2, column: 3, value: "B" });
    const [first, second] = [own, theirs].map((result) => ({
      importId: record.id,
      editId: result.edit?.id ?? "",
    }));
    const refused = { refusal: { code: "changed-meanwhile" } };
    expect(await undoEdit(context, first!)).toMatchObject(refused);
    value(await undoEdit(context, second!));
    value(await undoEdit(context, first!));
    expect(await redoEdit(context, second!)).toMatchObject(refused);
    expect(value(await redoEdit(context, first!)).edit).toMatchObject({ id: first!.editId, undone: false });
  });

  test("cannot be repeated once another was made", async () => {
    await edit({ kind: "cell", rowNo: 1, column: 3, value: "A" });
    value(await undoEdit(context, { importId: record.id }));
    await edit({ kind: "cell", rowNo: 2, column: 3, value: "B" });
    expect(await redoEdit(context, { importId: record.id })).toMatchObject({
      refusal: { code: "wrong-state" },
    });
    const edits = value(await listEdits(context, { importId: record.id }));
    expect(edits.map((one) => one.words)).toEqual(["Line 3: Department changed from “Sales” to “B”."]);
  });

  test("after any steps: the plan is as before (property)", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), async (steps) => {
        const before = await stored();
        let made = 0;
        for (const step of steps) if ((await edit(step)).edit !== null) made += 1;
        const after = await stored();
        for (let i = 0; i < made; i += 1) value(await undoEdit(context, { importId: record.id }));
        expect(await stored()).toEqual(before);
        for (let i = 0; i < made; i += 1) value(await redoEdit(context, { importId: record.id }));
        expect(await stored()).toEqual(after);
        for (let i = 0; i < made; i += 1) value(await undoEdit(context, { importId: record.id }));
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

describe("passwords", () => {
  test("stay sealed as they were when another cell is edited", async () => {
    const before = await sealed(2);
    await edit({ kind: "cell", rowNo: 2, column: 3, value: "Ops" });
    expect(await sealed(2)).toEqual(before);
    expect(before).not.toBeNull();
  });

  test("are sealed anew when their cell is edited, judged by the policy, and in clear nowhere", async () => {
    const before = await sealed(2);
    const short = await edit({ kind: "cell", rowNo: 2, column: 2, value: "zq7short" });
    expect(short.rows[0]?.problems.map((one) => one.code)).toContain("password.policy");
    const result = await edit({ kind: "cell", rowNo: 2, column: 2, value: "zq7 is a phrase of its own" });
    expect(result.rows[0]).toMatchObject({
      cells: ["bob@x.example", "Bob Birch", "••••••••", "Sales", "no", "Staff", ""],
    });
    expect(result.rows[0]?.problems.map((one) => one.code)).not.toContain("password.policy");
    expect(await sealed(2)).not.toEqual(before);
    const edits = value(await listEdits(context, { importId: record.id }));
    const everything = await run(
      given,
      `SELECT (SELECT string_agg(row_to_json(r)::text, '') FROM import_row r) || (SELECT string_agg(row_to_json(e)::text, '') FROM import_edit e)
           || (SELECT string_agg(row_to_json(b)::text, '') FROM import_edit_row b) || (SELECT string_agg(row_to_json(a)::text, '') FROM audit_event a) AS all`,
    );
    for (const text of [JSON.stringify([result, short, edits, everything]), ...given.logged])
      expect(text).not.toContain("zq7");
  });

  test("that meet their owner's new name are told: the real one is checked, not its mask", async () => {
    const file = `${head}kim@x.example,Kim,Kimberley Stanhope,,yes,,\r\n`;
    record = await stageFile(context, file, "kim.csv");
    const result = await edit({ kind: "cell", rowNo: 1, column: 1, value: "Kimberley Stanhope" });
    expect(result.rows[0]?.problems).toMatchObject([
      { code: "password.policy", params: { reason: "own-name" } },
    ]);
  });

  test("repeated in the file stay told", async () => {
    const line = (name: string): string => `${name}@x.example,${name},one phrase for us all,,no,,`;
    record = await stageFile(context, `${head}${line("pia")}\r\n${line("quin")}\r\n`, "two.csv");
    const result = await edit({ kind: "cell", rowNo: 2, column: 3, value: "Ops" });
    expect(result.rows[0]?.problems.map((one) => one.code)).toContain("password.reused");
  });

  test("given to many rows at once are told as repeated", async () => {
    await edit({ kind: "fill", column: 2, value: "the same for everyone", rows: { rowNos: [1, 2] } });
    expect((await rowsByNumber()).get(2)?.problems.map((one) => one.code)).toContain("password.reused");
  });
});

describe("the mask of a password is no password", () => {
  const mask = "••••••••";

  test("typed over itself it changes nothing", async () => {
    const before = await sealed(2);
    const result = await edit({ kind: "cell", rowNo: 2, column: 2, value: mask });
    expect(result).toMatchObject({ edit: null, affected: 0 });
    expect(await sealed(2)).toEqual(before);
  });

  test.each([
    ["a cell", { kind: "cell", rowNo: 1, column: 2, value: mask }],
    [
      "a field without a column of its own",
      { kind: "cell", rowNo: 1, column: { field: "password" }, value: mask },
    ],
    [
      "many rows, of which one has no password",
      { kind: "fill", column: 2, value: mask, rows: { rowNos: [1, 2] } },
    ],
  ] as [string, AskedStep][])("where none stood it is refused: %s", async (_, step) => {
    const refusal = {
      refusal: { code: "invalid", fields: { value: expect.stringContaining("dots") as string } },
    };
    expect(await editImport(context, { importId: record.id, step })).toMatchObject(refusal);
    expect(await previewEdit(context, { importId: record.id, step })).toMatchObject(refusal);
    expect(await sealed(1)).toBeNull();
    expect(value(await listEdits(context, { importId: record.id }))).toEqual([]);
  });

  test.each(["•", "•••••••••", ` ${mask} `, "••• •••"])(
    "and what is left of it when somebody typed into it, is refused over itself too: %j",
    async (dots) => {
      const before = await sealed(2);
      const step: AskedStep = { kind: "cell", rowNo: 2, column: 2, value: dots };
      expect(codeOf(await editImport(context, { importId: record.id, step }))).toBe("invalid");
      expect(await sealed(2)).toEqual(before);
    },
  );

  test("nor where the file has no column of passwords", async () => {
    record = await stageFile(context, "Email,Full Name\r\nmia@x.example,Mia\r\n", "bare.csv");
    const step: AskedStep = { kind: "cell", rowNo: 1, column: { field: "password" }, value: mask };
    expect(codeOf(await editImport(context, { importId: record.id, step }))).toBe("invalid");
    await edit({ ...step, value: "zq7 is a phrase of its own" });
    const before = await sealed(1);
    expect(await edit(step)).toMatchObject({ affected: 0 });
    expect(await sealed(1)).toEqual(before);
  });
});

describe("what the file has no column for", () => {
  test("is set beside the cells", async () => {
    record = await stageFile(context, "Email,Full Name\r\nmia@x.example,Mia\r\n", "few.csv");
    const result = await edit({ kind: "cell", rowNo: 1, column: { field: "sendWelcome" }, value: "Yes" });
    expect(result).toMatchObject({
      edit: { words: "Line 2: Send email set to “Yes”." },
      record: { consequences: { mails: 1 } },
    });
    expect(result.rows[0]).toMatchObject({ original: ["mia@x.example", "Mia"], problems: [] });
    const cleared = await edit({ kind: "cell", rowNo: 1, column: { field: "sendWelcome" }, value: "" });
    expect(cleared.rows[0]?.problems.map((one) => one.code)).toEqual(["password.no-way-in"]);
  });

  test.each([
    [
      "a field that the format does not have",
      { kind: "cell", rowNo: 1, column: { field: "phone" }, value: "1" },
    ],
    ["a column that the file does not have", { kind: "cell", rowNo: 1, column: 77, value: "1" }],
    [
      "a search in passwords",
      {
        kind: "replace",
        column: 2,
        find: "a",
        replace: "b",
        matchCase: false,
        wholeCell: false,
        rows: { rowNos: [1] },
      },
    ],
    [
      "nothing to look for",
      {
        kind: "replace",
        column: 1,
        find: "",
        replace: "b",
        matchCase: false,
        wholeCell: false,
        rows: { rowNos: [1] },
      },
    ],
  ] as [string, AskedStep][])("or what makes no sense is refused: %s", async (_, step) => {
    expect(await editImport(context, { importId: record.id, step })).toMatchObject({
      refusal: { code: "invalid" },
    });
  });
});

describe("several at once", () => {
  test("two editors: both steps are made, one after the other", async () => {
    const steps = [1, 2].map((rowNo) => ({ kind: "cell", rowNo, column: 3, value: "Both" }) as const);
    const made = await Promise.all(steps.map((step) => editImport(context, { importId: record.id, step })));
    expect(made.map((one) => one.ok)).toEqual([true, true]);
    expect([...(await rowsByNumber()).values()].slice(0, 2).map((row) => row.cells[3])).toEqual([
      "Both",
      "Both",
    ]);
  });

  test("an edit and the button: whoever is second is told", async () => {
    const step = { kind: "cell", rowNo: 2, column: 3, value: "Late" } as const;
    const [edited, confirmed] = await Promise.all([
      editImport(context, { importId: record.id, step }),
      confirmImport(context, { importId: record.id, fingerprint: record.fingerprint ?? "" }),
    ]);
    expect([edited.ok, confirmed.ok].filter(Boolean)).toHaveLength(1);
    expect(["changed-meanwhile", "wrong-state"]).toContain(codeOf(edited.ok ? confirmed : edited));
  });

  test("somebody who holds the import for long: busy, and nothing is written", async () => {
    const before = await stored();
    const step = { kind: "cell", rowNo: 2, column: 3, value: "Never" } as const;
    const result = await holding(given, record.id, () => editImport(context, { importId: record.id, step }));
    expect(codeOf(result)).toBe("busy");
    expect(result.ok ? "" : describeRefusal(result.refusal)).toBe(
      "This import is being worked on by somebody else at this moment. Try again in a few seconds.",
    );
    expect(await stored()).toEqual(before);
  });
});

test("a preview says what a step would do, and does nothing", async () => {
  const before = await stored();
  const step: AskedStep = {
    kind: "replace",
    column: 3,
    find: "Sal",
    replace: "SAL",
    matchCase: true,
    wholeCell: false,
    rows: all,
  };
  expect(value(await previewEdit(context, { importId: record.id, step }))).toEqual({
    rows: 3,
    samples: [
      { rowNo: 2, line: 3, from: "Sales", to: "SALes" },
      { rowNo: 5, line: 6, from: "Sales", to: "SALes" },
      { rowNo: 6, line: 7, from: "Sales", to: "SALes" },
    ],
  });
  const secret: AskedStep = { kind: "fill", column: 2, value: "zq7 is a phrase", rows: all };
  expect(
    JSON.stringify(value(await previewEdit(context, { importId: record.id, step: secret }))),
  ).not.toContain("zq7");
  expect(await stored()).toEqual(before);
});

test("a replacement that makes a cell longer than a cell may be is refused, and nothing is replaced", async () => {
  await edit({ kind: "cell", rowNo: 3, column: 1, value: "n".repeat(65_530) });
  const before = await stored();
  const step: AskedStep = {
    ...{ kind: "replace", column: 1, find: "n", replace: "nine letters", matchCase: true, wholeCell: false },
    rows: all,
  };
  const refused = {
    ok: false,
    refusal: {
      code: "invalid",
      fields: { replace: expect.stringContaining("Line 4, “Full Name”, would become longer") as string },
    },
  };
  expect(await previewEdit(context, { importId: record.id, step })).toEqual(refused);
  expect(await editImport(context, { importId: record.id, step })).toEqual(refused);
  expect(await stored()).toEqual(before);
});

test("every step is in the audit log, without what was typed", async () => {
  await edit({ kind: "cell", rowNo: 1, column: 3, value: "Confidential" });
  value(await undoEdit(context, { importId: record.id }));
  const events = await run(
    given,
    "SELECT action, data FROM audit_event WHERE import_id = $1 ORDER BY id DESC LIMIT 2",
    record.id,
  );
  expect(events).toMatchObject([
    { action: "import.edit-undone", data: { kind: "cell", rows: 1 } },
    { action: "import.edited", data: { kind: "cell", rows: 1 } },
  ]);
  expect(JSON.stringify(events)).not.toContain("Confidential");
});

const rowNos = fc
  .uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 })
  .map((numbers) => ({ rowNos: numbers }));
const column = fc.constantFrom(0, 1, 3, 4, 5);
const text = fc.constantFrom("", "x", "ann@x.example", "bob@x.example", "{clear}", "Yes", "Staff", "#N/A");
const anyStep: fc.Arbitrary<AskedStep> = fc.oneof(
  fc.record({
    kind: fc.constant("cell" as const),
    rowNo: fc.integer({ min: 1, max: 6 }),
    column,
    value: text,
  }),
  fc.record({ kind: fc.constant("fill" as const), column, value: text, rows: rowNos }),
  fc.record({
    kind: fc.constant("replace" as const),
    column: fc.option(column),
    find: fc.constantFrom("a", "x", "Sales", "@"),
    replace: text,
    matchCase: fc.boolean(),
    wholeCell: fc.boolean(),
    rows: rowNos,
  }),
  fc.record({
    kind: fc.constant("decide" as const),
    decision: fc.constantFrom("skip" as const, null),
    rows: rowNos,
  }),
  fc.record({ kind: fc.constant("fix" as const), cause: fc.constant("send-email.invalid|sendWelcome|") }),
);

const all: RowSet = { filter: { outcomes: [], search: null, cause: null } };

/** Everything that undo must restore. */
async function stored(): Promise<unknown> {
  const staged = await run(
    given,
    "SELECT to_jsonb(r)::text AS row FROM import_row r WHERE import_id = $1 ORDER BY row_no",
    record.id,
  );
  const plan = await run(
    given,
    `SELECT row_no, outcome, reason, changes, problems, account_version, CASE WHEN outcome <> 'CREATE' THEN account_id END AS account_id
       FROM import_plan_row WHERE import_id = $1 ORDER BY row_no`,
    record.id,
  );
  const facts = await run(
    given,
    "SELECT regexp_replace(plan_fingerprint, '-r\\d+$', '') AS fingerprint, summary, creates - 'state' AS creates, consequences, causes, problems FROM import WHERE id = $1",
    record.id,
  );
  return { staged, plan, facts };
}

async function sealed(rowNo: number): Promise<unknown> {
  const rows = await run(
    given,
    "SELECT password_sealed AS sealed FROM import_row WHERE import_id = $1 AND row_no = $2",
    record.id,
    rowNo,
  );
  return (rows as { sealed: unknown }[])[0]?.sealed ?? null;
}

async function edit(step: AskedStep): Promise<EditResult> {
  return value(await editImport(context, { importId: record.id, step }));
}

async function rowsByNumber(): Promise<Map<number, EditResult["rows"][number]>> {
  const page = value(await listImportRows(context, { importId: record.id, limit: 200 }));
  return new Map(page.rows.map((row) => [row.rowNo, row]));
}
