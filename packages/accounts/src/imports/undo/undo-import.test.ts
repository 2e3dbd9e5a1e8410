import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, play, run, value, type Player } from "../../testing/cast";
import { carryOut, confirmFile, planFile, startUndo } from "../../testing/files";
import { organisationDump } from "../../testing/organisation-dump";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { editAccount } from "../../people/edit-account";
import { deleteAccounts } from "../../people/delete-accounts";
import { getAccount } from "../../people/get-account";
import { cancelImport } from "../cancel-import";
import { commitImport } from "../commit-import";
import { confirmImport } from "../confirm-import";
import { getImport } from "../get-import";
import type { ImportRecord } from "../types";
import { listUndoneRows, listUndoRows, previewUndo } from "./preview-undo";
import { undoImport } from "./undo-import";

let given: TestContext;
let master: Player;
let basic: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
  basic = await play(given, "BASIC");
});
afterAll(() => given.close());

/** Asked for and carried out. */
async function takeBack(importId: string, rowNos?: number[]): Promise<ImportRecord> {
  const asked = await startUndo(master.context, { importId, rowNos });
  return value(await commitImport(master.context, { importId: asked.id }));
}

const simple = "Email,Full Name,Department,Send email,Group,Group\r\n";
const upsert = { mode: "upsert", mail: "never" } as const;

async function idOf(email: string): Promise<string> {
  const [row] = await run<{ id: string }>(
    given,
    "SELECT account_id AS id FROM address WHERE key = $1",
    email,
  );
  return row!.id;
}

describe("an import of new people", () => {
  let record: ImportRecord;
  let before: string;
  let after: string;
  let undone: ImportRecord;

  test("is taken back whole: people, groups and departments that it made are gone", async () => {
    before = await organisationDump(given);
    record = await carryOut(
      master.context,
      `${simple}una@u.example,Una,Deep,Yes,Reef,Sand\r\nugo@u.example,Ugo,Deep,,Reef,\r\n`,
    );
    after = await organisationDump(given);
    expect(value(await previewUndo(master.context, { importId: record.id }))).toMatchObject({
      ...{ restored: 0, removed: 2, kept: 0, gone: 0, mailsSent: 0, groups: 2, departments: 1 },
    });
    undone = await takeBack(record.id);
    expect(undone).toMatchObject({
      status: "COMPLETED",
      fileName: "Undo of users.csv",
      undoes: { id: record.id, fileName: "users.csv" },
      undo: { restored: 0, removed: 2, kept: 0, gone: 0 },
      confirmedBy: master.name,
    });
    expect(await organisationDump(given)).toBe(before);
    expect(value(await getImport(master.context, { importId: record.id })).undoneBy).toMatchObject({
      id: undone.id,
      by: master.name,
      status: "COMPLETED",
    });
  });

  test("its welcome mail that still waited is not sent", async () => {
    const mails = await run(
      given,
      "SELECT state, account_id FROM message WHERE import_id = $1 AND kind = 'welcome'",
      record.id,
    );
    expect(mails).toEqual([{ state: "CANCELLED", account_id: null }]);
  });

  test("is taken back once: nothing is left", async () => {
    expect(await undoImport(master.context, { importId: record.id })).toMatchObject({
      refusal: { code: "wrong-state" },
    });
  });

  test("and the undo is taken back in turn: the very same accounts", async () => {
    const preview = value(await previewUndo(master.context, { importId: undone.id }));
    expect(preview).toMatchObject({ restored: 2, removed: 0 });
    const redone = await takeBack(undone.id);
    expect(redone.fileName).toBe("Redo of users.csv");
    expect(await organisationDump(given)).toBe(after);
    await takeBack(redone.id);
    expect(await organisationDump(given)).toBe(before);
  });

  test("every step stands in the audit log, and its chain holds", async () => {
    const events = await run<{ action: string }>(
      given,
      "SELECT action FROM audit_event WHERE import_id = $1 OR subject_type = 'import' AND subject_id = $2 ORDER BY id",
      undone.id,
      record.id,
    );
    expect(events.map(({ action }) => action)).toEqual([
      ...["import.started", "import.confirmed", "import.committed"],
      ...["import.undo-started", "import.undone"],
    ]);
    const undos = await run<{ name: string; subject: string }>(
      given,
      `SELECT DISTINCT e.subject_name AS name, i.file_name AS subject FROM audit_event e JOIN import i ON i.id::text = e.subject_id
        WHERE e.action = 'import.undone' AND e.subject_type = 'import' ORDER BY 1`,
    );
    expect(undos.map(({ name }) => name)).toEqual(["Redo of users.csv", "Undo of users.csv", "users.csv"]);
    expect(undos.map(({ subject }) => subject)).toEqual(undos.map(({ name }) => name));
    expect(await run(given, "SELECT first_broken FROM audit_verify()")).toEqual([{ first_broken: null }]);
  });
});

describe("an import that changed people", () => {
  const head =
    "email,fullName,phone,description,department,group,group,alias,attribute:Desk,enabled,pop,accountCode,note,plan\r\n";

  test.each<[why: string, options: object, file: string]>([
    [
      "fields, aliases, attributes, groups",
      {},
      `${head}vi@v.example,Vi Two,22,new,Sky,Cloud,Rain,vi2@v.example,D2,true,false,C2,other,Silver\r\n`,
    ],
    [
      "cleared cells",
      {},
      `${head}vi@v.example,Vi,{clear},{clear},{clear},{clear},,{clear},{clear},,,{clear},{clear},\r\n`,
    ],
    [
      "groups made exactly those of the file",
      { groupMode: "replace" },
      `${head}vi@v.example,Vi,,,,Cloud,,,,,,,,\r\n`,
    ],
    ["an alias more", {}, `email,fullName,alias\r\nvi@v.example,Vi,vi9@v.example\r\n`],
    ["a disabled account", {}, `email,fullName,enabled\r\nvi@v.example,Vi,false\r\n`],
    ["a role", { grantRoles: true }, `email,fullName,adminRole\r\nvi@v.example,Vi,Full\r\n`],
    ["a note for everybody", { note: "moved" }, `email,fullName\r\nvi@v.example,Vi Three\r\n`],
    [
      "the member list of a group",
      { groups: ["Old"], groupMode: "replace" },
      `email,fullName\r\nwu@v.example,Wu\r\n`,
    ],
  ])("%s: all of it comes back", async (_why, options, file) => {
    await run(
      given,
      "INSERT INTO service_plan (name, name_key) VALUES ('Gold', 'gold'), ('Silver', 'silver') ON CONFLICT DO NOTHING",
    );
    await carryOut(
      master.context,
      `${head}vi@v.example,Vi,11,old,Sea,Old,Salt,vi1@v.example,D1,true,true,C1,first,Gold\r\nwu@v.example,Wu,,,,Old,,,,,,,,\r\n`,
      { ...upsert, groupMode: "replace" },
    );
    const before = await organisationDump(given);
    const record = await carryOut(master.context, file, { ...upsert, ...options });
    const after = await organisationDump(given);
    expect(after).not.toBe(before);
    const undone = await takeBack(record.id);
    expect(undone.undo).toMatchObject({ restored: 1, removed: 0, kept: 0, gone: 0 });
    expect(await organisationDump(given)).toBe(before);
    const redone = await takeBack(undone.id);
    expect(await organisationDump(given)).toBe(after);
    await takeBack(redone.id);
    expect(await organisationDump(given)).toBe(before);
  });
});

describe("what happened since is kept, and named", () => {
  const rows = ["ada", "bo", "cy", "di", "ed", "fay"];
  let record: ImportRecord;

  test("edited, signed in, enrolled, password set, deleted; the others go", async () => {
    record = await carryOut(
      master.context,
      `${simple}${rows.map((name) => `${name}@k.example,${name},Kept,,Keepers,`).join("\r\n")}\r\n`,
      { mail: "never" },
    );
    const ada = value(await getAccount(master.context, { accountId: await idOf("ada@k.example") }));
    value(
      await editAccount(master.context, {
        accountId: ada.id,
        version: ada.version,
        fields: { phone: "1" },
      }),
    );
    await run(given, "UPDATE account SET last_seen_at = now() WHERE id = $1", await idOf("bo@k.example"));
    await run(
      given,
      "INSERT INTO device (account_id, name, platform) VALUES ($1, 'Phone', 'IOS')",
      await idOf("cy@k.example"),
    );
    await run(
      given,
      "UPDATE account SET password_hash = 'x', has_password = true, version = version + 1 WHERE id = $1",
      await idOf("di@k.example"),
    );
    value(await deleteAccounts(master.context, { accountIds: [await idOf("ed@k.example")] }));
    const preview = value(await previewUndo(master.context, { importId: record.id }));
    expect(preview).toMatchObject({ removed: 1, kept: 4, gone: 1, groups: 0, departments: 0 });
    const kept = value(await listUndoRows(master.context, { importId: record.id, heap: "kept", limit: 50 }));
    expect(kept.rows.map(({ email, reason }) => [email, reason])).toEqual([
      ["ada@k.example", expect.stringMatching(/^MASTER Number\d+ edited it on \d+ \w+ \d{4}\.$/)],
      ["bo@k.example", "Its owner has signed in."],
      ["cy@k.example", "Its owner has enrolled a device."],
      ["di@k.example", "It was changed since."],
    ]);
    const undone = await takeBack(record.id);
    expect(undone.undo).toEqual({ restored: 0, removed: 1, kept: 4, gone: 1, lacking: 0 });
    const did = value(await listUndoneRows(master.context, { importId: undone.id, limit: 50 }));
    expect(did.rows.map(({ line, email, heap }) => [line, email, heap])).toEqual([
      [2, "ada@k.example", "kept"],
      [3, "bo@k.example", "kept"],
      [4, "cy@k.example", "kept"],
      [5, "di@k.example", "kept"],
      [6, "ed@k.example", "gone"],
      [7, "fay@k.example", "removed"],
    ]);
  });

  test("a later import is named", async () => {
    const first = await carryOut(master.context, `email,fullName\r\nada@k.example,Ada One\r\n`, upsert);
    await carryOut(master.context, `email,fullName\r\nada@k.example,Ada Two\r\n`, upsert, "later.csv");
    const { rows: kept } = value(await listUndoRows(master.context, { importId: first.id, limit: 5 }));
    expect(kept[0]).toMatchObject({
      heap: "kept",
      reason: expect.stringMatching(/^The import later\.csv changed it on/) as string,
    });
    expect(await undoImport(master.context, { importId: first.id })).toMatchObject({
      refusal: { code: "wrong-state" },
    });
  });

  test("an alias that somebody else has now is not taken from them", async () => {
    await carryOut(
      master.context,
      `email,fullName,alias\r\ngil@k.example,Gil,g@k.example\r\nhal@k.example,Hal,\r\n`,
      upsert,
    );
    const cleared = await carryOut(
      master.context,
      `email,fullName,alias\r\ngil@k.example,Gil,{clear}\r\n`,
      upsert,
    );
    await carryOut(master.context, `email,fullName,alias\r\nhal@k.example,Hal,g@k.example\r\n`, upsert);
    const { rows: kept } = value(await listUndoRows(master.context, { importId: cleared.id, limit: 5 }));
    expect(kept[0]?.reason).toBe("The address g@k.example belongs to another account now.");
  });
});

// What comes back asks for addresses, user names and codes; who has them now may give them up in this very undo, or not.
describe("what is somebody else's now", () => {
  const head = "email,fullName,alias\r\n";
  const aliases = () =>
    run<{ key: string; owner: string }>(
      given,
      `SELECT h.key, p.key AS owner FROM address h JOIN address p ON p.account_id = h.account_id AND p.is_primary
        WHERE NOT h.is_primary AND h.key LIKE '%@t.example' ORDER BY h.key`,
    );

  test("an alias that the import moved goes back to whom it was taken from", async () => {
    await carryOut(master.context, `${head}ta@t.example,Ta,t1@t.example\r\ntb@t.example,Tb,\r\n`, upsert);
    const before = await organisationDump(given);
    const moved = await carryOut(
      master.context,
      `${head}ta@t.example,Ta,{clear}\r\ntb@t.example,Tb,t1@t.example\r\n`,
      upsert,
    );
    const after = await organisationDump(given);
    expect(await aliases()).toEqual([{ key: "t1@t.example", owner: "tb@t.example" }]);
    expect(value(await previewUndo(master.context, { importId: moved.id }))).toMatchObject({
      restored: 2,
      kept: 0,
    });
    const undone = await takeBack(moved.id);
    expect(await organisationDump(given)).toBe(before);
    await takeBack(undone.id);
    expect(await organisationDump(given)).toBe(after);
  });

  test("and to whom it was taken from by somebody who was new", async () => {
    await carryOut(master.context, `${head}na@t.example,Na,n1@t.example\r\n`, upsert);
    const before = await organisationDump(given);
    const moved = await carryOut(
      master.context,
      `${head}na@t.example,Na,{clear}\r\nnb@t.example,Nb,n1@t.example\r\n`,
      upsert,
    );
    expect((await takeBack(moved.id)).undo).toMatchObject({ restored: 1, removed: 1, kept: 0 });
    expect(await organisationDump(given)).toBe(before);
  });

  test.each([
    ["whoever has it is kept: so is who waits for it, and who waits for them", true],
    ["only some rows are chosen, and its holder is none of them", false],
  ])("%s", async (_why, everybody) => {
    const tag = everybody ? "x" : "y";
    const people = ["a", "b", "c"].map((name) => `${tag}${name}@t.example`);
    const file = (given: string[]) =>
      head + people.map((who, at) => `${who},K,${given[at]!}`).join("\r\n") + "\r\n";
    const alias = (n: number) => `${tag}${String(n)}@t.example`;
    await carryOut(master.context, file([alias(1), alias(2), ""]), upsert);
    const moved = await carryOut(master.context, file(["{clear}", alias(1), alias(2)]), upsert);
    // Aliases are added: b's own goes by hand.
    expect(value(await previewUndo(master.context, { importId: moved.id }))).toMatchObject({ kept: 0 });
    if (everybody) {
      await run(given, "UPDATE account SET version = version + 1 WHERE id = $1", await idOf(people[1]!));
      const { rows } = value(await listUndoRows(master.context, { importId: moved.id, limit: 50 }));
      expect(rows.find(({ email }) => email === people[0])).toMatchObject({
        heap: "kept",
        reason: `The address ${alias(1)} belongs to another account now.`,
      });
    }
    const undone = everybody ? await takeBack(moved.id) : null;
    if (undone === null) {
      expect(await undoImport(master.context, { importId: moved.id, rowNos: [1] })).toMatchObject({
        refusal: { code: "wrong-state" },
      });
    } else expect(undone.undo?.kept).toBeGreaterThanOrEqual(2);
    const owner = (await aliases()).find(({ key }) => key === alias(1));
    expect(owner?.owner).toBe(people[1]);
  });

  test("a redo does not give a user name twice, nor does an undo that restores one", async () => {
    const columns = "email,fullName,username\r\n";
    const reason = "The user name kim is another account’s now.";
    const made = await carryOut(master.context, `${columns}u1@username.example,U1,kim\r\n`, upsert);
    const undone = await takeBack(made.id);
    await carryOut(master.context, `${columns}u2@username.example,U2,kim\r\n`, upsert);
    expect(await undoImport(master.context, { importId: undone.id })).toMatchObject({
      refusal: { code: "wrong-state" },
    });
    const [row] = value(await listUndoRows(master.context, { importId: undone.id, limit: 5 })).rows;
    expect(row).toMatchObject({ heap: "kept", reason });

    const renamed = await carryOut(master.context, `${columns}u2@username.example,U2,lee\r\n`, upsert);
    const free = value(await previewUndo(master.context, { importId: undone.id }));
    expect(free).toMatchObject({ restored: 1, kept: 0 });
    await takeBack(undone.id);
    const { rows } = value(await listUndoRows(master.context, { importId: renamed.id, limit: 5 }));
    expect(rows[0]).toMatchObject({ heap: "kept", reason });
  });

  test("an account code is many people's: who has it since keeps nobody from coming back", async () => {
    const columns = "email,fullName,accountCode\r\n";
    const made = await carryOut(master.context, `${columns}u1@code.example,U1,C1A2\r\n`, upsert);
    const undone = await takeBack(made.id);
    await carryOut(master.context, `${columns}u2@code.example,U2,C1A2\r\n`, upsert);
    expect(value(await previewUndo(master.context, { importId: undone.id }))).toMatchObject({
      ...{ restored: 1, kept: 0 },
    });
  });

  test("names that two had before are nobody's fault: both are put back", async () => {
    const columns = "email,fullName,username,phone\r\n";
    const rows = (one: string, two: string, phone: string) =>
      `${columns}w1@both.example,W1,${one},1\r\nw2@both.example,W2,${two},${phone}\r\n`;
    await carryOut(master.context, rows("pat", "paz", "1"), upsert);
    // as an older version let them
    await run(given, "UPDATE account SET username = 'pat' WHERE username = 'paz'");
    const before = await organisationDump(given);
    const record = await carryOut(master.context, rows("sam", "", "2"), upsert);
    expect((await takeBack(record.id)).undo).toMatchObject({ restored: 2, kept: 0 });
    expect(await organisationDump(given)).toBe(before);
  });
});

describe("mails that an undo kept from being sent", () => {
  const mails = (importId: string) =>
    run<{ state: string; whose: string | null }>(
      given,
      `SELECT m.state, p.key AS whose FROM message m LEFT JOIN address p ON p.account_id = m.account_id AND p.is_primary
        WHERE m.import_id = $1 ORDER BY m.id`,
      importId,
    );

  test("wait again when the undo is taken back, once each; what was sent is not sent again", async () => {
    const record = await carryOut(
      master.context,
      `${simple}e1@e.example,E1,,Yes,,\r\ne2@e.example,E2,,Yes,,\r\n`,
    );
    await run(
      given,
      "UPDATE message SET state = 'SENT', sent_at = now() WHERE account_id = $1",
      await idOf("e2@e.example"),
    );
    const undone = await takeBack(record.id);
    expect(await mails(record.id)).toEqual([
      { state: "CANCELLED", whose: null },
      { state: "SENT", whose: null },
    ]);
    expect(value(await previewUndo(master.context, { importId: undone.id })).mailsAgain).toBe(1);
    const redone = await takeBack(undone.id);
    expect(await mails(record.id)).toEqual([
      { state: "QUEUED", whose: "e1@e.example" },
      { state: "SENT", whose: null },
    ]);
    // And once more there and back: still that one mail.
    const again = await takeBack(redone.id);
    expect((await mails(record.id))[0]).toEqual({ state: "CANCELLED", whose: null });
    await takeBack(again.id);
    expect(await mails(record.id)).toEqual([
      { state: "QUEUED", whose: "e1@e.example" },
      { state: "SENT", whose: null },
    ]);
  });
});

describe("stopped", () => {
  test("an undo that waits to be carried out, or runs, changes nothing and can be asked for again", async () => {
    const record = await carryOut(master.context, `${simple}st1@st.example,St,,,,\r\n`);
    const before = await organisationDump(given);
    const asked = value(await undoImport(master.context, { importId: record.id }));
    const stopped = value(await cancelImport(master.context, { importId: asked.id }));
    expect(stopped.status).toBe("CANCELLED");
    expect(await organisationDump(given)).toBe(before);
    expect(value(await getImport(master.context, { importId: record.id })).undoneBy).toBeNull();

    const raced = value(await undoImport(master.context, { importId: record.id }));
    const [carried] = await Promise.all([
      commitImport(master.context, { importId: raced.id }),
      cancelImport(master.context, { importId: raced.id }),
    ]);
    const ended = value(await getImport(master.context, { importId: raced.id }));
    expect(["CANCELLED", "COMPLETED"]).toContain(ended.status);
    if (ended.status === "CANCELLED") expect(await organisationDump(given)).toBe(before);
    else expect(value(carried).undo?.removed).toBe(1);
  });
});

describe("chosen rows", () => {
  test("only they are taken back; the rest can be later, and nothing twice", async () => {
    const record = await carryOut(
      master.context,
      `${simple}c1@c.example,C1,Chosen,,Few,\r\nc2@c.example,C2,Chosen,,Few,\r\nc3@c.example,C3,Chosen,,Few,\r\n`,
    );
    expect((await takeBack(record.id, [2])).undo).toMatchObject({ removed: 1 });
    expect(await run(given, "SELECT key FROM address WHERE key LIKE '%@c.example' ORDER BY key")).toEqual([
      { key: "c1@c.example" },
      { key: "c3@c.example" },
    ]);
    expect(await run(given, `SELECT name FROM "group" WHERE name = 'Few'`)).toHaveLength(1);
    expect((await takeBack(record.id)).undo).toEqual({
      restored: 0,
      removed: 2,
      kept: 0,
      gone: 0,
      lacking: 0,
    });
    expect(await run(given, `SELECT name FROM "group" WHERE name = 'Few'`)).toHaveLength(0);
  });
});

describe("only those of a heap or search", () => {
  test("are previewed and taken back; too many to choose are refused", async () => {
    const record = await carryOut(
      master.context,
      `${simple}o1@o.example,Otto,,,,\r\no2@o.example,Olga,,,,\r\no3@o.example,Otto,,,,\r\n`,
    );
    const only = { heap: "removed", search: " OTTO " } as const;
    const { rows } = value(await listUndoRows(master.context, { importId: record.id, limit: 50, ...only }));
    expect(rows.map(({ email }) => email)).toEqual(["o1@o.example", "o3@o.example"]);
    const preview = value(await previewUndo(master.context, { importId: record.id, only }));
    expect(preview).toMatchObject({ removed: 2, kept: 0 });
    const { fingerprint } = preview;
    const asked = value(await undoImport(master.context, { importId: record.id, only, fingerprint }));
    expect(value(await commitImport(master.context, { importId: asked.id })).undo?.removed).toBe(2);
    expect(await run(given, "SELECT key FROM address WHERE key LIKE '%@o.example'")).toEqual([
      { key: "o2@o.example" },
    ]);
    const rowNos = Array.from({ length: 10_001 }, (_, at) => at);
    expect(codeOf(await previewUndo(master.context, { importId: record.id, rowNos }))).toBe("invalid");
    const nul = value(await listUndoRows(master.context, { importId: record.id, limit: 5, search: "\0" }));
    expect(nul.rows).toHaveLength(1);
  });
});

describe("members outside the file", () => {
  test("are members again, and the redo takes them out again", async () => {
    await carryOut(master.context, `${simple}m1@m.example,M1,,,Crew,\r\nm2@m.example,M2,,,Crew,\r\n`);
    const before = await organisationDump(given);
    const record = await carryOut(master.context, `${simple}m1@m.example,M1,,,,\r\n`, {
      ...upsert,
      groups: ["Crew"],
      groupMode: "replace",
    });
    const after = await organisationDump(given);
    expect(after).not.toBe(before);
    const { rows: outside } = value(await listUndoRows(master.context, { importId: record.id, limit: 50 }));
    expect(outside.find(({ rowNo }) => rowNo < 0)).toMatchObject({ email: "m2@m.example", line: null });
    const undone = await takeBack(record.id);
    expect(await organisationDump(given)).toBe(before);
    await takeBack(undone.id);
    expect(await organisationDump(given)).toBe(after);
  });
});

describe("who may", () => {
  test("nobody below the role that is touched, before or after", async () => {
    const record = await carryOut(
      master.context,
      `email,fullName,adminRole\r\nboss@r.example,Boss,Super\r\n`,
      {
        ...upsert,
        grantRoles: true,
      },
    );
    expect(await undoImport(basic.context, { importId: record.id })).toMatchObject({
      refusal: { code: "role-above-yours", role: "Super" },
    });
    const demoted = await carryOut(
      master.context,
      `email,fullName,adminRole\r\nboss@r.example,Boss,Basic\r\n`,
      {
        ...upsert,
        grantRoles: true,
      },
    );
    expect(codeOf(await undoImport(basic.context, { importId: demoted.id }))).toBe("role-above-yours");
    expect((await takeBack(demoted.id)).undo?.restored).toBe(1);
  });

  test("nobody whose role was taken away before it was carried out", async () => {
    const late = await play(given, "BASIC");
    const record = await carryOut(master.context, `${simple}late@r.example,Late,,,,\r\n`);
    const asked = value(await undoImport(late.context, { importId: record.id }));
    await run(given, "UPDATE account SET role = 'USER', admin_role = NULL WHERE id = $1", late.id);
    expect(value(await commitImport(given.context, { importId: asked.id }))).toMatchObject({
      status: "FAILED",
      failure: expect.stringContaining("Nothing was changed") as string,
    });
    expect(await idOf("late@r.example")).toBeTruthy();
  });

  test("a user, never", async () => {
    const user = await play(given, "USER");
    expect(codeOf(await undoImport(user.context, { importId: "1" }))).toBe("forbidden");
    expect(codeOf(await previewUndo(user.context, { importId: "1" }))).toBe("forbidden");
  });

  test("never the last Master", async () => {
    const record = await carryOut(
      master.context,
      `email,fullName,adminRole\r\nm@last.example,Second,Master\r\n`,
      {
        ...upsert,
        grantRoles: true,
      },
    );
    const masters = await run<{ id: string }>(
      given,
      "SELECT id FROM account WHERE admin_role = 'MASTER' AND id <> $1",
      await idOf("m@last.example"),
    );
    const ids = masters.map(({ id }) => id);
    await run(given, "UPDATE account SET locked_out = true WHERE id = ANY ($1::bigint[])", ids);
    expect(await undoImport(given.context, { importId: record.id })).toMatchObject({
      refusal: { code: "last-master" },
    });
    await run(given, "UPDATE account SET locked_out = false WHERE id = ANY ($1::bigint[])", ids);
  });

  test("nobody takes their own account away", async () => {
    const record = await carryOut(
      master.context,
      `email,fullName,adminRole\r\nself@r.example,Self,Basic\r\n`,
      {
        ...upsert,
        grantRoles: true,
      },
    );
    const own = given.as({ kind: "operator", accountId: BigInt(await idOf("self@r.example")) });
    const { rows: kept } = value(await listUndoRows(own, { importId: record.id, limit: 5 }));
    expect(kept[0]?.reason).toBe("It is your own account.");
  });
});

describe("what ends with it", () => {
  test("sessions of who loses a role, links, invitations and waiting passwords; sent mails are counted", async () => {
    const record = await carryOut(
      master.context,
      `Email,Full Name,Password,Send email\r\ns1@s.example,S1,a long enough phrase,Yes\r\ns2@s.example,S2,,Yes\r\n`,
    );
    const s2 = await idOf("s2@s.example");
    await run(given, "UPDATE message SET state = 'SENT' WHERE account_id = $1", s2);
    await run(
      given,
      "INSERT INTO token (purpose, hash, account_id, expires_at) VALUES ('SET_PASSWORD', '\\x01', $1, now() + interval '1 day')",
      s2,
    );
    await run(
      given,
      "INSERT INTO invitation (account_id, import_id, expires_at) VALUES ($1, $2, now() + interval '1 day')",
      s2,
      record.id,
    );
    expect(value(await previewUndo(master.context, { importId: record.id }))).toMatchObject({
      removed: 2,
      mailsSent: 1,
    });
    await takeBack(record.id);
    const left = await run(
      given,
      `SELECT (SELECT count(*)::int FROM token WHERE account_id = $1) AS tokens, (SELECT count(*)::int FROM invitation WHERE account_id = $1) AS invitations,
              (SELECT count(*)::int FROM pending_password WHERE import_id = $2) AS passwords`,
      s2,
      record.id,
    );
    expect(left).toEqual([{ tokens: 0, invitations: 0, passwords: 0 }]);
  });

  test("who was made an administrator is signed out when that is taken back", async () => {
    await carryOut(master.context, `email,fullName\r\nt1@s.example,T1\r\n`, upsert);
    const record = await carryOut(master.context, `email,fullName,adminRole\r\nt1@s.example,T1,Basic\r\n`, {
      ...upsert,
      grantRoles: true,
    });
    await run(
      given,
      "INSERT INTO session (id, account_id, expires_at) VALUES ($1, $2, now() + interval '1 day')",
      randomUUID(),
      await idOf("t1@s.example"),
    );
    expect(value(await previewUndo(master.context, { importId: record.id })).sessions).toBe(1);
    await takeBack(record.id);
    expect(
      await run(
        given,
        "SELECT count(*)::int AS open FROM session WHERE account_id = $1 AND ended_at IS NULL",
        await idOf("t1@s.example"),
      ),
    ).toEqual([{ open: 0 }]);
  });
});

describe("at the same time", () => {
  test("two administrators press undo: it happens once", async () => {
    const record = await carryOut(master.context, `${simple}p1@p.example,P1,,,,\r\n`);
    const pressed = await Promise.all(
      Array.from({ length: 8 }, () => undoImport(master.context, { importId: record.id })),
    );
    expect(pressed.filter((one) => one.ok)).toHaveLength(1);
    const [asked] = pressed.flatMap((one) => (one.ok ? [one.value.id] : []));
    const carried = await Promise.all(
      Array.from({ length: 4 }, () => commitImport(master.context, { importId: asked! })),
    );
    expect(carried.filter((one) => one.ok && one.value.undo?.removed === 1).length).toBeGreaterThanOrEqual(1);
    expect(
      await run(given, "SELECT count(*)::int AS undos FROM import WHERE undoes_id = $1", record.id),
    ).toEqual([{ undos: 1 }]);
    expect(
      await run(
        given,
        "SELECT count(*)::int AS n FROM audit_event WHERE action = 'import.undone' AND subject_id = $1",
        record.id,
      ),
    ).toEqual([{ n: 1 }]);
  });

  test("an import of the same people beside the undo: one follows the other, nobody deadlocks", async () => {
    const lines = Array.from({ length: 200 }, (_, n) => `q${String(n)}@q.example,Q${String(n)},Queue,,Line,`);
    const record = await carryOut(master.context, `${simple}${lines.join("\r\n")}\r\n`);
    const planned = await planFile(
      master.context,
      `${simple}${[...lines]
        .reverse()
        .map((line) => line.replace("Queue", "Other"))
        .join("\r\n")}\r\n`,
      upsert,
    );
    await confirmFile(master.context, planned);
    const asked = value(await undoImport(master.context, { importId: record.id }));
    const ended = await Promise.all([
      commitImport(master.context, { importId: planned.id }),
      commitImport(master.context, { importId: asked.id }),
    ]);
    const [imported, undone] = ended.map(value);
    const [left] = await run<{ n: number }>(
      given,
      "SELECT count(*)::int AS n FROM address WHERE key LIKE '%@q.example'",
    );
    const serial = left!.n === 200 ? { update: 200, kept: 200 } : { update: 0, kept: 0 };
    expect({ update: imported!.summary?.update, kept: undone!.undo?.kept }).toEqual(serial);
  });

  test("a preview that is not true any more is refused", async () => {
    const record = await carryOut(master.context, `${simple}f1@f.example,F1,,,,\r\nf2@f.example,F2,,,,\r\n`);
    const { fingerprint } = value(await previewUndo(master.context, { importId: record.id }));
    await run(given, "UPDATE account SET version = version + 1 WHERE id = $1", await idOf("f1@f.example"));
    expect(codeOf(await undoImport(master.context, { importId: record.id, fingerprint }))).toBe(
      "changed-meanwhile",
    );
  });
});

test("what was not carried out cannot be taken back", async () => {
  const planned = await planFile(master.context, `${simple}n1@n.example,N1,,,,\r\n`);
  expect(codeOf(await previewUndo(master.context, { importId: planned.id }))).toBe("wrong-state");
  expect(codeOf(await undoImport(master.context, { importId: planned.id }))).toBe("wrong-state");
  expect(codeOf(await undoImport(master.context, { importId: "999999" }))).toBe("not-found");
});

// The plan said that everybody would be in it.
test("an import into a group that an undo took away since its preview waits for its review again, and changes nothing", async () => {
  const made = await carryOut(master.context, "Email,Full Name,Group\r\nlena@lost.example,Lena,Lost\r\n");
  const planned = await planFile(master.context, "Email,Full Name\r\nlars@lost.example,Lars\r\n", {
    groups: ["Lost"],
  });
  await takeBack(made.id);
  const { id, fingerprint } = planned;
  value(await confirmImport(master.context, { importId: id, fingerprint: fingerprint ?? "" }));
  expect(value(await commitImport(master.context, { importId: id }))).toMatchObject({
    status: "READY",
    objection: expect.stringContaining("The group “Lost” was deleted or renamed") as string,
  });
  expect(await run(given, "SELECT FROM address WHERE key = 'lars@lost.example'")).toEqual([]);
});
