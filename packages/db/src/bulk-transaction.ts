/**
 * One transaction on one connection of the pool, for bulk work that Prisma cannot do. The connection is given back clean
 * or destroyed, never left in between.
 */
import type pg from "pg";
import type { Database } from "./client";

/**
 * Commits what `work` did when it returns. When it throws, or the connection breaks, everything is rolled back and the
 * error is thrown on: the connection is destroyed, which PostgreSQL answers with a rollback even in the middle of a COPY.
 */
export async function bulkTransaction<T>(
  database: Database,
  work: (client: pg.PoolClient) => Promise<T>,
  begin = "BEGIN",
): Promise<T> {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  // A connection that is lost between two queries tells it by an event; without a listener that would end the process.
  const onLost = (error: Error): void => {
    broken = error;
  };
  client.on("error", onLost);
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    broken ??= error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.off("error", onLost);
    client.release(broken);
  }
}
