/** What may be tried again, with the errors that pg really throws. */
import { createServer, type AddressInfo } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRetryable } from "./database-errors";
import { testDatabase, type TestDatabase } from "./testing";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function thrown(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("what may be tried again", () => {
  it("holds of a pool that had no connection free in time: so much work was under way", async () => {
    const pool = new pg.Pool({ connectionString: database.url, max: 1, connectionTimeoutMillis: 50 });
    const held = await pool.connect();
    expect(isRetryable(await thrown(() => pool.query("SELECT 1")))).toBe(true);
    held.release();
    await pool.end();
  });

  it("holds of a server that does not answer", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const { port } = silent.address() as AddressInfo;
    const client = new pg.Client({ host: "127.0.0.1", port, connectionTimeoutMillis: 50 });
    expect(isRetryable(await thrown(() => client.connect()))).toBe(true);
    silent.close();
  });

  it("holds of a connection that was ended from outside", async () => {
    const client = new pg.Client({ connectionString: database.url });
    client.on("error", () => undefined);
    await client.connect();
    expect(
      isRetryable(await thrown(() => client.query("SELECT pg_terminate_backend(pg_backend_pid())"))),
    ).toBe(true);
  });

  it.each([
    ["a mistake in a statement", "SELEC 1", "42601"],
    [
      "a rule that was broken",
      "INSERT INTO address (key, email, account_id) VALUES ('a@b.example', 'a@b.example', 0)",
      "23503",
    ],
  ])("does not hold of %s", async (_, sql, code) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const error = await thrown(() => client.query(sql));
    await client.end();
    expect(error).toMatchObject({ code });
    expect(isRetryable(error)).toBe(false);
  });
});
