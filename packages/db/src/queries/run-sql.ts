/**
 * The one way this folder runs SQL: constant text and parameters, on the database or in an open transaction.
 */
import { clientOf, type Queryable } from "../client";

/** `text` is constant, `$1`… are `values`; every row comes back as an object. */
export async function query<Row>(db: Queryable, text: string, ...values: unknown[]): Promise<Row[]> {
  return clientOf(db).$queryRawUnsafe<Row[]>(text, ...values);
}

/** The first row, or null. */
export async function queryOne<Row>(db: Queryable, text: string, ...values: unknown[]): Promise<Row | null> {
  const rows = await query<Row>(db, text, ...values);
  return rows[0] ?? null;
}

/** Gives how many rows were written. */
export async function execute(db: Queryable, text: string, ...values: unknown[]): Promise<number> {
  return clientOf(db).$executeRawUnsafe(text, ...values);
}
