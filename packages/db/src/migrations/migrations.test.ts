import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import "../testing/global-setup";
import { temporaryFolder } from "../server/temporary-server";
import { applyMigrations, checkMigrations, createMigration, pendingMigrations } from "./index";
import { ownFolder } from "./prisma-folder";
import { withScratchDatabase } from "./scratch-database";

const serverUrl = inject("rollcallTestServer");

/** A schema of our own, so that these tests hold whatever Rollcall's real one becomes. */
const schema = (...lines: string[]) => `datasource db {
  provider = "postgresql"
}

model Thing {
  id   BigInt  @id @default(autoincrement())
  name String
  note String?
${lines.map((line) => `  ${line}`).join("\n")}

  @@map("thing")
}
`;

const FIRST = `CREATE TABLE "thing" (
  "id" BIGSERIAL NOT NULL, "name" TEXT NOT NULL, "note" TEXT,
  CONSTRAINT "thing_pkey" PRIMARY KEY ("id")
);`;

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  await write("schema.prisma", schema());
  await migration("20260101000000_first", FIRST);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, ".."), { recursive: true });
  await writeFile(join(folder, path), text);
}
const migration = (name: string, sql: string) => write(`migrations/${name}/migration.sql`, sql);
const scratch = <T>(work: (url: string) => Promise<T>) => withScratchDatabase(serverUrl, work);

describe("applyMigrations", () => {
  test("applies what is missing, in order, once", () =>
    scratch(async (url) => {
      expect(await pendingMigrations(url, { folder })).toEqual(["20260101000000_first"]);
      expect(await applyMigrations(url, { folder })).toEqual(["20260101000000_first"]);
      await migration("20260102000000_second", "alter table thing add column extra int;");
      await migration("20260103000000_third", "update thing set extra = 1;");
      expect(await applyMigrations(url, { folder })).toEqual([
        "20260102000000_second",
        "20260103000000_third",
      ]);
      expect(await applyMigrations(url, { folder })).toEqual([]);
      expect(await pendingMigrations(url, { folder })).toEqual([]);
    }));

  test("keeps Prisma's own notes, so that its command line can go on from here", () =>
    scratch(async (url) => {
      await applyMigrations(url, { folder });
      expect(
        await query(
          url,
          `select migration_name, applied_steps_count, finished_at is not null as finished, rolled_back_at, length(checksum) as checksum
             from _prisma_migrations`,
        ),
      ).toEqual([
        {
          migration_name: "20260101000000_first",
          applied_steps_count: 1,
          finished: true,
          rolled_back_at: null,
          checksum: 64,
        },
      ]);
    }));

  test("runs functions, strings with semicolons and data changes as they stand", () =>
    scratch(async (url) => {
      await migration(
        "20260102000000_function",
        `create function stamp() returns trigger language plpgsql as $$
         begin new.note := 'a;b'; return new; end;
         $$;
         create trigger stamp before insert on thing for each row execute function stamp();
         insert into thing (name) values ('x;''y''');`,
      );
      await applyMigrations(url, { folder });
      expect(await query(url, "select name, note from thing")).toEqual([{ name: "x;'y'", note: "a;b" }]);
    }));

  test("leaves nothing of a migration that fails, names it and its line, and goes on once it is mended", () =>
    scratch(async (url) => {
      await migration("20260102000000_second", "create table half (n int);\nselect broken;\n");
      await expect(applyMigrations(url, { folder })).rejects.toMatchObject({
        fault: "failed",
        message:
          'Migration 20260102000000_second failed at line 2: column "broken" does not exist. Nothing of it was kept.',
      });
      expect(
        await query(url, "select to_regclass('thing')::text as thing, to_regclass('half')::text as half"),
      ).toEqual([{ thing: "thing", half: null }]);
      await migration("20260102000000_second", "create table half (n int);");
      expect(await applyMigrations(url, { folder })).toEqual(["20260102000000_second"]);
    }));

  test("killed in the middle, the database is as before that migration", () =>
    scratch(async (url) => {
      await migration(
        "20260102000000_long",
        "create table half (n int);\nselect pg_terminate_backend(pg_backend_pid());\n",
      );
      await expect(applyMigrations(url, { folder })).rejects.toThrow();
      expect(await pendingMigrations(url, { folder })).toEqual(["20260102000000_long"]);
      await migration("20260102000000_long", "create table half (n int);");
      expect(await applyMigrations(url, { folder })).toEqual(["20260102000000_long"]);
    }));

  test("refuses a migration that ends its own transaction, because half of it could stay", () =>
    scratch(async (url) => {
      await migration("20260102000000_commits", "create table half (n int);\ncommit;\n");
      await expect(applyMigrations(url, { folder })).rejects.toMatchObject({ fault: "wrong-files" });
    }));

  test("started by several processes at once, one applies and the others find it done", () =>
    scratch(async (url) => {
      const applied = await Promise.all([0, 1, 2, 3].map(() => applyMigrations(url, { folder })));
      expect(applied.flat()).toEqual(["20260101000000_first"]);
      expect(await query(url, "select count(*)::int as n from _prisma_migrations")).toEqual([{ n: 1 }]);
    }));

  test("refuses a database that a newer version migrated", () =>
    scratch(async (url) => {
      await migration("20260102000000_newer", "create table newer (n int);");
      await applyMigrations(url, { folder });
      await rm(join(folder, "migrations/20260102000000_newer"), { recursive: true });
      for (const attempt of [applyMigrations, pendingMigrations]) {
        await expect(attempt(url, { folder })).rejects.toMatchObject({ fault: "newer-database" });
      }
    }));

  test("takes the same migration with other line ends for the same", () =>
    scratch(async (url) => {
      await migration("20260101000000_first", FIRST.replaceAll("\n", "\r\n"));
      await applyMigrations(url, { folder });
      await migration("20260101000000_first", FIRST);
      await migration("20260102000000_second", "select 1;");
      expect(await applyMigrations(url, { folder })).toEqual(["20260102000000_second"]);
    }));

  test("mentions a migration that was edited after it was applied, since the database does not have the edit", () =>
    scratch(async (url) => {
      await applyMigrations(url, { folder });
      await migration("20260101000000_first", `${FIRST}\nselect 1;`);
      const lines: string[] = [];
      expect(await applyMigrations(url, { folder, log: (line) => lines.push(line) })).toEqual([]);
      expect(lines).toEqual([expect.stringContaining("20260101000000_first was edited")]);
    }));
});

describe("createMigration", () => {
  test("writes what the schema has and the migrations lack; afterwards they agree", async () => {
    await write("schema.prisma", schema("size Int @default(0)", "@@index([name])"));
    const created = await createMigration("Add a size!", { folder, serverUrl });
    expect(created).toMatchObject({
      name: expect.stringMatching(/^\d{14}_add_a_size$/) as unknown,
      removes: false,
    });
    const file = join(folder, "migrations", created!.name, "migration.sql");
    expect(await readFile(file, "utf8")).toContain('ADD COLUMN     "size" INTEGER NOT NULL DEFAULT 0');
    expect(await checkMigrations({ folder, serverUrl })).toEqual({ agrees: true });
  });

  test("writes nothing when there is no difference, and an empty file when that is asked for", async () => {
    expect(await createMigration("nothing", { folder, serverUrl })).toBeNull();
    expect(await readdir(join(folder, "migrations"))).toHaveLength(1);
    const created = await createMigration("by hand", { folder, serverUrl, empty: true });
    expect(created?.sql).toMatch(/^-- [^\n]+\n$/);
  });

  test("warns of what removes something", async () => {
    await write("schema.prisma", schema().replace("  note String?\n", ""));
    expect(await createMigration("drop note", { folder, serverUrl })).toMatchObject({ removes: true });
  });
});

describe("checkMigrations", () => {
  test("says what is missing", async () => {
    await write("schema.prisma", schema("@@unique([name])"));
    expect(await checkMigrations({ folder, serverUrl })).toEqual({
      agrees: false,
      missing: '-- CreateIndex\nCREATE UNIQUE INDEX "thing_name_key" ON "thing"("name");\n',
    });
  });

  test("takes a trigram index for the one that the schema describes", async () => {
    const index = '@@index([name(ops: raw("gin_trgm_ops"))], type: Gin, map: "thing_name_trgm")';
    await write("schema.prisma", schema(index));
    await migration(
      "20260102000000_second",
      "create extension pg_trgm; create index thing_name_trgm on thing using gin (name gin_trgm_ops);",
    );
    expect(await checkMigrations({ folder, serverUrl })).toEqual({ agrees: true });
  });

  test("sees a column that the database has and the schema has not", async () => {
    await migration("20260102000000_second", "alter table thing add column extra int;");
    expect(await checkMigrations({ folder, serverUrl })).toMatchObject({ agrees: false });
  });

  test.each([
    [
      "functions and triggers",
      "create function f() returns trigger language plpgsql as $$ begin return new; end $$; create trigger t before insert on thing for each row execute function f();",
    ],
    ["extensions", "create extension pg_trgm;"],
    ["partial indexes", "create unique index one on thing (name) where note is null;"],
    ["indexes on expressions", "create unique index one on thing (lower(name));"],
    ["checks", "alter table thing add constraint named check (name <> '');"],
    ["views", "create view v as select * from thing;"],
    ["sequences", "create sequence s;"],
  ])("needs no word about %s, which Prisma does not see", async (_, sql) => {
    await migration("20260102000000_second", sql);
    expect(await checkMigrations({ folder, serverUrl })).toEqual({ agrees: true });
  });

  test.each([
    [
      "a trigram index",
      "index one",
      "create extension pg_trgm; create index one on thing using gin (name gin_trgm_ops);",
    ],
    ["an index that includes columns", "index one", "create index one on thing (name) include (note);"],
    [
      "a unique index that takes nulls for equal",
      "index one",
      "create unique index one on thing (note) nulls not distinct;",
    ],
    [
      "a unique constraint",
      "constraint one on thing",
      "alter table thing add constraint one unique nulls not distinct (note);",
    ],
    [
      "a computed column",
      "column thing.low",
      "alter table thing add column low text generated always as (lower(name)) stored;",
    ],
    ["a table", "table own", "create table own (n int primary key, thing bigint references thing);"],
    ["a type", "type own", "create type own as enum ('a', 'b');"],
  ])("is told by a comment that %s is made by hand", async (_, object, sql) => {
    await migration("20260102000000_second", sql);
    expect(await checkMigrations({ folder, serverUrl })).toMatchObject({ agrees: false });
    await migration(
      "20260102000000_second",
      `${sql}\ncomment on ${object} is 'by hand: Prisma cannot say it';`,
    );
    expect(await checkMigrations({ folder, serverUrl })).toEqual({ agrees: true });
  });
});

test("Rollcall's own schema and migrations agree", async () => {
  expect(await checkMigrations({ folder: ownFolder, serverUrl })).toEqual({ agrees: true });
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
