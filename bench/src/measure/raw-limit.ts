/**
 * What the same file costs at best: COPY into a text table, then one INSERT … SELECT for each of our own tables, every
 * constraint and index on, in one transaction. No check, no plan, no record: the limit that imports are measured by.
 */
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { applyMigrations } from "@rollcall/db/migrations";
import { siblingUrl, withClient } from "../app/sql";

const database = "raw_limit";

export interface RawLimit {
  copy: number;
  insert: number;
  /** COPY and INSERT together with the COMMIT, in seconds */
  total: number;
}

/** Runs on a new database of the server at `url`, which stays there afterwards for a comparison. */
export async function measureRawLimit(url: string, file: string): Promise<RawLimit> {
  const target = rawUrl(url);
  await withClient(siblingUrl(url, "postgres"), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${database}`);
  });
  await applyMigrations(target, { log: () => undefined });
  return withClient(target, async (client) => {
    await client.query("CHECKPOINT");
    const began = performance.now();
    await client.query("BEGIN");
    await client.query(createTable);
    await pipeline(createReadStream(file), client.query(copyFrom(copySql)));
    const copied = performance.now();
    await insert(client);
    await client.query("COMMIT");
    const ended = performance.now();
    return {
      copy: (copied - began) / 1000,
      insert: (ended - copied) / 1000,
      total: (ended - began) / 1000,
    };
  });
}

/** Where `measureRawLimit` worked. */
export function rawUrl(url: string): string {
  return siblingUrl(url, database);
}

async function insert(client: pg.Client): Promise<void> {
  for (const sql of statements) await client.query(sql);
}

/** Ids are given while the rows come in, so that no statement has to look one up. */
const createTable = `CREATE TABLE raw_file (id bigint NOT NULL DEFAULT nextval('account_id_seq'),
  email text, full_name text, department text, send_email text, group_1 text, group_2 text, group_3 text)`;

const copySql = `COPY raw_file (email, full_name, department, send_email, group_1, group_2, group_3)
  FROM STDIN (FORMAT csv, HEADER)`;

const names = "unnest(ARRAY[group_1, group_2, group_3]) AS given(name)";

/** Rows go in sorted by the key of their largest index. */
const statements = [
  "ANALYZE raw_file",
  `INSERT INTO department (name, name_key, created_import_id)
   SELECT min(department), lower(department), 1 FROM raw_file WHERE department IS NOT NULL GROUP BY lower(department)`,
  `INSERT INTO "group" (name, name_key, created_import_id)
   SELECT min(given.name), lower(given.name), 1 FROM raw_file, ${names} WHERE given.name IS NOT NULL GROUP BY lower(given.name)`,
  `INSERT INTO account (id, source, full_name, role, department_id, created_import_id)
   SELECT f.id, 'IMPORTED', f.full_name, 'USER', d.id, 1
     FROM raw_file f LEFT JOIN department d ON d.name_key = lower(f.department) ORDER BY f.id`,
  `INSERT INTO address (key, email, account_id)
   SELECT lower(email), email, id FROM raw_file ORDER BY lower(email) COLLATE "C"`,
  `INSERT INTO membership (account_id, group_id)
   SELECT DISTINCT f.id, g.id FROM raw_file f, ${names} JOIN "group" g ON g.name_key = lower(given.name) ORDER BY f.id`,
  `INSERT INTO message (kind, account_id, import_id, to_address, to_name, data)
   SELECT 'welcome', id, 1, email, full_name, '{"link": true}' FROM raw_file WHERE lower(send_email) = 'yes' ORDER BY id`,
  "DROP TABLE raw_file",
];
