// A database for a moment, on which migrations are tried out. It never touches another database of the server.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { openTemporaryServer } from "../server/temporary-server";

/**
 * Makes an empty database, lets `work` use it, and drops it whatever happened.
 * @param serverUrl any database of a server on which databases may be created; null: a server of its own for the while
 */
export async function withScratchDatabase<T>(
  serverUrl: string | null,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (serverUrl === null) {
    const server = await openTemporaryServer();
    try {
      return await withScratchDatabase(server.adminUrl, work);
    } finally {
      await server.close();
    }
  }
  const name = `rollcall_scratch_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await execute(serverUrl, `create database ${name} template template0`);
  try {
    return await work(url.href);
  } finally {
    await execute(serverUrl, `drop database if exists ${name} with (force)`);
  }
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
