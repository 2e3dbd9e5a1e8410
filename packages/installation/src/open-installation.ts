/**
 * Everything that must be there before a use case can run: the data folder, the secret, a database and its migrations.
 * The launcher and the command line open an installation the same way; it reads no environment and knows no use case.
 */
import { openDatabase, type Database } from "@rollcall/db";
import { applyMigrations } from "@rollcall/db/migrations";
import { EmbeddedServerError, openEmbeddedServer } from "@rollcall/db/server";
import { makeDataFolder, readOrMakeSecret } from "./data-folder";
import { explainDatabaseError } from "./explain-database-error";
import { InstallationError } from "./installation-error";

/** Where things are; the part of the settings that an installation is made of. */
export interface InstallationPlace {
  /** absolute */
  dataDir: string;
  /** an external PostgreSQL; null: the embedded one in dataDir */
  databaseUrl: string | null;
  /** null: the one in dataDir, generated the first time */
  secret: string | null;
}

export interface InstallationOptions {
  /** shown in pg_stat_activity: launcher, cli */
  name: string;
  /** takes a line for people now and then; never a password */
  log: (line: string) => void;
  /** the embedded database went away and could not be brought back at the same address */
  onLost?: (error: Error) => void;
}

export interface Installation {
  database: Database;
  databaseUrl: string;
  embedded: boolean;
  secret: string;
  /** Closes the connections; the embedded database stops when nobody else uses it. May be called twice. */
  close(): Promise<void>;
}

/**
 * Opens it, starting the embedded database and applying migrations where needed. Throws InstallationError with one clear
 * line when the folder, the database or a migration refuses; anything else thrown is a defect.
 */
export async function openInstallation(
  place: InstallationPlace,
  options: InstallationOptions,
): Promise<Installation> {
  await makeDataFolder(place.dataDir);
  const secret = place.secret ?? (await readOrMakeSecret(place.dataDir));
  const server = await openServer(place, options);
  const database = openDatabase(server.url, { name: options.name });
  let closing: Promise<void> | null = null;
  const close = async () => {
    await database.close();
    await server.close();
  };
  try {
    await applyMigrations(server.url, { log: options.log });
  } catch (error) {
    await close();
    throw explainDatabaseError(error, server.url);
  }
  return {
    database,
    databaseUrl: server.url,
    embedded: place.databaseUrl === null,
    secret,
    close: () => (closing ??= close()),
  };
}

interface Server {
  url: string;
  close(): Promise<void>;
}

async function openServer(place: InstallationPlace, options: InstallationOptions): Promise<Server> {
  if (place.databaseUrl !== null) return { url: place.databaseUrl, close: () => Promise.resolve() };
  try {
    const { log, onLost } = options;
    return await openEmbeddedServer({
      dataDir: place.dataDir,
      log,
      ...(onLost === undefined ? {} : { onLost }),
    });
  } catch (error) {
    throw error instanceof EmbeddedServerError
      ? new InstallationError(error.message, { cause: error })
      : error;
  }
}

/**
 * Stops the embedded database of a data folder when nobody uses it: for when the process that would have done so was
 * killed. Does nothing harmful when somebody does.
 */
export async function releaseDatabase(dataDir: string): Promise<void> {
  const server = await openEmbeddedServer({ dataDir, log: () => undefined });
  await server.close();
}
