/** Taking an import back that touches much, or administrators: it asks as the import did, whichever way it goes. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { play, run, value, type Player } from "../../testing/cast";
import { atTheTerminal, carryOut } from "../../testing/files";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { commitImport } from "../commit-import";
import { getImport } from "../get-import";
import type { ImportRecord } from "../types";
import { previewUndo } from "./preview-undo";
import { undoImport } from "./undo-import";

const password = "a long enough secret";
let given: TestContext;
let master: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER", { password });
});
afterAll(() => given.close());

const upsert = { mode: "upsert", mail: "never" } as const;
const people = (name: string, count: number, surname: string): string =>
  Array.from(
    { length: count },
    (_, n) => `${name}${String(n)}@g.example,Gus ${surname} ${String(n)}\r\n`,
  ).join("");
const takeBack = async (importId: string, answer = {}): Promise<ImportRecord> => {
  const undo = value(await undoImport(master.context, { importId, ...answer }));
  return value(await commitImport(master.context, { importId: undo.id }));
};

describe("twelve accounts that an import changed, which are more than a fifth of all", () => {
  let changed: ImportRecord;
  const guard = {
    ...{ number: 12, of: "accounts" },
    reasons: [
      expect.stringMatching(/^It changes 12 of \d+ existing accounts; the limit is 20 %\.$/) as string,
    ],
  };
  beforeAll(async () => {
    await carryOut(master.context, `Email,Full Name\r\n${people("gus", 12, "Old")}`);
    changed = await carryOut(master.context, `Email,Full Name\r\n${people("gus", 12, "New")}`, upsert);
  });

  test("the preview says what is asked", async () => {
    expect(value(await previewUndo(master.context, { importId: changed.id })).guard).toEqual(guard);
    const some = { importId: changed.id, rowNos: [1, 2] };
    expect(value(await previewUndo(master.context, some)).guard).toBeNull();
  });

  test.each([
    ["nothing", {}, "missing"],
    ["the number alone", { typed: 12 }, "missing"],
    ["another number", { typed: 2, password }, "number"],
    ["another password", { typed: 12, password: "not that one" }, "password"],
  ])("%s does not take them back", async (_why, answer, wrong) => {
    expect(await undoImport(master.context, { importId: changed.id, ...answer })).toEqual({
      ok: false,
      refusal: { code: "guarded", wrong, ...guard },
    });
    expect(value(await getImport(master.context, { importId: changed.id })).status).toBe("COMPLETED");
    expect(await run(given, "SELECT FROM import WHERE undoes_id = $1", changed.id)).toEqual([]);
  });

  test("the terminal takes the number without a password", async () => {
    const operator = await atTheTerminal(master.context);
    expect((await undoImport(operator, { importId: changed.id })).ok).toBe(false);
    expect((await undoImport(operator, { importId: changed.id, typed: 12 })).ok).toBe(true);
  });
});

test("both typed: taken back, the reasons on the record; its own undo asks again", async () => {
  await carryOut(master.context, `Email,Full Name\r\n${people("pia", 14, "Old")}`);
  const changed = await carryOut(master.context, `Email,Full Name\r\n${people("pia", 14, "New")}`, upsert);
  const answer = { typed: 14, password };
  const undo = await takeBack(changed.id, answer);
  expect(undo.undo).toMatchObject({ restored: 14 });
  const events = await run<{ data: { guard?: string[] } }>(
    given,
    "SELECT data FROM audit_event WHERE action = 'import.undo-started' AND subject_id = $1",
    changed.id,
  );
  expect(events[0]?.data.guard).toHaveLength(1);
  expect(await undoImport(master.context, { importId: undo.id })).toMatchObject({
    refusal: { code: "guarded", number: 14 },
  });
  expect((await takeBack(undo.id, answer)).undo).toMatchObject({ restored: 14 });
});

test("accounts that the import made, and nobody used since, go without being asked for, however many", async () => {
  const made = await carryOut(master.context, `Email,Full Name\r\n${people("new", 40, "New")}`);
  expect(value(await previewUndo(master.context, { importId: made.id })).guard).toBeNull();
  const undo = await takeBack(made.id);
  expect(undo.undo).toMatchObject({ removed: 40 });
  expect(value(await previewUndo(master.context, { importId: undo.id })).guard).toBeNull();
});

describe("an administrator", () => {
  const file = (name: string, role: string): string =>
    `email,fullName,role,adminRole\r\n${name}@g.example,${name},${role}\r\n`;
  const options = { ...upsert, format: "rollcall", grantRoles: true };

  test("whom a file made is not deleted, and not brought back, without a yes", async () => {
    const made = await carryOut(master.context, file("ada", "ADMINISTRATOR,SUPER"), options);
    expect(await undoImport(master.context, { importId: made.id })).toMatchObject({
      refusal: { code: "guarded", number: 1, reasons: ["It changes an administrator."] },
    });
    const undo = await takeBack(made.id, { typed: 1, password });
    expect(await undoImport(master.context, { importId: undo.id })).toMatchObject({
      refusal: { code: "guarded", number: 1, reasons: ["It makes an administrator."] },
    });
    expect((await takeBack(undo.id, { typed: 1, password })).undo).toMatchObject({ restored: 1 });
  });

  test("who became one between the press and the undo stays as they are", async () => {
    const made = await carryOut(
      master.context,
      `Email,Full Name\r\neve@g.example,Eve\r\nfay@g.example,Fay\r\n`,
    );
    const pressed = value(await undoImport(master.context, { importId: made.id }));
    await run(
      given,
      `UPDATE account SET role = 'ADMINISTRATOR', admin_role = 'BASIC', version = version + 1
        WHERE id = (SELECT account_id FROM address WHERE key = 'eve@g.example')`,
    );
    const undo = value(await commitImport(master.context, { importId: pressed.id }));
    expect(undo).toMatchObject({ status: "COMPLETED", undo: { removed: 1, kept: 1 } });
  });
});
