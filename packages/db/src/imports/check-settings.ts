/** The organisation's settings that checking a file depends on. */
import { clientOf, type Queryable } from "../client";

/** As stored; null when the organisation never changed it. */
export async function readPasswordMinLength(db: Queryable): Promise<number | null> {
  const rows = await clientOf(db).$queryRawUnsafe<{ value: unknown }[]>(
    `SELECT value FROM setting WHERE key = 'password.minLength'`,
  );
  const value = rows[0]?.value;
  return typeof value === "number" ? value : null;
}
