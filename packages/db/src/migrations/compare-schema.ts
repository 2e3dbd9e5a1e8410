// What lies between the migrations and the schema: the SQL that would bring a database with all migrations to what
// schema.prisma says. Empty means that the two agree.
import pg from "pg";
import { applyMigrations } from "./apply-migrations";
import { readSchema } from "./prisma-folder";
import { withSchemaEngine } from "./schema-engine";
import { withScratchDatabase } from "./scratch-database";

/** The engine's exit code for "there is a difference". */
const DIFFERS = 2;

/**
 * The difference as SQL, or null when there is none.
 *
 * Functions, triggers, extensions, checks, views, partial and expression indexes are invisible to Prisma and never
 * differ. What it can see but its schema cannot say (a hand-made table, an INCLUDE index …) is taken out of the
 * comparison where the migration that makes it says so: `comment on index … is 'by hand: why'`.
 * @param serverUrl as in `withScratchDatabase`
 */
export async function compareSchema(folder: string, serverUrl: string | null): Promise<string | null> {
  const schema = await readSchema(folder);
  return withScratchDatabase(serverUrl, async (url) => {
    await applyMigrations(url, { folder });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await dropHandMade(client);
      return await difference(client, schema);
    } finally {
      await client.end();
    }
  });
}

async function difference(client: pg.Client, schema: string): Promise<string | null> {
  const files = [{ path: "schema.prisma", content: schema }];
  const { exitCode, stdout } = await withSchemaEngine(client, schema, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "/" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return exitCode === DIFFERS ? (stdout ?? "") : null;
}

/** Statements that remove every object whose comment begins with "by hand"; what depends on a table goes with it. */
const HAND_MADE = `
  select case
      when con.oid is not null then format('alter table %s drop constraint if exists %I', con.conrelid::regclass, con.conname)
      when a.attname is not null then format('alter table if exists %s drop column if exists %I', c.oid::regclass, a.attname)
      when c.relkind in ('i', 'I') then format('drop index if exists %s', c.oid::regclass)
      when c.relkind = 'v' then format('drop view if exists %s cascade', c.oid::regclass)
      when c.relkind = 'm' then format('drop materialized view if exists %s cascade', c.oid::regclass)
      when c.relkind in ('r', 'p') then format('drop table if exists %s cascade', c.oid::regclass)
      when t.oid is not null then format('drop type if exists %s', t.oid::regtype)
    end as statement
  from pg_description d
  left join pg_class c on d.classoid = 'pg_class'::regclass and c.oid = d.objoid
  left join pg_attribute a on a.attrelid = c.oid and d.objsubid > 0 and a.attnum = d.objsubid
  left join pg_constraint con on d.classoid = 'pg_constraint'::regclass and con.oid = d.objoid
  left join pg_type t on d.classoid = 'pg_type'::regclass and t.oid = d.objoid
  where d.description ilike 'by hand%'
  -- a table last, so that its indexes and columns are still there when their turn comes
  order by coalesce(c.relkind in ('r', 'p') and d.objsubid = 0, false), d.objoid`;

async function dropHandMade(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string | null }>(HAND_MADE);
  for (const { statement } of rows) if (statement !== null) await client.query(statement);
}
