import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listDomainKeys } from "@rollcall/db";
import { readRecords } from "@rollcall/importer";
import { addAccount } from "../people/add-account";
import { getAccount } from "../people/get-account";
import { openWithSecret } from "../secrets/sealing";
import { codeOf, play, run, value, type Player } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { createAttribute, deleteAttribute, listAttributes, renameAttribute } from "./attributes";
import { deleteDomain } from "./delete-domain";
import { createDomain, listDomains, updateDomain } from "./domains";

let given: TestContext;
let master: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
});
afterAll(() => given.close());

const aText = expect.any(String) as string;

async function lastEvent(): Promise<{ action: string; data: unknown } | undefined> {
  const rows = await run<{ action: string; data: unknown }>(
    given,
    "SELECT action, data FROM audit_event ORDER BY id DESC LIMIT 1",
  );
  return rows[0];
}

async function add(email: string, extra: { groups?: string[]; departmentName?: string } = {}) {
  const account = await addAccount(master.context, {
    email,
    fullName: "Péter Ó",
    sendWelcome: false,
    ...extra,
  });
  return value(account);
}

describe("attributes", () => {
  test("a name is taken whatever its case, blanks and width", async () => {
    const made = value(await createAttribute(master.context, { name: " Physical  Address " }));
    expect(made).toMatchObject({ name: "Physical Address", accounts: 0, importId: null });
    for (const name of ["physical address", "ＰＨＹＳＩＣＡＬ address"]) {
      expect(codeOf(await createAttribute(master.context, { name }))).toBe("name-taken");
    }
    const other = value(await createAttribute(master.context, { name: "Desk" }));
    const taken = { attributeId: other.id, name: "PHYSICAL ADDRESS" };
    expect(codeOf(await renameAttribute(master.context, taken))).toBe("name-taken");
  });

  test.each(["", " ", "x".repeat(201), "bell\u0007"])("%j is no name", async (name) => {
    expect(codeOf(await createAttribute(master.context, { name }))).toBe("invalid");
  });

  test("renaming moves the values, deleting removes them; both raise versions and say how many", async () => {
    const attribute = value(await createAttribute(master.context, { name: "Room" }));
    const [one, two, three] = [
      await add("room1@x.example"),
      await add("room2@x.example"),
      await add("room3@x.example"),
    ];
    await run(
      given,
      `UPDATE account SET attributes = jsonb_build_object('room', 'B 12', 'other', 'stays') WHERE id = ANY ($1::bigint[])`,
      [one.id, two.id],
    );
    const listed = value(await listAttributes(master.context)).find((each) => each.id === attribute.id);
    expect(listed?.accounts).toBe(2);
    const renamed = value(
      await renameAttribute(master.context, { attributeId: attribute.id, name: "__proto__" }),
    );
    expect(renamed).toMatchObject({ name: "__proto__", accounts: 2 });
    expect(await lastEvent()).toEqual({
      action: "attribute.updated",
      data: { from: "Room", to: "__proto__", accounts: 2 },
    });
    const stored = await run<{ id: bigint; attributes: string; version: number }>(
      given,
      "SELECT id, attributes::text, version FROM account WHERE id = ANY ($1::bigint[]) ORDER BY id",
      [one.id, two.id, three.id],
    );
    expect(stored.map((row) => row.version)).toEqual([one.version + 1, two.version + 1, three.version]);
    expect(stored[0]?.attributes).toBe('{"other": "stays", "__proto__": "B 12"}');
    expect(value(await deleteAttribute(master.context, { attributeId: attribute.id }))).toEqual({
      accounts: 2,
    });
    expect(await lastEvent()).toEqual({ action: "attribute.deleted", data: { accounts: 2 } });
    const left = await run<{ attributes: unknown }>(
      given,
      "SELECT attributes FROM account WHERE id = $1",
      one.id,
    );
    expect(left[0]?.attributes).toEqual({ other: "stays" });
    expect(codeOf(await deleteAttribute(master.context, { attributeId: attribute.id }))).toBe("not-found");
  });

  test("another spelling of the same name moves nothing", async () => {
    const attribute = value(await createAttribute(master.context, { name: "Shift" }));
    const person = await add("shift@x.example");
    await run(given, `UPDATE account SET attributes = '{"shift": "late"}' WHERE id = $1`, person.id);
    value(await renameAttribute(master.context, { attributeId: attribute.id, name: "SHIFT" }));
    const now = value(await getAccount(master.context, { accountId: person.id }));
    expect(now.version).toBe(person.version);
  });
});

describe("domains", () => {
  test("one is taken in any spelling; what is none is refused", async () => {
    const made = value(await createDomain(master.context, { name: " @Exämple.com " }));
    expect(made).toMatchObject({ name: "Exämple.com", recipientValidation: "NONE", accounts: 0 });
    expect(codeOf(await createDomain(master.context, { name: "XN--EXMPLE-CUA.com" }))).toBe("name-taken");
    for (const name of [
      "",
      "example",
      "a@b.example",
      "ex ample.com",
      "1.2.3.4",
      `${"x".repeat(2_000)}.com`,
    ]) {
      expect(await createDomain(master.context, { name })).toMatchObject({
        refusal: { code: "invalid", fields: { name: aText } },
      });
    }
    expect(await listDomainKeys(given.context.database)).toContain("xn--exmple-cua.com");
  });

  test("counts accounts by their primary address only", async () => {
    const domain = value(await createDomain(master.context, { name: "count.example" }));
    const one = await add("one@Count.example");
    await add("two@count.example");
    await add("three@sub.count.example");
    await run(
      given,
      "INSERT INTO address (key, email, account_id, is_primary) VALUES ($1, $1, $2, false)",
      "alias@count.example",
      one.id,
    );
    const listed = value(await listDomains(master.context)).find((each) => each.id === domain.id);
    expect(listed?.accounts).toBe(2);
  });

  test("which mail it takes can be changed, and the log says so", async () => {
    const domain = value(await createDomain(master.context, { name: "valid.example" }));
    const input = { domainId: domain.id, recipientValidation: "DIRECTORY_USERS" } as const;
    expect(value(await updateDomain(master.context, input)).recipientValidation).toBe("DIRECTORY_USERS");
    expect(await lastEvent()).toEqual({
      action: "domain.updated",
      data: { changes: { recipientValidation: { from: "NONE", to: "DIRECTORY_USERS" } } },
    });
    value(await updateDomain(master.context, input));
    expect(codeOf(await updateDomain(master.context, { ...input, domainId: "999999" }))).toBe("not-found");
  });
});

describe("deleting a domain (S0-03)", () => {
  beforeEach(() => run(given, "DELETE FROM message"));

  test("mails its hosted users, as a file that imports again, to who does it; accounts stay", async () => {
    const domain = value(await createDomain(master.context, { name: "gone.example" }));
    const one = await add("one@gone.example", { groups: ["Yard", "Night"], departmentName: 'Dock; "B"' });
    await add("two@gone.example");
    const synchronised = await add("three@gone.example");
    await run(given, "UPDATE account SET source = 'DIRECTORY' WHERE id = $1", synchronised.id);
    await add("four@other.example");
    expect(value(await deleteDomain(master.context, { domainId: domain.id }))).toEqual({
      accounts: 2,
      mailedTo: master.email,
    });
    expect(await lastEvent()).toEqual({
      action: "domain.deleted",
      data: { accounts: 2, mailedTo: master.email },
    });
    const messages = await run<{
      id: string;
      kind: string;
      to_address: string;
      data: Record<string, string>;
    }>(given, "SELECT id, kind, to_address, data FROM message");
    expect(messages).toMatchObject([
      { kind: "domain-export", to_address: master.email, data: { domain: "gone.example", accountCount: 2 } },
    ]);
    const [{ id, data }] = messages as [(typeof messages)[number]];
    const sealed = Buffer.from(data["file"]!, "base64");
    const opened = openWithSecret(given.context.settings.secret, "message-body", sealed, `${id} file`);
    const records = [];
    for await (const event of readRecords(bytes(opened!), {})) {
      if (event.kind === "opened") expect(event.recognition.format?.id).toBe("hosted-users");
      if (event.kind === "rows") records.push(...event.rows.map((row) => row.record));
    }
    expect(records).toMatchObject([
      { email: "one@gone.example", fullName: "Péter Ó", department: 'Dock; "B"', groups: ["Night", "Yard"] },
      { email: "two@gone.example", fullName: "Péter Ó", department: null },
    ]);
    expect(codeOf(await deleteDomain(master.context, { domainId: domain.id }))).toBe("not-found");
    value(await getAccount(master.context, { accountId: one.id }));
    expect(await listDomainKeys(given.context.database)).not.toContain("gone.example");
  });

  test("without hosted users there is nothing to mail", async () => {
    const domain = value(await createDomain(master.context, { name: "empty.example" }));
    expect(value(await deleteDomain(master.context, { domainId: domain.id }))).toEqual({
      accounts: 0,
      mailedTo: null,
    });
    expect(await run(given, "SELECT FROM message")).toHaveLength(0);
  });

  test("while an import is being committed: busy, and nothing is deleted or mailed", async () => {
    const domain = value(await createDomain(master.context, { name: "busy.example" }));
    await add("one@busy.example");
    const client = await given.context.database.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("LOCK TABLE address IN SHARE ROW EXCLUSIVE MODE");
      expect(codeOf(await deleteDomain(master.context, { domainId: domain.id }))).toBe("busy");
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
    expect(await run(given, "SELECT FROM message")).toHaveLength(0);
    expect(await listDomainKeys(given.context.database)).toContain("busy.example");
  });

  test("Rollcall itself has no mailbox for the file", async () => {
    expect(codeOf(await deleteDomain(given.context, { domainId: "1" }))).toBe("not-signed-in");
  });
});

async function* bytes(all: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(all);
}
