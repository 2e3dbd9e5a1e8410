/** The members whom an import takes out of a group that it makes equal to its file: listed before it happens, kept after. */
import { clientOf, type Queryable } from "../client";

export interface StoredRemoval {
  accountId: bigint;
  groupId: bigint;
  addressKey: string;
  email: string;
  group: string;
  applied: boolean;
}

/** By address and group, those after `after`. */
export async function findRemovals(
  db: Queryable,
  importId: bigint,
  page: { after: { addressKey: string; groupId: bigint } | null; limit: number },
): Promise<StoredRemoval[]> {
  return clientOf(db).$queryRawUnsafe<StoredRemoval[]>(
    `SELECT account_id AS "accountId", group_id AS "groupId", address_key AS "addressKey", email, group_name AS "group", applied
       FROM import_removal
      WHERE import_id = $1 AND ($2::text IS NULL OR (address_key, group_id) > ($2, $3::bigint))
      ORDER BY address_key, group_id LIMIT $4::int`,
    importId,
    page.after?.addressKey ?? null,
    page.after?.groupId ?? null,
    page.limit,
  );
}
