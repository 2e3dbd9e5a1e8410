import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, run, value } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { listAccounts } from "./list-accounts";
import { searchWords } from "./search-words";
import type { AccountListItem, ListAccountsInput } from "./types";

let given: TestContext;
let everybody: AccountListItem[];

const first = ["Adaeze", "João", "Åsa", "Zoë", "Lars-Erik", "Øystein", "maren", "Anna", "Tomasz", "Elif"];
const last = [
  "Nwosu",
  "Müller-Lüdenscheidt",
  "van der Berg",
  "O'Neil",
  "Größe",
  "Łukasz",
  "Yıldız",
  "Smith",
  "Anders",
  "St.John",
];

beforeAll(async () => {
  given = await openTestContext();
  // 400 accounts in which every sort value is shared by some and missing for others.
  await run(
    given,
    `INSERT INTO department (name, name_key) SELECT 'Dept ' || i, 'dept ' || i FROM generate_series(1, 7) i`,
  );
  await run(
    given,
    `INSERT INTO "group" (name, name_key) SELECT 'Group ' || i, 'group ' || i FROM generate_series(1, 5) i`,
  );
  await run(given, `INSERT INTO import (created_by_name, file_name, options) VALUES ('x', 'x.csv', '{}')`);
  await run(
    given,
    `INSERT INTO account (full_name, source, role, admin_role, enabled, locked_out, has_password, kind, department_id, created_at,
                          last_seen_at, created_import_id)
     SELECT ($1::text[])[1 + i % 10] || ' ' || ($2::text[])[1 + (i / 10) % 10],
            (ARRAY['MANUAL', 'IMPORTED', 'DIRECTORY'])[1 + i % 3]::"AccountSource",
            (CASE WHEN i % 40 = 0 THEN 'ADMINISTRATOR' ELSE 'USER' END)::"Role",
            (CASE WHEN i % 80 = 0 THEN 'FULL' END)::"AdminRole",
            i % 11 <> 0, i % 13 = 0, i % 3 = 0, (CASE WHEN i % 50 = 0 AND i % 40 <> 0 THEN 'LIST' ELSE 'PERSON' END)::"AccountKind",
            (SELECT id FROM department WHERE name = 'Dept ' || (i % 9)),
            now() - (i % 20) * interval '1 day', CASE WHEN i % 4 <> 0 THEN now() - (i % 6) * interval '1 hour' END,
            CASE WHEN i % 3 = 1 THEN (SELECT max(id) FROM import) END
       FROM generate_series(1, 400) i`,
    first,
    last,
  );
  await run(
    given,
    `INSERT INTO address (key, email, account_id) SELECT 'p' || id % 7 || '.' || id || '@mail' || id % 3 || '.example', 'P' || id || '@X', id FROM account`,
  );
  await run(
    given,
    `INSERT INTO address (key, email, account_id, is_primary) SELECT 'alias' || id || '@other.example', 'a', id, false FROM account WHERE id % 10 = 0`,
  );
  await run(
    given,
    `INSERT INTO membership (account_id, group_id) SELECT a.id, g.id FROM account a JOIN "group" g ON (a.id + g.id) % 4 = 0`,
  );
  await run(given, "ANALYZE");
  everybody = await all({ limit: 200 });
  expect(everybody).toHaveLength(400);
});
afterAll(() => given.close());

async function all(input: ListAccountsInput): Promise<AccountListItem[]> {
  const items: AccountListItem[] = [];
  let cursor: string | undefined;
  do {
    const page = value(await listAccounts(given.context, { ...input, cursor }));
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
    expect(items.length).toBeLessThanOrEqual(1000);
  } while (cursor !== undefined);
  return items;
}

const sorts = ["name", "email", "department", "status", "created", "lastSeen"] as const;
const directions = ["asc", "desc"] as const;

describe("pages of any size put together are the whole list, in order, without gaps or repeats", () => {
  for (const by of sorts) {
    test.each(directions)(`by ${by}, %s`, async (direction) => {
      const whole = await all({ sort: { by, direction }, limit: 200 });
      expect(new Set(whole.map((item) => item.id)).size).toBe(400);
      expect(await all({ sort: { by, direction }, limit: 7 })).toEqual(whole);
      expect(isSorted(whole, by, direction)).toBe(true);
      // The same order where the few that match are sorted in memory.
      const admins = await all({ sort: { by, direction }, filters: { role: "ADMINISTRATOR" }, limit: 3 });
      expect(admins.map((item) => item.id)).toEqual(
        whole.filter((item) => item.role === "ADMINISTRATOR").map((item) => item.id),
      );
    });
  }
});

function isSorted(items: AccountListItem[], by: (typeof sorts)[number], direction: "asc" | "desc"): boolean {
  const statuses = ["active", "invited", "locked", "disabled"];
  // Latin letters sort as people expect: the same rules as the database's und-x-icu.
  const compare = new Intl.Collator("und").compare;
  const order = (a: AccountListItem, b: AccountListItem): number => {
    switch (by) {
      case "name":
        return compare(a.name, b.name);
      case "email":
        return 0;
      case "department":
        return compare(a.department ?? "\uffff", b.department ?? "\uffff");
      case "status":
        return statuses.indexOf(a.status) - statuses.indexOf(b.status);
      case "created":
        return a.createdAt.getTime() - b.createdAt.getTime();
      case "lastSeen":
        return (a.lastSeenAt?.getTime() ?? 0) - (b.lastSeenAt?.getTime() ?? 0);
    }
  };
  // Nobody's department comes last in both directions.
  const rows = by === "department" ? items.filter((item) => item.department !== null) : items;
  return rows.every(
    (row, index) =>
      index === 0 ||
      (direction === "asc" ? order(rows[index - 1]!, row) <= 0 : order(rows[index - 1]!, row) >= 0),
  );
}

describe("filters", () => {
  const departments = ["none", "1", "3"];
  test("any of them together give what a plain look through everybody gives", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          {
            status: fc.constantFrom("active", "invited", "locked", "disabled"),
            role: fc.constantFrom("USER", "ADMINISTRATOR", "FULL", "BASIC", "MASTER"),
            source: fc.constantFrom("MANUAL", "IMPORTED", "DIRECTORY"),
            departmentId: fc.constantFrom(...departments),
            groupId: fc.constantFrom("1", "2"),
          } as const,
          { requiredKeys: [] },
        ),
        fc.constantFrom(...sorts),
        fc.constantFrom(...directions),
        async (filters, by, direction) => {
          const found = await all({ filters, sort: { by, direction }, limit: 60 });
          const expected = everybody.filter(
            (item) =>
              (filters.status === undefined || item.status === filters.status) &&
              (filters.role === undefined || item.role === filters.role || item.adminRole === filters.role) &&
              (filters.source === undefined || item.source === filters.source) &&
              (filters.departmentId === undefined ||
                item.department ===
                  (filters.departmentId === "none" ? null : `Dept ${filters.departmentId}`)) &&
              (filters.groupId === undefined || item.groups.includes(`Group ${filters.groupId}`)),
          );
          expect(new Set(found.map((item) => item.id))).toEqual(new Set(expected.map((item) => item.id)));
          expect(found).toHaveLength(expected.length);
          const { total } = value(await listAccounts(given.context, { filters, limit: 1 }));
          expect(total).toEqual({ count: expected.length, exact: true });
        },
      ),
      { numRuns: 60 },
    );
  });

  test("by the import that made them", async () => {
    const [row] = await run<{ id: string }>(given, "SELECT id::text FROM import");
    expect(await all({ filters: { importId: row!.id }, limit: 50 })).toHaveLength(134);
  });

  test.each([
    { departmentId: "9999" },
    { groupId: "9999" },
    { planId: "9999" },
    { planId: "x" },
    { importId: "9999" },
    { departmentId: "x" },
    { groupId: "'" },
    { importId: "-1" },
  ])("by what does not exist find nobody: %j", async (filters) => {
    expect(value(await listAccounts(given.context, { filters, limit: 10 }))).toEqual({
      items: [],
      nextCursor: null,
      total: { count: 0, exact: true },
    });
  });
});

describe("search", () => {
  test.each([
    ["a first name", "tomasz", (name: string) => name.startsWith("Tomasz")],
    ["the beginning of a name", "Tom", (name: string) => name.startsWith("Tomasz")],
    ["in any case", "TOMASZ", (name: string) => name.startsWith("Tomasz")],
    ["a family name", "smith", (name: string) => name.endsWith("Smith")],
    ["both, in any order", "smith anna", (name: string) => name === "Anna Smith"],
    ["without the accents", "joao muller", (name: string) => name === "João Müller-Lüdenscheidt"],
    ["with accents nobody wrote", "tómàsz", (name: string) => name.startsWith("Tomasz")],
    ["ø, ł, ß, ı as o, l, ss, i", "oystein grosse", (name: string) => name === "Øystein Größe"],
    ["a part of a hyphenated name", "ludenscheidt", (name: string) => name.endsWith("Müller-Lüdenscheidt")],
    ["what a dot or apostrophe joins", "john", (name: string) => name.endsWith("St.John")],
    ["as it is written", "O'Neil", (name: string) => name.endsWith("O'Neil")],
    ["every word that begins so", "an", (name: string) => /(^| )An/.test(name)],
    ["not the middle of a word", "omasz", () => false],
    ["one letter", "z", (name: string) => name.startsWith("Zoë")],
  ])("finds %s", async (_what, search, matches) => {
    const found = await all({ search, limit: 100 });
    expect(found.map((item) => item.name).sort()).toEqual(
      everybody
        .map((item) => item.name)
        .filter(matches)
        .sort(),
    );
  });

  test("finds addresses by their beginning, their parts and whole, aliases too", async () => {
    const [row] = await run<{ id: string; key: string }>(
      given,
      "SELECT account_id::text AS id, key FROM address WHERE account_id = 123",
    );
    for (const search of [row!.key, row!.key.toUpperCase(), `  ${row!.key} `]) {
      expect((await all({ search, limit: 10 })).map((item) => item.id)).toEqual([row!.id]);
    }
    expect(await all({ search: "mail2.example", limit: 100 })).toHaveLength(133);
    expect((await all({ search: "alias120@other", limit: 10 })).map((item) => item.id)).toEqual(["120"]);
  });

  test.each(["'", "\\", "!!!", ":*", "& |", "%", "😀", "a'b:*", "\u0000", "' | 'x", "((("])(
    "%j is only text",
    async (search) => {
      expect(codeOf(await listAccounts(given.context, { search, limit: 10 }))).toBe("done");
    },
  );

  test("together with filters and every order", async () => {
    for (const by of sorts) {
      const found = await all({
        search: "anna",
        filters: { status: "invited" },
        sort: { by, direction: "desc" },
        limit: 4,
      });
      const expected = everybody.filter((item) => item.name.startsWith("Anna") && item.status === "invited");
      expect(found.map((item) => item.id).sort()).toEqual(expected.map((item) => item.id).sort());
    }
  });

  test("folds as the database does: whatever a name is, its own words find it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), async (name) => {
        // U+0000 is in no text of PostgreSQL; its parser does not part words at the two line separators of Unicode.
        fc.pre(!["\u0000", "\u2028", "\u2029"].some((part) => name.includes(part)));
        const words = searchWords(name) ?? [];
        if (words.length === 0) return;
        const query = words.map((word) => `'${word}':*`).join(" & ");
        const [row] = await run<{ found: boolean }>(
          given,
          'SELECT search_words($1 COLLATE "und-x-icu") @@ $2::tsquery AS found',
          name,
          query,
        );
        expect({ name, words, found: row!.found }).toEqual({ name, words, found: true });
      }),
      // The same names every time: how two parsers of Unicode differ is found by looking, not by a build that fails now and then.
      { numRuns: 300, seed: 20261122 },
    );
  });
});

describe("cursors", () => {
  test("of another order, or no cursor at all, are refused", async () => {
    const page = value(await listAccounts(given.context, { limit: 5 }));
    const sort = { by: "email", direction: "asc" } as const;
    for (const cursor of [
      page.nextCursor!,
      "",
      "x",
      "e30",
      Buffer.from("[1]").toString("base64url"),
      "x".repeat(10_000),
    ]) {
      expect(codeOf(await listAccounts(given.context, { sort, cursor, limit: 5 }))).toBe("invalid");
    }
  });

  test("the page that follows is right although accounts were made and deleted meanwhile", async () => {
    const page = value(await listAccounts(given.context, { limit: 50 }));
    const [made] = await run<{ id: string }>(
      given,
      "INSERT INTO account (full_name) VALUES ('AAA before all') RETURNING id::text",
    );
    await run(
      given,
      "INSERT INTO address (key, email, account_id) VALUES ('aaa@x.example', 'aaa@x.example', $1)",
      made!.id,
    );
    const next = value(await listAccounts(given.context, { cursor: page.nextCursor!, limit: 50 }));
    expect(next.items.map((item) => item.id)).toEqual(everybody.slice(50, 100).map((item) => item.id));
    await run(given, "DELETE FROM account WHERE id = $1", made!.id);
  });
});
