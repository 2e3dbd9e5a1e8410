/**
 * Fills a database that has nothing in it with a large organisation, by SQL and COPY: as many accounts as asked for, with the
 * spread that real ones have, and as many audit events and mails. It goes past every rule: only lists are measured on it.
 */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { withClient } from "../app/sql";
import { makeName } from "../people/person";
import { makeRandom } from "../people/random";
import { largeSql } from "./large-sql";

/** Says what it does; takes a minute or two for a million. */
export async function sowLarge(url: string, accounts: number, say: (line: string) => void): Promise<void> {
  await withClient(url, async (client) => {
    // Neither triggers nor checks of references: the audit chain of this place is not whole.
    await client.query("SET session_replication_role = replica");
    await client.query("SET maintenance_work_mem = '512MB'");
    const indexes = await dropIndexes(client);
    say(`${accounts.toLocaleString("en")} names`);
    await client.query("CREATE TEMP TABLE person (i int PRIMARY KEY, full_name text, local text)");
    await pipeline(
      Readable.from(people(accounts)),
      client.query(copyFrom("COPY person (i, full_name, local) FROM STDIN")),
    );
    await client.query("ANALYZE person");
    for (const [what, statement] of largeSql(accounts)) {
      say(what);
      await client.query(statement);
    }
    say("indexes");
    for (const index of indexes) await client.query(index);
    await client.query("VACUUM ANALYZE");
    await client.query("CHECKPOINT");
  });
}

function* people(count: number): Generator<string> {
  const random = makeRandom(count);
  let text = "";
  for (let i = 1; i <= count; i += 1) {
    const { full, given, family } = makeName(random);
    text += `${String(i)}\t${full}\t${given}.${family}.${i.toString(36)}\n`;
    if (text.length < 65_536 && i < count) continue;
    yield text;
    text = "";
  }
}

const filled = ["account", "address", "membership", "message", "audit_event", "device", "invitation"];
const alsoFilled = ["import_row", "import_plan_row", "undo_row", "pending_password"];

/** Takes away what is no constraint; gives the statements that make it again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ name: string; statement: string }>(
    `SELECT x.indexrelid::regclass::text AS name, pg_get_indexdef(x.indexrelid) AS statement FROM pg_index x
      WHERE x.indrelid = ANY ($1::text[]::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = x.indexrelid)`,
    [[...filled, ...alsoFilled]],
  );
  for (const { name } of found.rows) await client.query(`DROP INDEX ${name}`);
  return found.rows.map(({ statement }) => statement);
}
