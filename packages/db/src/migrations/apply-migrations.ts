// Brings a database to the state that this version of Rollcall needs. Many processes may do so at once; one works,
// the others wait and find it done.
import pg from "pg";
import { MigrationError } from "./migration-error";
import { asMigrationList, ownFolder, readMigrations, readSchema, type Migration } from "./prisma-folder";
import { withSchemaEngine } from "./schema-engine";

/** The lock of Prisma's own command line, so that it and Rollcall never migrate at once. */
const PRISMA_LOCK = 72_707_369;
/** The oldest PostgreSQL that Rollcall runs on (INTERFACE.md, DATABASE_URL). */
const OLDEST_SERVER = 15;

type Log = (line: string) => void;
const quiet: Log = () => undefined;

/** Where the migrations are and who hears of progress. */
export interface MigrationOptions {
  /** A `prisma` folder; Rollcall's own unless a test brings another. */
  readonly folder?: string;
  /** Takes one line for people for each migration that is applied, and while waiting. */
  readonly log?: Log;
}

/**
 * Applies every migration that the database does not have yet, in order, each in one transaction together with its
 * note in `_prisma_migrations`: killed at any moment, the database is as before that migration or as after it.
 * Gives back the names of those it applied.
 *
 * A migration that was edited after it was applied is only mentioned in the log: the database is as the old text made it.
 *
 * Throws `MigrationError`: PostgreSQL older than 15, a database of a newer Rollcall, a migration whose SQL failed.
 * An error of the connection itself is thrown as `pg` gives it.
 */
export async function applyMigrations(url: string, options: MigrationOptions = {}): Promise<string[]> {
  const { folder = ownFolder, log = quiet } = options;
  const migrations = await readMigrations(folder);
  return withClient(url, async (client) => {
    await refuseOldServers(client);
    if ((await missing(client, migrations, log)).length === 0) return [];
    await takeLock(client, log);
    const names: string[] = [];
    for (const migration of await missing(client, migrations, quiet)) {
      log(`Applying migration ${migration.name}.`);
      await applyOne(client, folder, migrations, migration);
      names.push(migration.name);
    }
    return names;
  });
}

/** Names of the migrations that the database does not have yet. Changes nothing. Throws as `applyMigrations` does. */
export async function pendingMigrations(url: string, options: MigrationOptions = {}): Promise<string[]> {
  const migrations = await readMigrations(options.folder ?? ownFolder);
  return withClient(url, async (client) => {
    await refuseOldServers(client);
    return (await missing(client, migrations, options.log ?? quiet)).map(({ name }) => name);
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "rollcall migrations",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function refuseOldServers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
  );
  const [version] = rows;
  if (version === undefined || version.number >= OLDEST_SERVER * 10_000) return;
  throw new MigrationError(
    "server-too-old",
    `Rollcall needs PostgreSQL ${OLDEST_SERVER} or newer; DATABASE_URL leads to ${version.name}.`,
  );
}

/** Those not applied yet, by Prisma's own notes in the database. */
async function missing(client: pg.Client, migrations: readonly Migration[], log: Log): Promise<Migration[]> {
  const applied = await appliedChecksums(client);
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new MigrationError(
      "newer-database",
      `The database was made by a newer Rollcall (it has the migration ${unknown}, which this version does not know). Nothing was changed.`,
    );
  }
  for (const { name, checksum } of migrations) {
    if (applied.has(name) && applied.get(name) !== checksum) {
      log(`Migration ${name} was edited after it was applied here; the database is as its old text made it.`);
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function appliedChecksums(client: pg.Client): Promise<Map<string, string>> {
  const table = await client.query<{ found: boolean }>(
    "select to_regclass('public._prisma_migrations') is not null as found",
  );
  if (table.rows[0]?.found !== true) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select migration_name as name, checksum from public._prisma_migrations
      where finished_at is not null and rolled_back_at is null`,
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

/** Held until the connection ends. */
async function takeLock(client: pg.Client, log: Log): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [
    PRISMA_LOCK,
  ]);
  if (rows[0]?.free === true) return;
  log("Waiting for another process that is applying migrations.");
  await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
}

async function applyOne(
  client: pg.Client,
  folder: string,
  migrations: readonly Migration[],
  migration: Migration,
): Promise<void> {
  const upToIt = migrations.slice(0, migrations.indexOf(migration) + 1);
  try {
    await client.query("begin");
    const before = await transactionId(client);
    await withSchemaEngine(client, await readSchema(folder), (engine) =>
      engine.applyMigrations({
        migrationsList: asMigrationList(folder, upToIt),
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    if ((await transactionId(client)) !== before) {
      throw new MigrationError(
        "wrong-files",
        `Migration ${migration.name} ends its own transaction (BEGIN, COMMIT or ROLLBACK); take that out of it.`,
      );
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw explainFailure(error, migration);
  }
}

async function transactionId(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>("select pg_current_xact_id()::text as id");
  return rows[0]?.id;
}

function explainFailure(error: unknown, migration: Migration): unknown {
  if (error instanceof MigrationError || !(error instanceof Error)) return error;
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  const line = Number.isNaN(position) ? null : migration.sql.slice(0, position).split("\n").length;
  return new MigrationError(
    "failed",
    `Migration ${migration.name} failed${line === null ? "" : ` at line ${line}`}: ${error.message}. Nothing of it was kept.`,
    { cause: error },
  );
}
