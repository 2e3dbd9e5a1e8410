// Reads and writes the folder `prisma`: the schema and the migrations beside it. It knows no database.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MigrationError } from "./migration-error";

/** One migration: a folder with a `migration.sql` in it. */
export interface Migration {
  /** The folder's name, e.g. "20260901120000_first"; the order of names is the order of applying. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text in hexadecimal, as Prisma notes it in `_prisma_migrations`. */
  readonly checksum: string;
}

/** Rollcall's own: packages/db/prisma. */
export const ownFolder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "prisma");

const LOCK_FILE = "migration_lock.toml";
/** What Prisma's own command line writes there; it refuses to work without. */
const LOCK_TEXT =
  '# Which kind of database these migrations are for; Prisma checks it.\nprovider = "postgresql"\n';

/** All migrations of a `prisma` folder in the order they are applied; none when there is no `migrations` in it. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(join(folder, "migrations"), { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const file = join(folder, "migrations", name, "migration.sql");
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new MigrationError("wrong-files", `${file} cannot be read.`, { cause: error });
  });
  // A checkout on Windows may have turned the line ends; that must not look like an edited migration.
  const sql = text.replaceAll("\r\n", "\n");
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

/** The text of `schema.prisma`. */
export async function readSchema(folder: string): Promise<string> {
  const file = join(folder, "schema.prisma");
  return readFile(file, "utf8").catch((error: unknown) => {
    throw new MigrationError("wrong-files", `${file} cannot be read.`, { cause: error });
  });
}

/** Writes a new migration, named by the time (UTC) and `title`. Gives back its name. */
export async function writeMigration(folder: string, title: string, sql: string, now: Date): Promise<string> {
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
  if (words === "") throw new MigrationError("wrong-files", "A migration needs a name of letters or digits.");
  const name = `${now.toISOString().replaceAll(/\D/g, "").slice(0, 14)}_${words.slice(0, 100)}`;
  const last = (await readMigrations(folder)).at(-1)?.name;
  if (last !== undefined && last >= name) {
    throw new MigrationError("wrong-files", `The new migration ${name} would come before ${last}.`);
  }
  await mkdir(join(folder, "migrations", name), { recursive: true });
  await writeFile(join(folder, "migrations", name, "migration.sql"), sql);
  await writeFile(join(folder, "migrations", LOCK_FILE), LOCK_TEXT);
  return name;
}

/** The migrations in the shape in which Prisma's engine wants them. */
export function asMigrationList(folder: string, migrations: readonly Migration[]) {
  return {
    baseDir: join(folder, "migrations"),
    lockfile: { path: LOCK_FILE, content: LOCK_TEXT },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}
