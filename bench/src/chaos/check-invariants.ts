/** Asks the database whether everything that must always be true is true: `invariants.sql`, one statement. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { withClient } from "../app/sql";

export interface BrokenRule {
  rule: string;
  times: number;
  example: string | null;
}

/** The rules that are broken at this moment; `atRest`: nothing runs any more, so nothing may be unfinished either. */
export async function checkInvariants(databaseUrl: string, atRest: boolean): Promise<BrokenRule[]> {
  return withClient(databaseUrl, (client) => askInvariants(client, atRest));
}

/** The same as this client sees it, its open transaction included. */
export async function askInvariants(
  client: Pick<pg.ClientBase, "query">,
  atRest: boolean,
): Promise<BrokenRule[]> {
  const sql = await readFile(join(import.meta.dirname, "invariants.sql"), "utf8");
  const { rows } = await client.query<BrokenRule>(sql, [atRest]);
  return rows;
}
