import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportAuditEvents, listAuditEvents, verifyAudit } from "../audit/list-audit-events";
import { auditActions, describeAction } from "../audit/actions";
import { addAccount } from "../people/add-account";
import { getAccount } from "../people/get-account";
import { listAccounts } from "../people/list-accounts";
import { lockAccount } from "../people/lock-account";
import { setAccountsEnabled } from "../people/set-enabled";
import { codeOf, play, run, value, type Player } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import {
  createDepartment,
  deleteDepartment,
  getDepartment,
  listDepartments,
  renameDepartment,
} from "./departments";
import { createGroup, deleteGroup, getGroup, listGroups, renameGroup } from "./groups";
import { navigationCounts, overview } from "./overview";
import { searchEverything } from "./search-everything";
import { accountsOverTime, daysUntil } from "./series";
import { settingNames } from "./settings";
import { getSettings, updateSettings } from "./update-settings";

let given: TestContext;
let master: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
});
afterAll(() => given.close());

const password = "a quiet harbour at dawn";

describe("groups and departments", () => {
  const kinds = [
    {
      kind: "group",
      create: (name: string) => createGroup(master.context, { name }),
      rename: (id: string, name: string) => renameGroup(master.context, { groupId: id, name }),
      remove: (id: string) => deleteGroup(master.context, { groupId: id }),
      get: (id: string) => getGroup(master.context, { groupId: id }),
      list: (input: Parameters<typeof listGroups>[1]) => listGroups(master.context, input),
      member: (name: string) => ({ groups: [name] }),
    },
    {
      kind: "department",
      create: (name: string) => createDepartment(master.context, { name }),
      rename: (id: string, name: string) => renameDepartment(master.context, { departmentId: id, name }),
      remove: (id: string) => deleteDepartment(master.context, { departmentId: id }),
      get: (id: string) => getDepartment(master.context, { departmentId: id }),
      list: (input: Parameters<typeof listDepartments>[1]) => listDepartments(master.context, input),
      member: (name: string) => ({ departmentName: name }),
    },
  ];

  describe.each(kinds)("$kind", ({ kind, create, rename, remove, get, list, member }) => {
    test("a name is taken whatever its case, blanks and width", async () => {
      value(await create("  Night   shift "));
      for (const name of ["night shift", "NIGHT SHIFT", "Ｎｉｇｈｔ shift"])
        expect(codeOf(await create(name))).toBe("name-taken");
      const other = value(await create("Day shift"));
      expect(other.name).toBe("Day shift");
      expect(codeOf(await rename(other.id, "NIGHT shift"))).toBe("name-taken");
      value(await rename(other.id, "DAY shift"));
      expect(value(await get(other.id)).name).toBe("DAY shift");
    });

    test.each(["", "  ", "x".repeat(201), "bell\u0007"])("%j is no name", async (name) => {
      expect(codeOf(await create(name))).toBe("invalid");
    });

    test("of ten who make the same at once, one does", async () => {
      const results = await Promise.all(Array.from({ length: 10 }, () => create("Race")));
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    });

    test("two who rename to the same name at once: one is told", async () => {
      const [one, two] = [value(await create("Rename one")), value(await create("Rename two"))];
      const results = await Promise.all([rename(one.id, "Rename three"), rename(two.id, "Rename three")]);
      expect(results.map(codeOf).sort()).toEqual(["done", "name-taken"]);
    });

    test("knows its members; deleting it keeps them, and their versions rise", async () => {
      const made = value(await create(`Members of ${kind}`));
      const person = value(
        await addAccount(master.context, {
          email: `member-${kind}@x.example`,
          fullName: "Member",
          sendWelcome: false,
          ...member(made.name),
        }),
      );
      const details = value(await get(made.id));
      expect(details).toMatchObject({ members: 1, may: { edit: true } });
      expect(details.firstMembers.map((one) => one.id)).toEqual([person.id]);
      expect(details.events.map((event) => event.action)).toEqual([`${kind}.created`]);
      expect(value(await remove(made.id))).toEqual({ members: 1 });
      expect(codeOf(await get(made.id))).toBe("not-found");
      expect(codeOf(await remove(made.id))).toBe("not-found");
      const left = value(await getAccount(master.context, { accountId: person.id }));
      expect(left).toMatchObject({ groups: [], department: null, version: person.version + 1 });
    });

    test("pages by name and by members are the whole list", async () => {
      for (let index = 0; index < 9; index += 1) value(await create(`Paged ${String(index)}`));
      value(
        await addAccount(master.context, {
          email: `paged-${kind}@x.example`,
          fullName: "P",
          sendWelcome: false,
          ...member("Paged 5"),
        }),
      );
      for (const sort of ["name", "members"] as const) {
        const names: string[] = [];
        let cursor: string | undefined;
        do {
          const page = value(await list({ search: "PAGED", sort, cursor, limit: 4 }));
          expect(page.total).toBe(9);
          names.push(...page.items.map((item) => item.name));
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        const expected = Array.from({ length: 9 }, (_, index) => `Paged ${String(index)}`);
        expect(names).toEqual(
          sort === "name" ? expected : ["Paged 5", ...expected.filter((name) => name !== "Paged 5")],
        );
      }
      expect(codeOf(await list({ cursor: "x", limit: 4 }))).toBe("invalid");
    });
  });

  test("a group can be described", async () => {
    const group = value(
      await createGroup(master.context, { name: "Described", description: " Who drives " }),
    );
    expect(group.description).toBe("Who drives");
    value(await renameGroup(master.context, { groupId: group.id, name: "Described" }));
    expect(value(await getGroup(master.context, { groupId: group.id })).description).toBe("Who drives");
    value(await renameGroup(master.context, { groupId: group.id, name: "Described", description: null }));
    expect(value(await getGroup(master.context, { groupId: group.id })).description).toBeNull();
  });
});

describe("settings", () => {
  test("have defaults, keep what is written, and record what changed", async () => {
    expect(value(await getSettings(master.context))).toMatchObject({
      "password.minLength": 12,
      "password.required": true,
      "session.administratorHours": 8,
    });
    const after = value(
      await updateSettings(master.context, {
        values: { "password.minLength": 3, "organisation.name": " Halden Moor " },
      }),
    );
    expect(after).toMatchObject({
      "password.minLength": 3,
      "organisation.name": "Halden Moor",
      "session.userHours": 10,
    });
    const { items } = value(await listAuditEvents(master.context, { action: "settings.changed", limit: 1 }));
    expect(items[0]!.data).toEqual({
      changes: {
        "password.minLength": { from: 12, to: 3 },
        "organisation.name": { from: "Your organisation", to: "Halden Moor" },
      },
    });
    value(
      await addAccount(master.context, {
        email: "user1@x.example",
        fullName: "S3",
        sendWelcome: false,
        password: "pwd",
      }),
    );
    value(await updateSettings(master.context, { values: { "password.minLength": 12 } }));
  });

  test.each([
    ["password.minLength", 0],
    ["password.minLength", "12"],
    ["password.minLength", 12.5],
    ["password.required", "false"],
    ["organisation.name", ""],
    ["organisation.supportAddress", "nowhere"],
    ["organisation.timeZone", "Mars/Olympus"],
    ["session.userHours", 1000],
    ["link.resetPasswordMinutes", 61],
    ["no.such", 1],
    ["installation", "stolen"],
    ["__proto__", 1],
  ])("%s cannot be %j, and nothing is written", async (name, bad) => {
    const values = Object.fromEntries([
      ["password.minLength", 20],
      [name, bad],
    ]) as Record<string, unknown>;
    expect(await updateSettings(master.context, { values })).toMatchObject({ refusal: { code: "invalid" } });
    expect(value(await getSettings(master.context))["password.minLength"]).toBe(12);
  });

  test("what the database holds but no longer fits counts as never set", async () => {
    await run(given, `INSERT INTO setting (key, value) VALUES ('session.userHours', '"soon"')`);
    expect(value(await getSettings(master.context))["session.userHours"]).toBe(10);
    expect(Object.keys(value(await getSettings(master.context))).sort()).toEqual([...settingNames].sort());
  });
});

describe("the overview", () => {
  test("counts what is there", async () => {
    const place = await openTestContext();
    try {
      const own = await play(place, "MASTER", { password });
      const invited = await play(place, "USER");
      const locked = await play(place, "USER", { password });
      const disabled = await play(place, "USER", { password });
      value(await lockAccount(place.context, { accountId: locked.id }));
      value(await setAccountsEnabled(place.context, { accountIds: [disabled.id], enabled: false }));
      await run(
        place,
        "UPDATE account SET created_at = now() - interval '40 days', source = 'IMPORTED' WHERE id = $1",
        disabled.id,
      );
      await run(
        place,
        `INSERT INTO import (objection, status, created_by_name, file_name, options, rows, summary, planned_at, ended_at) VALUES
         ('A group is gone.', 'READY', 'x', 'waits.csv', '{}', 10, '{"create": 7, "update": 1, "unchanged": 0, "skip": 1, "problem": 1}', now(), NULL),
         (NULL, 'FAILED', 'x', 'failed.csv', '{}', 0, NULL, NULL, now()), (NULL, 'COMPLETED', 'x', 'done.csv', '{}', 3, '{"create": 3}', now(), now())`,
      );
      await run(
        place,
        `INSERT INTO message (kind, state, to_address, to_name, created_at) VALUES
         ('welcome', 'FAILED', 'a@b.example', 'A', now()), ('welcome', 'UNKNOWN', 'a@b.example', 'A', now()),
         ('welcome', 'QUEUED', 'a@b.example', 'A', now() - interval '1 hour'), ('welcome', 'SENT', 'a@b.example', 'A', now() - interval '3 days')`,
      );
      for (const days of [30, 90, 365] as const) {
        const all = value(await overview(own.context, { days }));
        expect(all.totals).toMatchObject({
          accounts: 4,
          byStatus: { active: 1, invited: 1, locked: 1, disabled: 1 },
          bySource: { MANUAL: 3, IMPORTED: 1, DIRECTORY: 0 },
          administrators: 1,
          imports: 3,
          newIn30Days: 3,
          mail: { SENT: 1, FAILED: 1, UNKNOWN: 1, QUEUED: 1, RETRYING: 0, CANCELLED: 0 },
        });
        expect(all.accountsOverTime).toHaveLength(days);
        expect(all.accountsOverTime.at(-1)).toMatchObject({ manual: 3, imported: 1, directory: 0 });
        expect(all.accountsOverTime[0]).toMatchObject({ manual: 0, imported: days === 30 ? 1 : 0 });
        expect(all.mailByDay).toHaveLength(days);
        expect(all.mailByDay.reduce((sum, point) => sum + point.sent + point.waiting + point.failed, 0)).toBe(
          4,
        );
        expect(all.imports.map((one) => one.fileName)).toEqual(["done.csv", "waits.csv"]);
        expect(all.imports[0]!.summary).toEqual({ create: 3, update: 0, unchanged: 0, skip: 0, problem: 0 });
        expect(all.attention.map((one) => one.kind)).toEqual([
          "import-waits",
          "import-failed",
          "mail-failed",
          "mail-unknown",
          "mail-late",
          "locked",
          "no-way-in",
        ]);
        expect(all.attention[0]).toMatchObject({
          ...{ fileName: "waits.csv", create: 7, update: 1, problem: 1 },
          objection: "A group is gone.",
        });
        expect(all.events.length).toBeGreaterThan(3);
      }
      expect(value(await navigationCounts(own.context))).toEqual({
        accounts: { count: 4, exact: true },
        groups: 0,
        departments: 0,
        importsWaiting: 1,
        mailTrouble: 2,
      });
      const helper = await play(place, "HELPDESK");
      const seen = value(await overview(helper.context, { days: 30 }));
      expect(seen.imports).toEqual([]);
      expect(seen.attention.map((one) => one.kind)).not.toContain("import-waits");
      expect(invited.id).not.toBe("");
    } finally {
      await place.close();
    }
  });

  test("has a point for every day, whatever happened when", () => {
    const days = daysUntil("2026-03-01", 3);
    expect(days).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
    const made = [
      { day: "2026-03-01", source: "IMPORTED", count: 5 },
      { day: "2026-02-28", source: "MANUAL", count: 1 },
      { day: "2020-01-01", source: "MANUAL", count: 9 },
    ] as const;
    expect(
      accountsOverTime(
        days,
        [
          { source: "IMPORTED", count: 7 },
          { source: "MANUAL", count: 1 },
        ],
        made,
      ),
    ).toEqual([
      { day: "2026-02-27", manual: 0, imported: 2, directory: 0 },
      { day: "2026-02-28", manual: 1, imported: 2, directory: 0 },
      { day: "2026-03-01", manual: 1, imported: 7, directory: 0 },
    ]);
  });
});

test("the command menu finds people, groups, departments and imports", async () => {
  value(await createGroup(master.context, { name: "Zephyr crew" }));
  value(await createDepartment(master.context, { name: "The Zephyr" }));
  value(
    await addAccount(master.context, {
      email: "zoe@zephyr.example",
      fullName: "Zoë Lund",
      sendWelcome: false,
    }),
  );
  await run(
    given,
    `INSERT INTO import (created_by_name, file_name, options) VALUES ('x', 'people-Zephyr.csv', '{}')`,
  );
  const hits = value(await searchEverything(master.context, { query: " zephyr " }));
  expect(hits.map((hit) => [hit.kind, hit.title])).toEqual([
    ["account", "Zoë Lund"],
    ["group", "Zephyr crew"],
    ["department", "The Zephyr"],
    ["import", "people-Zephyr.csv"],
  ]);
  expect(value(await searchEverything(master.context, { query: "  " }))).toEqual([]);
  const helper = await play(given, "HELPDESK");
  const kinds = value(await searchEverything(helper.context, { query: "zephyr" })).map((hit) => hit.kind);
  expect(kinds).not.toContain("import");
});

describe("the audit log", () => {
  test("has words for every action", () => {
    for (const action of auditActions) expect(describeAction(action)).toMatch(/^[a-z]/);
    expect(new Set(auditActions).size).toBe(auditActions.length);
  });

  test("filters by actor, action, subject and time, in pages, newest first", async () => {
    const actor = await play(given, "MASTER");
    const person = value(
      await addAccount(actor.context, {
        email: "subject@x.example",
        fullName: "Subject",
        sendWelcome: false,
      }),
    );
    value(await lockAccount(actor.context, { accountId: person.id }));
    const mine = value(await listAuditEvents(master.context, { actor: actor.id, limit: 10 }));
    expect(mine.items.map((event) => event.action)).toEqual(["account.locked", "account.created"]);
    expect(mine.items[0]).toMatchObject({
      actorName: actor.name,
      words: "locked",
      subjectName: "Subject",
      ip: "192.0.2.1",
    });
    const first = value(await listAuditEvents(master.context, { actor: actor.id, limit: 1 }));
    const second = value(
      await listAuditEvents(master.context, { actor: actor.id, limit: 1, cursor: first.nextCursor! }),
    );
    expect(second.items.map((event) => event.action)).toEqual(["account.created"]);
    expect(second.nextCursor).toBeNull();
    const about = value(
      await listAuditEvents(master.context, {
        subjectType: "account",
        subjectId: person.id,
        action: "account.locked",
        limit: 5,
      }),
    );
    expect(about.items).toHaveLength(1);
    const at = about.items[0]!.at;
    const bounds = [
      [{ from: at }, 1],
      [{ to: at }, 1],
      [{ from: new Date(at.getTime() + 1) }, 0],
    ] as const;
    for (const [bound, count] of bounds) {
      expect(
        value(await listAuditEvents(master.context, { actor: actor.id, ...bound, limit: 5 })).items,
      ).toHaveLength(count);
    }
    expect(
      value(await listAuditEvents(master.context, { actor: "system", limit: 200 })).items.every(
        (event) => event.actorId === null,
      ),
    ).toBe(true);
    expect(value(await listAuditEvents(master.context, { actor: "nobody", limit: 5 })).items).toEqual([]);
  });

  test("can be taken away whole, oldest first; that is an event itself", async () => {
    const before = value(await listAuditEvents(master.context, { limit: 200 })).items.length;
    const ids: bigint[] = [];
    for await (const event of value(await exportAuditEvents(master.context, {}))) ids.push(BigInt(event.id));
    expect(ids).toHaveLength(before + 1);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
    const none = [];
    for await (const event of value(await exportAuditEvents(master.context, { actor: "x" })))
      none.push(event);
    expect(none).toEqual([]);
  });

  test("is one chain, whoever writes at once, and every way to break it shows", async () => {
    const place = await openTestContext();
    try {
      const own = await play(place, "MASTER");
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          createGroup(own.context, { name: `Chain ${String(index)}` }),
        ),
      );
      const whole = value(await verifyAudit(own.context));
      expect(whole).toMatchObject({ ok: true, firstBroken: null });
      expect(whole.checked).toBeGreaterThan(50);
      const breaks = [
        ["a changed name", `UPDATE audit_event SET actor_name = 'Nobody' WHERE id = 10`, "10"],
        ["changed data", `UPDATE audit_event SET data = '{"a": 1}' WHERE id = 10`, "10"],
        ["a removed event", "DELETE FROM audit_event WHERE id = 10", "10"],
        ["a cut end", "DELETE FROM audit_event WHERE id > 40", null],
        [
          "two that changed places",
          "UPDATE audit_event SET id = CASE id WHEN 10 THEN -11 ELSE -10 END WHERE id IN (10, 11)",
          "any",
        ],
      ] as const;
      for (const [why, sql, first] of breaks) {
        const client = await place.context.database.pool.connect();
        try {
          // What somebody with the database's own password can do.
          await client.query("SET session_replication_role = replica");
          await client.query("CREATE TABLE kept AS SELECT * FROM audit_event");
          await client.query(sql);
          const found = value(await verifyAudit(own.context));
          expect({ why, ok: found.ok }).toEqual({ why, ok: false });
          if (first !== null && first !== "any") expect(found.firstBroken).toBe(first);
          await client.query("TRUNCATE audit_event");
          await client.query("INSERT INTO audit_event SELECT * FROM kept");
          await client.query("DROP TABLE kept");
          await client.query("RESET session_replication_role");
        } finally {
          client.release();
        }
        expect(value(await verifyAudit(own.context)).ok).toBe(true);
      }
    } finally {
      await place.close();
    }
  });

  test("cannot be changed through the app's own connection", async () => {
    for (const sql of [
      "UPDATE audit_event SET actor_name = 'x'",
      "DELETE FROM audit_event",
      "TRUNCATE audit_event",
    ]) {
      await expect(run(given, sql)).rejects.toMatchObject({ code: "42501" });
    }
  });
});

test("a page of the list of accounts is never larger than 200", async () => {
  expect(value(await listAccounts(master.context, { limit: 100_000 })).items.length).toBeLessThanOrEqual(200);
});
