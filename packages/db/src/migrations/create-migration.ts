// Writes the next migration from what the schema says and the migrations do not do yet.
import { compareSchema } from "./compare-schema";
import { ownFolder, writeMigration } from "./prisma-folder";

/** What `createMigration` may be told besides the name. */
export interface CreateMigrationOptions {
  /** A `prisma` folder; Rollcall's own unless a test brings another. */
  readonly folder?: string;
  /** A server on which a scratch database may be created; without one, a temporary server is started. */
  readonly serverUrl?: string;
  /** Write a migration even when there is no difference, to be filled by hand. */
  readonly empty?: boolean;
}

/** What was written. */
export interface CreatedMigration {
  /** The new folder's name under `prisma/migrations`. */
  readonly name: string;
  readonly sql: string;
  /** True when the SQL drops something: it wants to be read before it is committed. */
  readonly removes: boolean;
}

const NOTHING = "-- Written by hand; say here why Prisma's schema cannot.\n";

/**
 * Writes `prisma/migrations/<time>_<title>/migration.sql` with the difference between schema and migrations.
 * Gives back null, and writes nothing, when there is no difference and `empty` is not asked for.
 */
export async function createMigration(
  title: string,
  options: CreateMigrationOptions = {},
): Promise<CreatedMigration | null> {
  const { folder = ownFolder, serverUrl = null, empty = false } = options;
  const difference = await compareSchema(folder, serverUrl);
  if (difference === null && !empty) return null;
  const sql = difference ?? NOTHING;
  const name = await writeMigration(folder, title, sql, new Date());
  return {
    name,
    sql,
    removes: /^\s*(DROP|ALTER .*\bDROP)\b/im.test(sql) || /\bDROP (COLUMN|CONSTRAINT)\b/i.test(sql),
  };
}
