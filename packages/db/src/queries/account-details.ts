/** Everything about one account, and where it came from. */
import type { Queryable } from "../client";
import type { StatusNumber } from "./account-filter";
import { attributesOfAccount } from "./account-fields";
import type { AccountRole, StoredAdminRole } from "./accounts";
import { query, queryOne } from "./run-sql";

export interface AccountDetailsRow {
  id: bigint;
  name: string;
  email: string;
  note: string | null;
  kind: "PERSON" | "LIST";
  role: AccountRole;
  adminRole: StoredAdminRole | null;
  status: StatusNumber;
  source: "MANUAL" | "IMPORTED" | "DIRECTORY";
  enabled: boolean;
  lockedOut: boolean;
  hasPassword: boolean;
  /** an imported password waits to be hashed */
  waiting: boolean;
  mustChangePassword: boolean;
  passwordNeverExpires: boolean;
  passwordChangedAt: Date | null;
  departmentId: bigint | null;
  department: string | null;
  planId: bigint | null;
  plan: string | null;
  username: string | null;
  givenName: string | null;
  middleName: string | null;
  familyName: string | null;
  phone: string | null;
  contactEmail: string | null;
  description: string | null;
  exchangeDomain: string | null;
  exchangeUsername: string | null;
  pop: boolean | null;
  submit: boolean | null;
  accountCode: string | null;
  delegates: string[] | null;
  /** by name */
  attributes: { key: string; name: string; value: string }[];
  createdImportId: bigint | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  lastSeenAt: Date | null;
  /** open sign-ins */
  sessions: number;
}

export async function findAccountDetails(db: Queryable, id: bigint): Promise<AccountDetailsRow | null> {
  return queryOne<AccountDetailsRow>(
    db,
    `SELECT a.id, a.full_name AS name, p.email, p.note, a.kind::text, a.role::text, a.admin_role::text AS "adminRole",
            account_status(a.enabled, a.locked_out, a.has_password, a.kind) AS status, a.source::text, a.enabled,
            a.locked_out AS "lockedOut", a.has_password AS "hasPassword",
            EXISTS (SELECT FROM pending_password w WHERE w.account_id = a.id) AS waiting,
            a.must_change_password AS "mustChangePassword", a.password_never_expires AS "passwordNeverExpires",
            a.password_changed_at AS "passwordChangedAt", a.department_id AS "departmentId", d.name AS department,
            a.plan_id AS "planId", s.name AS plan, a.username,
            a.given_name AS "givenName", a.middle_name AS "middleName", a.family_name AS "familyName", a.phone,
            a.contact_email AS "contactEmail", a.description, a.exchange_domain AS "exchangeDomain",
            a.exchange_username AS "exchangeUsername", a.pop, a.submit, a.account_code AS "accountCode", a.delegates,
            ${attributesOfAccount} AS attributes, a.created_import_id AS "createdImportId", a.version, a.created_at AS "createdAt",
            a.updated_at AS "updatedAt", a.last_seen_at AS "lastSeenAt",
            (SELECT count(*)::int FROM session s WHERE s.account_id = a.id AND s.ended_at IS NULL AND s.expires_at > now()
                AND s.last_seen_at > now() - make_interval(mins => s.idle_minutes)) AS sessions
       FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary
       LEFT JOIN department d ON d.id = a.department_id LEFT JOIN service_plan s ON s.id = a.plan_id WHERE a.id = $1`,
    id,
  );
}

export interface LineageRow {
  importId: bigint;
  fileName: string;
  startedBy: string;
  at: Date;
  /** of an update; which row made an account is not indexed */
  line: number | null;
  kind: "created" | "updated";
}

/** Imports that made or changed the account, newest first. */
export async function findLineage(
  db: Queryable,
  accountId: bigint,
  createdImportId: bigint | null,
): Promise<LineageRow[]> {
  return query<LineageRow>(
    db,
    `WITH touched AS (
       SELECT c.import_id, c.row_no, 'updated' AS kind FROM change c WHERE c.account_id = $1
       UNION ALL SELECT i.id, NULL, 'created' FROM import i WHERE i.id = $2)
     SELECT t.import_id AS "importId", i.file_name AS "fileName", i.created_by_name AS "startedBy",
            coalesce(i.ended_at, i.created_at) AS at, r.line, t.kind
       FROM touched t JOIN import i ON i.id = t.import_id
       LEFT JOIN import_row r ON r.import_id = t.import_id AND r.row_no = t.row_no
      ORDER BY i.id DESC, t.kind DESC LIMIT 20`,
    accountId,
    createdImportId,
  );
}
