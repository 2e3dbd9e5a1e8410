/** Tells PostgreSQL how large the organisation has become, without waiting for its own housekeeping. */
import type { Database } from "../client";

/** Lists and totals are planned well right after a large import. Reads a sample; takes well under a second. */
export async function refreshStatistics(database: Database): Promise<void> {
  await database.pool.query("ANALYZE account, address, membership, message");
}
