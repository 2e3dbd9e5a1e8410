// What the database could not give, with errors that PostgreSQL really sends, by way of pg and of Prisma.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "./client";
import { shortageOf } from "./database-shortage";
import { testDatabase, type TestDatabase } from "./testing";

let given: TestDatabase;
let database: Database;
beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "test", connections: 2 });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

const codes = [
  ["53100", "disk-full"],
  ["53200", "memory"],
  ["53300", "connections"],
  ["57014", "stopped"],
  ["57P01", "unreachable"],
  ["08006", "unreachable"],
  ["40P01", null],
  ["23505", null],
  ["22003", null],
] as const;

describe("what the database could not give", () => {
  it.each(codes)("%s is %s", async (code, shortage) => {
    const sql = `DO $$ BEGIN RAISE EXCEPTION 'as asked' USING ERRCODE = '${code}'; END $$`;
    expect(shortageOf(await thrown(() => database.pool.query(sql)))).toBe(shortage);
    expect(shortageOf(await thrown(() => database.prisma.$executeRawUnsafe(sql)))).toBe(shortage);
  });

  it("a limit of time", async () => {
    const client = await database.pool.connect();
    await client.query("SET statement_timeout = 20");
    expect(shortageOf(await thrown(() => client.query("SELECT pg_sleep(5)")))).toBe("stopped");
    client.release(true);
  });

  it("a server that is not there", async () => {
    const gone = openDatabase("postgres://nobody@127.0.0.1:1/none", { name: "test" });
    expect(shortageOf(await thrown(() => gone.pool.query("SELECT 1")))).toBe("unreachable");
    expect(shortageOf(await thrown(() => gone.prisma.$queryRawUnsafe("SELECT 1")))).toBe("unreachable");
    await gone.close();
  });

  it.each(["pool", "prisma"] as const)("no connection of our own free in time: %s", async (door) => {
    const small = openDatabase(given.url, { name: "small", connections: 1, waitMs: 50 });
    const ask = (): Promise<unknown> =>
      door === "pool"
        ? small.pool.query("SELECT 1")
        : small.transaction((tx) => tx.$executeRawUnsafe("SELECT 1"));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const client = door === "pool" ? await small.pool.connect() : null;
    const holding =
      door === "pool"
        ? held
        : small.transaction(async (tx) => {
            await tx.$executeRawUnsafe("SELECT 1");
            await held;
          });
    expect(shortageOf(await thrown(ask))).toBe("connections");
    release();
    await holding;
    client?.release();
    await small.close();
  });

  it("looks into what an error was wrapped in, and takes nothing else for it", async () => {
    const sql = "DO $$ BEGIN RAISE EXCEPTION 'as asked' USING ERRCODE = '53100'; END $$";
    const inner = await thrown(() => database.pool.query(sql));
    expect(shortageOf(new Error("outside", { cause: inner }))).toBe("disk-full");
    expect(shortageOf(new Error("outside"))).toBeNull();
    expect(shortageOf("53100")).toBeNull();
  });
});

async function thrown(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
