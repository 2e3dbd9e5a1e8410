import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf, play, run, value, type Player } from "../../testing/cast";
import { carryOut, planFile } from "../../testing/files";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { editAccount } from "../../people/edit-account";
import { getAccount } from "../../people/get-account";
import { commitImport } from "../commit-import";
import { confirmImport } from "../confirm-import";
import { listDrifted } from "./list-drifted";

let given: TestContext;
let master: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
});
afterAll(() => given.close());

const upsert = { mode: "upsert", mail: "never" } as const;
const head = "email,fullName,department,group,enabled\r\n";

// Whoever decides about such a row must see what they saw, and what is there instead.
test("rows that changed since the preview are told with both versions; others are not", async () => {
  const names = ["da", "db", "dc"];
  const file = (department: string, group: string, enabled: string) =>
    head +
    names.map((name) => `${name}@drift.example,${name},${department},${group},${enabled}\r\n`).join("");
  await carryOut(master.context, file("Old", "Crew", "true"), upsert);
  const planned = await planFile(
    master.context,
    `${file("New", "Deck", "false")}dn@drift.example,Dn,,,\r\n`,
    upsert,
  );
  const [row] = await run<{ id: string }>(
    given,
    "SELECT account_id AS id FROM address WHERE key = 'db@drift.example'",
  );
  const account = value(await getAccount(master.context, { accountId: row!.id }));
  value(
    await editAccount(master.context, {
      ...{ accountId: account.id, version: account.version },
      fields: { departmentName: "By hand" },
    }),
  );
  // Somebody took the address of a row that was to be created.
  await run(
    given,
    "INSERT INTO address (key, email, account_id, is_primary) VALUES ('dn@drift.example', 'dn@drift.example', $1, false)",
    master.id,
  );
  const { id, fingerprint, guard } = planned;
  value(
    await confirmImport(master.context, {
      ...{ importId: id, fingerprint: fingerprint ?? "" },
      typed: guard?.number,
    }),
  );
  expect(value(await commitImport(master.context, { importId: id })).summary).toMatchObject({ problem: 2 });
  const { rows } = value(await listDrifted(master.context, { importId: id, limit: 10 }));
  expect(rows.map(({ line, email, accountId }) => [line, email, accountId])).toEqual([
    [3, "db@drift.example", row!.id],
    [5, "dn@drift.example", null],
  ]);
  expect(rows[0]?.fields.toSorted((one, other) => one.field.localeCompare(other.field))).toEqual([
    { field: "department", expected: ["Old"], wanted: ["New"], now: ["By hand"] },
    { field: "enabled", expected: ["true"], wanted: ["false"], now: ["true"] },
    { field: "groups", expected: [], wanted: ["Deck"], now: ["Crew"] },
  ]);
  const first = value(await listDrifted(master.context, { importId: id, limit: 1 }));
  expect(first).toMatchObject({ rows: [{ line: 3 }], nextCursor: 2 });
  const second = value(
    await listDrifted(master.context, { importId: id, limit: 1, cursor: first.nextCursor }),
  );
  expect(second).toMatchObject({ rows: [{ line: 5 }], nextCursor: null });
  const user = await play(given, "USER");
  expect(codeOf(await listDrifted(user.context, { importId: id, limit: 1 }))).toBe("forbidden");
});
