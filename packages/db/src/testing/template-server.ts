// The PostgreSQL of one test run, with one migrated template database. Only test set-ups use it;
// tests ask for `testDatabase`.
import pg from "pg";
import { applyMigrations } from "../migrations/apply-migrations";
import { serverUrlOf } from "../server/presence";
import { openTemporaryServer, type TemporaryServer } from "../server/temporary-server";

/** Name of the template that every test database is a copy of. */
export const TEMPLATE = "rollcall_template";

/** Starts a server and applies all migrations to its template database. */
export async function openTemplateServer(): Promise<TemporaryServer> {
  const server = await openTemporaryServer();
  try {
    await execute(server.adminUrl, `create database ${TEMPLATE}`);
    await applyMigrations(serverUrlOf(server.adminUrl, TEMPLATE));
    // Nobody may connect any more: a database with connections cannot be copied.
    await execute(
      server.adminUrl,
      `alter database ${TEMPLATE} with is_template true allow_connections false`,
    );
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Runs one statement on a connection of its own. */
export async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
