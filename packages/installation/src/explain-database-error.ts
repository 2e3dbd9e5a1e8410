/**
 * Turns what a PostgreSQL connection or a migration failed with into one line that says what to do. The line names host,
 * port and database, never the password.
 */
import { MigrationError } from "@rollcall/db/migrations";
import { errorCode, InstallationError } from "./installation-error";

/** An InstallationError where the cause is known; else the error as it is, which is a defect. */
export function explainDatabaseError(error: unknown, url: string): unknown {
  if (error instanceof InstallationError) return error;
  if (error instanceof MigrationError) return new InstallationError(error.message, { cause: error });
  const where = describe(url);
  const line = lineFor(errorCode(error), where);
  return line === null ? error : new InstallationError(line, { cause: error });
}

function lineFor(code: string | null, where: string): string | null {
  switch (code) {
    case "ECONNREFUSED":
      return `No database answers at ${where}. Is it running, and is DATABASE_URL right?`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host of the database at ${where} is not known. Is DATABASE_URL right?`;
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "ECONNRESET":
      return `The database at ${where} cannot be reached (${code}). Check the network and DATABASE_URL.`;
    case "28P01":
    case "28000":
      return `The database at ${where} does not accept the user or password of DATABASE_URL.`;
    case "3D000":
      return `There is no such database: ${where}. Create it, or correct DATABASE_URL.`;
    case "42501":
      return `The user of DATABASE_URL may not create tables at ${where}. It must own the database or its public schema.`;
    case "53300":
      return `The database at ${where} has no free connections left.`;
    default:
      return null;
  }
}

function describe(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port === "" ? "5432" : port}${pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}
