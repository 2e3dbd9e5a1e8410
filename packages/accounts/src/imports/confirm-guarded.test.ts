/** An import over a limit, against a real database and real hashes: who may pass with what, and what a wrong answer leaves behind. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../context";
import { updateSettings } from "../organisation/update-settings";
import type { Result } from "../result";
import { carryOut, planFile } from "../testing/files";
import { play, run, value, type Player } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { commitImport } from "./commit-import";
import { confirmImport } from "./confirm-import";
import { editImport } from "./edit/edit-import";
import type { AskedStep } from "./edit/plan-step";
import { getImport } from "./get-import";
import type { ImportRecord } from "./types";

const password = "a long enough secret";
let given: TestContext;
let ada: Player;
let bea: Player;

beforeAll(async () => {
  given = await openTestContext();
  ada = await play(given, "MASTER", { password });
  bea = await play(given, "MASTER", { password: `${password} of Bea` });
});
afterAll(() => given.close());

/** Names an administrator anew: one account changed, and over a limit. */
async function renaming(fullName: string): Promise<ImportRecord> {
  const file = `email,fullName\r\n${bea.email},${fullName}\r\n`;
  const record = await planFile(ada.context, file, { mode: "upsert", format: "rollcall" });
  expect(record).toMatchObject({ summary: { update: 1 }, guard: { number: 1 } });
  return record;
}

function confirm(
  context: Context,
  { id, fingerprint }: ImportRecord,
  answer: { typed?: number; password?: string } = {},
): Promise<Result<ImportRecord>> {
  return confirmImport(context, { importId: id, fingerprint: fingerprint ?? "", ...answer });
}

describe("the answer", () => {
  let record: ImportRecord;
  beforeAll(async () => {
    record = await renaming("Bea Birch");
  });

  test.each([
    ["nothing", {}, "missing"],
    ["the number alone", { typed: 1 }, "missing"],
    ["an empty password", { typed: 1, password: "" }, "missing"],
    ["another number, with the password", { typed: 2, password }, "number"],
    ["the password of somebody else", { typed: 1, password: `${password} of Bea` }, "password"],
  ])("%s is refused and changes nothing", async (_why, answer, wrong) => {
    expect(await confirm(ada.context, record, answer)).toEqual({
      ok: false,
      refusal: {
        code: "guarded",
        wrong,
        number: 1,
        of: "accounts",
        reasons: ["It changes an administrator."],
      },
    });
    expect(value(await getImport(ada.context, { importId: record.id })).status).toBe("READY");
  });

  test("a wrong password is on the record, without it", async () => {
    const events = await run<{ actor: string; data: object }>(
      given,
      `SELECT actor_name AS actor, data FROM audit_event WHERE import_id = $1 AND action = 'import.guard-failed'`,
      record.id,
    );
    expect(events).toEqual([{ actor: ada.name, data: {} }]);
  });

  test("both fit: it is confirmed, with the reasons on the record", async () => {
    expect(value(await confirm(ada.context, record, { typed: 1, password })).status).toBe("COMMITTING");
    const [event] = await run<{ data: { guard?: string[] } }>(
      given,
      `SELECT data FROM audit_event WHERE import_id = $1 AND action = 'import.confirmed'`,
      record.id,
    );
    expect(event?.data.guard).toEqual(["It changes an administrator."]);
  });

  test("who is second learns who was first", async () => {
    const late = await confirm(bea.context, record, { typed: 1, password: `${password} of Bea` });
    const at = value(await getImport(ada.context, { importId: record.id })).confirmedAt?.toISOString();
    expect(late).toEqual({
      ok: false,
      refusal: { code: "confirmed-already", by: ada.name, at, you: false },
    });
    expect(await confirm(ada.context, record)).toMatchObject({ refusal: { by: ada.name, you: true } });
    value(await commitImport(given.context, { importId: record.id }));
    expect(await confirm(bea.context, record)).toMatchObject({ refusal: { code: "confirmed-already" } });
  });
});

test("guessing is slowed down as a sign-in is, and the right password waits with it", async () => {
  const guesser = await play(given, "MASTER", { password });
  const record = await renaming("Bea Beech");
  const answers: string[] = [];
  for (let guess = 1; guess <= 6; guess += 1) {
    const answer = await confirm(guesser.context, record, { typed: 1, password: `guess ${String(guess)}` });
    answers.push(answer.ok ? "done" : answer.refusal.code);
  }
  expect(answers.slice(0, 5)).toEqual(Array(5).fill("guarded"));
  expect(answers[5]).toBe("too-many-attempts");
  expect(await confirm(guesser.context, record, { typed: 1, password })).toMatchObject({
    refusal: { code: "too-many-attempts" },
  });
  // Another administrator need not wait for it.
  value(await confirm(ada.context, record, { typed: 1, password }));
  value(await commitImport(given.context, { importId: record.id }));
});

test("the terminal on the server types the number alone", async () => {
  const terminal = given.as({ kind: "operator", accountId: BigInt(ada.id) });
  const record = await renaming("Bea Alder");
  expect(await confirm(terminal, record)).toMatchObject({ refusal: { wrong: "missing" } });
  expect(await confirm(terminal, record, { typed: 7 })).toMatchObject({ refusal: { wrong: "number" } });
  expect(value(await confirm(terminal, record, { typed: 1 })).status).toBe("COMMITTING");
  value(await commitImport(given.context, { importId: record.id }));
});

test("the limits are those of the moment of confirming", async () => {
  const record = await renaming("Bea Cedar");
  const guard = (on: boolean) => updateSettings(ada.context, { values: { "guard.administrators": on } });
  value(await guard(false));
  expect(value(await getImport(ada.context, { importId: record.id })).guard).toBeNull();
  value(await guard(true));
  expect(await confirm(ada.context, record)).toMatchObject({ refusal: { code: "guarded" } });
  value(await guard(false));
  value(await confirm(ada.context, record));
  value(await commitImport(given.context, { importId: record.id }));
  value(await guard(true));
});

test("an edit takes the reason away, and gives it back", async () => {
  const record = await renaming("Bea Fir");
  const drop: AskedStep = { kind: "decide", decision: "skip", rows: { rowNos: [1] } };
  const edited = value(await editImport(ada.context, { importId: record.id, step: drop }));
  expect(edited.record.guard).toBeNull();
  expect(await confirm(ada.context, record, { typed: 1, password })).toMatchObject({
    refusal: { code: "changed-meanwhile" },
  });
  const keep: AskedStep = { ...drop, decision: null };
  expect(
    value(await editImport(ada.context, { importId: record.id, step: keep })).record.guard,
  ).toMatchObject({
    number: 1,
  });
});

test("memberships that rows and member lists end are counted together", async () => {
  const people = Array.from({ length: 130 }, (_, index) => `p${String(index)}@ends.example`);
  const members = people.map((email) => `${email},Somebody,Crew`);
  await carryOut(given.context, `email,fullName,group\r\n${members.join("\r\n")}\r\n`, {
    format: "rollcall",
  });
  const others = people.slice(0, 60).map((email) => `${email},Somebody,Dock`);
  const list = await planFile(ada.context, `email,fullName,group\r\n${others.join("\r\n")}\r\n`, {
    mode: "upsert",
    format: "rollcall",
    groupMode: "replace",
    groups: ["Crew"],
    hold: true,
  });
  // 70 are not in the file; the others stay in Crew, since the options name it.
  expect(list).toMatchObject({ removals: 70, consequences: { membershipsEnded: 0 } });
  const replaced = await planFile(
    ada.context,
    `email,fullName,group\r\n${people.map((email) => `${email},Somebody,Dock`).join("\r\n")}\r\n`,
    { mode: "upsert", format: "rollcall", groupMode: "replace" },
  );
  expect(replaced).toMatchObject({ removals: 0, consequences: { membershipsEnded: 130 } });
  expect(replaced.guard?.reasons).toContain("It ends 130 memberships; the limit is 100.");
});

test("an administrator who only leaves a group by a member list counts, though no row names them", async () => {
  const vault = `email,fullName,group\r\n${bea.email},Bea,Vault\r\nkeeper@vault.example,Keeper,Vault\r\n`;
  const joined = await planFile(ada.context, vault, { mode: "upsert", format: "rollcall" });
  value(await confirm(ada.context, joined, { typed: joined.guard?.number ?? 0, password }));
  value(await commitImport(given.context, { importId: joined.id }));
  const list = await planFile(ada.context, "email,fullName\r\nkeeper@vault.example,Keeper\r\n", {
    mode: "upsert",
    format: "rollcall",
    groupMode: "replace",
    groups: ["Vault"],
    hold: true,
  });
  expect(list).toMatchObject({
    removals: 1,
    consequences: { administratorsChanged: 0, administratorsLeaving: 1 },
    guard: { number: 1, of: "memberships", reasons: ["It changes an administrator."] },
  });
});

test("a file that goes in by itself waits for a person when it is over a limit", async () => {
  const plain = await planFile(given.context, "Email,Name\r\nnew@byitself.example,New\r\n", {
    format: "connect",
  });
  expect(plain.status).toBe("COMMITTING");
  const file = `Email,Name\r\n${bea.email},Bea Guarded\r\n`;
  const held = await planFile(given.context, file, { format: "connect", mode: "upsert" });
  expect(held).toMatchObject({ status: "READY", guard: { number: 1 } });
});

test("a plan of an older version, which counted no administrators, asks", async () => {
  const record = await renaming("Bea Gale");
  await run(
    given,
    "UPDATE import SET consequences = consequences - 'administratorsChanged' - 'membershipsEnded' WHERE id = $1",
    record.id,
  );
  const older = value(await getImport(ada.context, { importId: record.id }));
  expect(older.guard?.reasons).toEqual([
    "It was previewed by an older version, which did not count administrators.",
  ]);
  // Any edit plans all of it anew.
  const step = { kind: "cell", rowNo: 1, column: 1, value: "Bea Hazel" } as const;
  const edited = value(await editImport(ada.context, { importId: record.id, step }));
  expect(edited.record.guard?.reasons).toEqual(["It changes an administrator."]);
});

describe("the same bytes", () => {
  const file = "email,fullName\r\nsame@bytes.example,Same\r\n";

  test("are recognised while it is to be decided, and only where the earlier one stands", async () => {
    const first = await planFile(ada.context, file, { format: "rollcall" });
    expect(first.earlier).toBeNull();
    value(await confirm(ada.context, first));
    value(await commitImport(given.context, { importId: first.id }));
    const again = await planFile(bea.context, file, { format: "rollcall" });
    expect(again.earlier).toEqual({ id: first.id, by: ada.name, at: expect.any(Date) as Date });
    const other = await planFile(bea.context, `${file}\r\n`, { format: "rollcall" });
    expect(other.earlier).toBeNull();
  });
});
