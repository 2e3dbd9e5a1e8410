// Says whether a database made by the migrations is the one that the schema describes; CI runs it (`npm run db:check`).
import { compareSchema } from "./compare-schema";
import { ownFolder } from "./prisma-folder";

/** What `checkMigrations` may be told. */
export interface CheckMigrationsOptions {
  /** A `prisma` folder; Rollcall's own unless a test brings another. */
  readonly folder?: string;
  /** A server on which a scratch database may be created; without one, a temporary server is started. */
  readonly serverUrl?: string;
}

/** Agreement, or the SQL that is missing from the migrations. */
export type MigrationCheck = { readonly agrees: true } | { readonly agrees: false; readonly missing: string };

/** Applies all migrations to a scratch database and compares it with schema.prisma. Changes no other database. */
export async function checkMigrations(options: CheckMigrationsOptions = {}): Promise<MigrationCheck> {
  const { folder = ownFolder, serverUrl = null } = options;
  const missing = await compareSchema(folder, serverUrl);
  return missing === null ? { agrees: true } : { agrees: false, missing };
}
