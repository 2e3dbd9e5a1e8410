/**
 * The statements that take an import back, read from the temporary table undo_work (made under locks by undo-work.ts).
 * Set-based. $1 is the import that is taken back, $2 the undo.
 */
import { signsOut } from "./undo-facts-sql";
import { rootSql, signSql } from "./undo-rows-sql";

export const createWorkSql = `
CREATE TEMPORARY TABLE undo_work (row_no int PRIMARY KEY, account_id bigint, way text, before jsonb, changes jsonb, live_version int,
  reason text, email text, full_name text, heap "UndoHeap") ON COMMIT DROP`;

/** Where a name lives now that the undone undo had deleted: under its old number, or another that took the name meanwhile. */
export const createPlacesSql = `CREATE TEMPORARY TABLE undo_place (kind text, old bigint, live bigint, PRIMARY KEY (kind, old)) ON COMMIT DROP`;

/** $1: rows of deleteUnusedSql */
export const fillPlacesSql = `
INSERT INTO undo_place
SELECT 'department', (e.row->>'id')::bigint, d.id FROM jsonb_array_elements($1::jsonb->'departments') e(row) JOIN department d ON d.name_key = e.row->>'name_key'
UNION ALL
SELECT 'group', (e.row->>'id')::bigint, g.id FROM jsonb_array_elements($1::jsonb->'groups') e(row) JOIN "group" g ON g.name_key = e.row->>'name_key'`;

const addresses = `(SELECT jsonb_agg(jsonb_build_object('key', h.key, 'email', h.email, 'isPrimary', h.is_primary, 'note', h.note) ORDER BY h.key)
            FROM address h WHERE h.account_id = a.id)`;
const groupIds = `coalesce((SELECT jsonb_agg(m.group_id ORDER BY m.group_id) FROM membership m WHERE m.account_id = a.id), '[]')`;
const turnedRound = `coalesce((SELECT jsonb_object_agg(e.key, CASE WHEN e.value ? 'add' OR e.value ? 'remove'
             THEN jsonb_build_object('add', coalesce(e.value->'remove', '[]'), 'remove', coalesce(e.value->'add', '[]'))
             ELSE jsonb_build_object('from', e.value->'to', 'to', e.value->'from') END) FROM jsonb_each(w.changes) AS e), '{}')`;

/** What the undo in turn needs to be taken back: of what it deletes everything, of what it changes as much as it changes. */
export const keepUndoImagesSql = `
INSERT INTO change (import_id, row_no, account_id, before, after)
SELECT $2::bigint, w.row_no, w.account_id,
       CASE w.way WHEN 'REMADE' THEN NULL
         WHEN 'REMOVED' THEN jsonb_build_object('version', a.version, 'account', to_jsonb(a), 'addresses', ${addresses}, 'groupIds', ${groupIds})
         ELSE jsonb_build_object('fullName', a.full_name, 'departmentId', a.department_id, 'planId', a.plan_id, 'source', a.source,
                'version', a.version, 'groupIds', ${groupIds})
              || CASE WHEN w.before ? 'account' THEN jsonb_build_object('account', to_jsonb(a) - 'password_hash') ELSE '{}' END
              || CASE WHEN w.before ? 'addresses' THEN jsonb_build_object('addresses', ${addresses}) ELSE '{}' END
       END,
       CASE w.way WHEN 'REMOVED' THEN NULL WHEN 'REMADE' THEN '{}' ELSE ${turnedRound} END
  FROM undo_work w LEFT JOIN account a ON a.id = w.account_id
 WHERE w.heap IN ('RESTORED', 'REMOVED') AND $1::bigint IS NOT NULL`;

const removed = `undo_work w WHERE w.heap = 'REMOVED' AND`;
const said = "The import was taken back before it was sent.";
const waits = `m.state IN ('QUEUED', 'RETRYING')`;
/** `undo`: the parameter with its number */
const cancelled = (undo: string): string =>
  `state = 'CANCELLED', last_error = '${said}', sealed_body = NULL, cancelled_by_id = ${undo}::bigint, cancelled_account_id = m.account_id`;

/** Everything that hangs on the accounts to be deleted, in one go each instead of one a row by the foreign keys' own triggers. $1, in the first: the undo */
export const clearRemovedSql = [
  `UPDATE message m SET ${cancelled("$1")}, account_id = NULL
     FROM ${removed} m.account_id = w.account_id AND ${waits}`,
  `UPDATE message m SET account_id = NULL FROM ${removed} m.account_id = w.account_id`,
  `DELETE FROM token t USING invitation i, ${removed} i.account_id = w.account_id AND t.invitation_id = i.id`,
  ...["token", "session", "invitation", "pending_password", "membership", "address"].map(
    (table) => `DELETE FROM ${table} x USING ${removed} x.account_id = w.account_id`,
  ),
];

export const deleteRemovedSql = `DELETE FROM account a USING ${removed} a.id = w.account_id`;

/** Whether foreign keys may be left to the proof below (the embedded database: yes). */
export const mayLeaveTriggersSql = `
SELECT current_setting('is_superuser') = 'on' OR has_parameter_privilege(current_user, 'session_replication_role', 'SET') AS may`;

/** What the foreign keys' triggers would have seen to: nothing points at an account that is gone. */
export const provedRemovedSql = `
SELECT ${["message", "token", "session", "invitation", "device", "pending_password", "membership", "address"]
  .map((table) => `NOT EXISTS (SELECT FROM ${table} x, ${removed} x.account_id = w.account_id)`)
  .join(" AND ")} AS proved`;

const liveDepartment = (id: string): string => `coalesce((SELECT d.id FROM department d WHERE d.id = ${id}),
         (SELECT p.live FROM undo_place p WHERE p.kind = 'department' AND p.old = ${id}))`;
const livePlan = (id: string): string => `(SELECT s.id FROM service_plan s WHERE s.id = ${id})`;
const liveGroups = `jsonb_array_elements_text(coalesce(w.before->'groupIds', w.before->'join')) AS j(id)
  LEFT JOIN undo_place p ON p.kind = 'group' AND p.old = j.id::bigint JOIN "group" g ON g.id = coalesce(p.live, j.id::bigint)`;

/** Accounts that an undo had deleted, as they were: number, version, password and all; but that they are back is a change. */
export const remakeAccountsSql = `
INSERT INTO account
SELECT r.* FROM undo_work w, LATERAL jsonb_populate_record(NULL::account, w.before->'account' || jsonb_build_object(
         'department_id', ${liveDepartment("(w.before->'account'->>'department_id')::bigint")},
         'plan_id', ${livePlan("(w.before->'account'->>'plan_id')::bigint")},
         'updated_at', now(), 'has_password', w.before->'account'->>'password_hash' IS NOT NULL)) AS r
 WHERE w.way = 'REMADE' AND w.heap = 'RESTORED' ORDER BY w.row_no`;

const restored = `w.way = 'RESTORED' AND w.heap = 'RESTORED'`;

/** Where the import could only change these. */
export const restoreAccountsSql = `
UPDATE account a
   SET full_name = w.before->>'fullName', department_id = ${liveDepartment("(w.before->>'departmentId')::bigint")},
       plan_id = ${livePlan("(w.before->>'planId')::bigint")}, source = (w.before->>'source')::"AccountSource",
       version = a.version + 1, updated_at = now()
  FROM undo_work w WHERE ${restored} AND NOT w.before ? 'account' AND a.id = w.account_id`;

/** Every field that an import can change; no import changes passwords, so no undo does. */
const fields = [
  ..."kind source full_name given_name middle_name family_name username role admin_role enabled locked_out".split(
    " ",
  ),
  ..."must_change_password password_never_expires phone contact_email description exchange_domain".split(" "),
  ..."exchange_username pop submit account_code delegates attributes".split(" "),
];

export const restoreFullAccountsSql = `
UPDATE account a
   SET ${fields.map((field) => `${field} = r.${field}`).join(", ")},
       department_id = ${liveDepartment("r.department_id")}, plan_id = ${livePlan("r.plan_id")}, version = a.version + 1, updated_at = now()
  FROM undo_work w, LATERAL jsonb_populate_record(NULL::account, w.before->'account') AS r
 WHERE ${restored} AND w.before ? 'account' AND a.id = w.account_id`;

const addressesBefore = `jsonb_to_recordset(w.before->'addresses') AS x(key text, email text, "isPrimary" boolean, note text)`;

export const restoreAddressesSql = [
  `DELETE FROM address h USING undo_work w
    WHERE ${restored} AND w.before ? 'addresses' AND h.account_id = w.account_id
      AND NOT EXISTS (SELECT FROM ${addressesBefore} WHERE x.key = h.key)`,
  `INSERT INTO address (key, email, account_id, is_primary, note)
   SELECT x.key, x.email, w.account_id, x."isPrimary", x.note FROM undo_work w, ${addressesBefore}
    WHERE w.heap = 'RESTORED' AND w.before ? 'addresses' ORDER BY x.key
   ON CONFLICT (key) DO UPDATE SET email = excluded.email, is_primary = excluded.is_primary, note = excluded.note
    WHERE address.account_id = excluded.account_id`,
];

export const restoreMembershipsSql = [
  `DELETE FROM membership m USING undo_work w
    WHERE ${restored} AND m.account_id = w.account_id AND NOT EXISTS (SELECT FROM ${liveGroups} WHERE g.id = m.group_id)`,
  `INSERT INTO membership (account_id, group_id)
   SELECT w.account_id, g.id FROM undo_work w, ${liveGroups} WHERE w.heap = 'RESTORED' ORDER BY w.account_id, g.id ON CONFLICT DO NOTHING`,
  `UPDATE account a SET version = a.version + 1, updated_at = now() FROM undo_work w
    WHERE w.way = 'JOINED' AND w.heap = 'RESTORED' AND a.id = w.account_id`,
];

const disabled = `(w.changes->'enabled'->>'from' = 'false' OR w.changes->'lockedOut'->>'from' = 'true')`;

/** Sessions, links, invitations and mails of the accounts that stay. $1 and, in the last, $2 as above */
export const endAccessSql = [
  `UPDATE session s SET ended_at = now() FROM undo_work w
    WHERE ${restored} AND ${signsOut} AND s.account_id = w.account_id AND s.ended_at IS NULL`,
  `UPDATE token t SET revoked_at = now() FROM undo_work w
    WHERE ${restored} AND ${disabled} AND t.account_id = w.account_id AND t.used_at IS NULL AND t.revoked_at IS NULL`,
  `UPDATE invitation i SET revoked_at = now() FROM undo_work w
    WHERE ${restored} AND i.import_id = ${rootSql} AND i.account_id = w.account_id AND i.accepted_at IS NULL AND i.revoked_at IS NULL`,
  `UPDATE message m SET ${cancelled("$2")} FROM undo_work w
    WHERE ${restored} AND m.account_id = w.account_id AND ${waits}
      AND (m.import_id = ${rootSql} AND m.kind IN ('welcome', 'invitation')
           OR ${disabled} AND m.kind IN ('welcome', 'password-reset', 'invitation'))`,
];

/**
 * The mails of the file that the undo $1 cancelled before they were sent wait again, each as a new mail under its old number: one
 * a person and file. An invitation went with the account, or was revoked; it is sent by a person. Where the file's import keeps its
 * rows no more, its mails name nobody: the reader is who the account is. Run before endAccessSql.
 */
export const queueAgainSql = `
UPDATE message m SET state = 'QUEUED', account_id = w.account_id, attempts = 0, generation = m.generation + 1, first_try_at = NULL,
       next_attempt_at = now(), last_error = NULL, cancelled_by_id = NULL, cancelled_account_id = NULL,
       to_name = CASE m.to_address WHEN '' THEN (SELECT a.full_name FROM account a WHERE a.id = w.account_id) ELSE m.to_name END,
       to_address = CASE m.to_address WHEN '' THEN (SELECT p.email FROM address p WHERE p.account_id = w.account_id AND p.is_primary)
                                      ELSE m.to_address END
  FROM undo_work w
 WHERE m.import_id = ${rootSql} AND m.cancelled_by_id = $1::bigint AND m.cancelled_account_id = w.account_id
   AND m.state = 'CANCELLED' AND m.kind = 'welcome' AND w.heap = 'RESTORED' AND w.way <> 'JOINED'`;

/** How many addresses the accounts that come back have again; all of them, or something went wrong. */
export const provedAddressesSql = `
SELECT NOT EXISTS (SELECT FROM undo_work w, jsonb_to_recordset(w.before->'addresses') AS x(key text)
                     LEFT JOIN address h ON h.key = x.key
                    WHERE w.heap = 'RESTORED' AND w.before ? 'addresses' AND h.account_id IS DISTINCT FROM w.account_id) AS proved`;

/**
 * What it put back says the same as what the import had found (but for names that were deleted since, which no undo can give back), so
 * that an undo of what came before that knows it again. Who is a member again does where nothing else happened since.
 */
const sameAs = `CASE WHEN w.heap = 'RESTORED' AND (w.way = 'RESTORED' OR w.way = 'JOINED'
       AND ${signSql("w.account_id", "w.live_version")} = ${signSql("w.account_id", "(w.before->>'version')::int + 1")})
     THEN ${signSql("w.account_id", "(w.before->>'version')::int")} END`;

export const keepUndoRowsSql = `
INSERT INTO undo_row (import_id, row_no, account_id, heap, reason, email, full_name, version, same_as)
SELECT $1::bigint, w.row_no, w.account_id, w.heap, w.reason, w.email, w.full_name,
       CASE WHEN w.heap = 'RESTORED' THEN (SELECT a.version FROM account a WHERE a.id = w.account_id) END, ${sameAs}
  FROM undo_work w`;
