/** Where what an account says comes from, field by field: the import and row, or the person, that set it last. */
import type { Queryable } from "../client";
import { query } from "../queries/run-sql";

export interface FieldSource {
  /** as changes name it: "department", "attribute:desk", … */
  field: string;
  /** null: a person did it by hand */
  importId: bigint | null;
  fileName: string | null;
  /** of the file; null where there is none (an undo, somebody outside the file) */
  line: number | null;
  /** the row of that line */
  rowNo: number | null;
  at: Date;
  by: string;
}

/** What audit events of single accounts change, besides those that say so themselves. */
const actions = `('role.changed', '{role,adminRole}'::text[]), ('account.enabled', '{enabled}'), ('account.disabled', '{enabled}'),
  ('account.locked', '{lockedOut}'), ('account.unlocked', '{lockedOut}'), ('membership.added', '{groups}'),
  ('membership.removed', '{groups}'), ('password.changed', '{password}')`;

const lineageSql = `
WITH by_import AS (
  SELECT c.import_id, c.row_no, k.field FROM change c, jsonb_object_keys(c.after) AS k(field)
   WHERE c.account_id = $1 AND jsonb_typeof(c.after) = 'object'
  UNION ALL
  SELECT x.import_id, NULL, 'groups' FROM import_removal x WHERE x.account_id = $1 AND x.applied
  UNION ALL
  SELECT a.created_import_id, a.created_row_no, f.field
    FROM account a LEFT JOIN import_row r ON r.import_id = a.created_import_id AND r.row_no = a.created_row_no,
         LATERAL (SELECT 'email' AS field UNION ALL SELECT 'fullName'
                  UNION ALL SELECT 'department' WHERE r.department_key IS NOT NULL
                  UNION ALL SELECT 'groups' WHERE cardinality(r.group_keys) > 0
                  UNION ALL SELECT 'aliases' WHERE cardinality(r.alias_keys) > 0
                  UNION ALL SELECT e.key FROM jsonb_each(r.extra) AS e WHERE e.key NOT LIKE '$%' AND e.value <> 'null') AS f
   WHERE a.id = $1 AND a.created_import_id IS NOT NULL
), source AS (
  SELECT b.field, i.id AS import_id, i.file_name, r.line, r.row_no, coalesce(i.ended_at, i.created_at) AS at,
         coalesce(i.confirmed_by_name, i.created_by_name) AS by
    FROM by_import b JOIN import i ON i.id = b.import_id
    LEFT JOIN import_row r ON r.import_id = b.import_id AND r.row_no = b.row_no
  UNION ALL
  SELECT k.field, NULL, NULL, NULL, NULL, e.at, e.actor_name
    FROM audit_event e, jsonb_object_keys(e.data->'changes') AS k(field)
   WHERE e.subject_type = 'account' AND e.subject_id = $1::text AND e.action = 'account.updated' AND jsonb_typeof(e.data->'changes') = 'object'
  UNION ALL
  SELECT f.field, NULL, NULL, NULL, NULL, e.at, e.actor_name
    FROM audit_event e JOIN (VALUES ${actions}) AS a(action, fields) ON a.action = e.action, unnest(a.fields) AS f(field)
   WHERE e.subject_type = 'account' AND e.subject_id = $1::text
)
SELECT DISTINCT ON (field) field, import_id AS "importId", file_name AS "fileName", line, row_no AS "rowNo", at, by FROM source ORDER BY field, at DESC`;

/** By field. Fields that nobody ever set by an import or by hand are not among them. */
export async function findFieldSources(db: Queryable, accountId: bigint): Promise<FieldSource[]> {
  return query<FieldSource>(db, lineageSql, accountId);
}
