import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "./test-database";

describe("testDatabase", () => {
  const made: TestDatabase[] = [];
  afterEach(async () => {
    await Promise.all(made.splice(0).map((database) => database.drop()));
  });

  async function make(): Promise<TestDatabase> {
    const database = await testDatabase();
    made.push(database);
    return database;
  }

  test("each call gives a database of its own, so test files never see each other's rows", async () => {
    const [one, other] = await Promise.all([make(), make()]);
    await query(one.url, "create table only_here (n int)");
    expect(await query(other.url, "select to_regclass('only_here') as found")).toEqual([{ found: null }]);
  });

  test("drop works while somebody is still connected, so a forgotten pool cannot fail the run", async () => {
    const database = await testDatabase();
    const client = new pg.Client({ connectionString: database.url });
    const ended = new Promise<void>((resolve) => client.on("error", () => resolve()));
    await client.connect();
    await database.drop();
    await ended;
    await expect(query(database.url, "select 1")).rejects.toThrow(/does not exist/);
  });

  test("compares text beyond ASCII by letters, whatever the system's locale", async () => {
    const { url } = await make();
    await query(url, "create extension if not exists pg_trgm");
    expect(await query(url, "select lower('ÄÖŽ') as low, 'ж' <% 'Ж Müller' as found")).toEqual([
      { low: "äöž", found: true },
    ]);
  });
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
