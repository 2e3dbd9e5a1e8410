/** Who confirmed an import, as they are at the moment of its commit. */
import type pg from "pg";
import { actorByAccountSql, type ActorRow } from "../queries/actors";

/** "rollcall": nobody, as the command line acts while there is no administrator; null: their account is gone. */
export type Confirmer = Pick<ActorRow, "role" | "adminRole"> | "rollcall" | null;

/** On the connection that holds the locks: others wait for those, with every connection that there is. */
export async function findConfirmer(client: pg.PoolClient, accountId: string | null): Promise<Confirmer> {
  if (accountId === null) return "rollcall";
  const found = await client.query<Pick<ActorRow, "role" | "adminRole">>(actorByAccountSql, [accountId]);
  return found.rows[0] ?? null;
}
