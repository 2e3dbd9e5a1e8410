/**
 * What taking an import back would do with every account that it made or changed, but for what it depends on between them
 * (undo-claims-sql.ts) and on names that were deleted since (undo-lacking-sql.ts): the preview and the undo itself both put these rows into undo_work. $1 the import, $2 its chosen rows
 * (null: all), $3 who asks, $4 {audit action: what to say of it}. Row numbers below zero are members outside the file whom the
 * import took out of a group.
 */

/** The file behind an undo of an undo of …; what that file's import created, and its mails, have its number. */
export const rootSql = `(WITH RECURSIVE up AS (SELECT id, undoes_id FROM import WHERE id = $1::bigint
    UNION ALL SELECT i.id, i.undoes_id FROM import i JOIN up ON i.id = up.undoes_id)
  SELECT id FROM up WHERE undoes_id IS NULL)`;

/** Which of them: all, those after $5 (as far as $6 many), or those of the accounts $5. */
export type UndoScope = "all" | "page" | "accounts";

const after: Record<UndoScope, (alias: string) => string> = {
  all: () => "",
  page: (alias) => `AND ${alias}.row_no > $5::int ORDER BY ${alias}.row_no LIMIT $6::int`,
  accounts: (alias) => `AND ${alias}.account_id = ANY ($5::bigint[])`,
};
const chosen = (alias: string): string => `($2::int[] IS NULL OR ${alias}.row_no = ANY ($2::int[]))`;

/**
 * Rows that are taken back as it is: by an undo whose own undo did not bring them again, and so on: the last of all these that
 * touched the row says it. Once is enough.
 */
const undone = (alias: string): string => `coalesce((
    WITH RECURSIVE down AS (
      SELECT i.id, i.ended_at, true AS back FROM import i WHERE i.undoes_id = $1::bigint AND i.status = 'COMPLETED'
      UNION ALL SELECT i.id, i.ended_at, NOT d.back FROM import i JOIN down d ON i.undoes_id = d.id WHERE i.status = 'COMPLETED')
    SELECT d.back FROM down d JOIN undo_row u ON u.import_id = d.id AND u.row_no = ${alias}.row_no AND u.heap IN ('RESTORED', 'REMOVED')
     ORDER BY d.ended_at DESC, d.id DESC LIMIT 1), false)`;

/**
 * Two versions of an account with the same sign say the same, to the letter: of a version that an undo put back, the first of those
 * that it is again; of any other, itself. (decision 19)
 */
export const signSql = (account: string, version: string): string =>
  `coalesce((SELECT z.same_as FROM undo_row z WHERE z.account_id = ${account} AND z.version = ${version} AND z.same_as IS NOT NULL LIMIT 1), ${version})`;

/** What the import did, and what putting it back needs. `way` is what would happen if nobody had changed anything since. */
const targets = (scope: UndoScope): string => `
  (SELECT p.row_no, p.account_id, 'REMOVED' AS way, 1 AS version, NULL::jsonb AS before, NULL::jsonb AS changes
    FROM import_plan_row p WHERE p.import_id = $1::bigint AND p.outcome = 'CREATE' AND p.account_id IS NOT NULL
     AND ${chosen("p")} AND NOT ${undone("p")}
     ${scope === "accounts" ? "AND p.row_no IN (SELECT created_row_no FROM account WHERE id = ANY ($5::bigint[]))" : ""} ${after[scope]("p")})
  UNION ALL
  (SELECT c.row_no, c.account_id,
         CASE WHEN c.before IS NULL THEN 'REMOVED' WHEN c.after IS NULL THEN 'REMADE' ELSE 'RESTORED' END,
         coalesce(u.version, (c.before->>'version')::int + 1), c.before, c.after
    FROM change c LEFT JOIN undo_row u USING (import_id, row_no)
   WHERE c.import_id = $1::bigint AND ${chosen("c")} AND NOT ${undone("c")} ${after[scope]("c")})
  UNION ALL
  (SELECT j.row_no, j.account_id, 'JOINED', NULL, j.before, j.changes FROM (
    SELECT -row_number() OVER (ORDER BY x.account_id)::int AS row_no, x.account_id,
         jsonb_build_object('join', jsonb_agg(x.group_id), 'version', min(x.version) - 1) AS before,
         jsonb_build_object('groups', jsonb_build_object('add', '[]'::jsonb, 'remove', jsonb_agg(x.group_name))) AS changes
    FROM import_removal x WHERE x.import_id = $1::bigint AND x.applied GROUP BY x.account_id) AS j
   WHERE ${chosen("j")} AND NOT ${undone("j")} ${after[scope]("j")})`;

const on = (moment: string): string => `' on ' || to_char(${moment}, 'FMDD FMMonth YYYY') || '.'`;

/** What was done and undone again since is not what changed it. */
const whoChanged = `coalesce((SELECT says FROM (
      SELECT e.at, e.actor_name || ' ' || ($4::jsonb->>e.action) || ${on("e.at")} AS says FROM audit_event e
       WHERE e.subject_type = 'account' AND e.subject_id = a.id::text AND $4::jsonb ? e.action AND e.at >= it.ended_at
      UNION ALL
      SELECT i.ended_at, 'The import ' || i.file_name || ' changed it' || ${on("i.ended_at")} FROM change c JOIN import i ON i.id = c.import_id
       WHERE c.account_id = a.id AND i.ended_at > it.ended_at
         AND NOT coalesce((c.before->>'version')::int >= ${signSql("a.id", "a.version")}, false)) AS since ORDER BY since.at DESC LIMIT 1), 'It was changed since.')`;

/** Null: nothing stands against it. */
const keptBecause = `CASE
    WHEN t.way = 'REMADE' THEN CASE WHEN a.id IS NOT NULL THEN 'It is there again.' END
    WHEN a.id IS NULL THEN NULL
    WHEN t.way = 'JOINED' THEN NULL
    WHEN t.way = 'REMOVED' AND a.id = $3::bigint THEN 'It is your own account.'
    WHEN t.way = 'REMOVED' AND EXISTS (SELECT FROM device d WHERE d.account_id = a.id) THEN 'Its owner has enrolled a device.'
    WHEN t.way = 'REMOVED' AND a.last_seen_at IS NOT NULL THEN 'Its owner has signed in.'
    WHEN a.version IS DISTINCT FROM t.version AND ${signSql("a.id", "a.version")} IS DISTINCT FROM ${signSql("a.id", "t.version")}
    THEN ${whoChanged}
    WHEN t.before ? 'account' AND NOT t.before->'account' ? 'full_name'
    THEN 'An older version of Rollcall imported it and kept too little to put it back.'
  END`;

/** Columns: row_no, account_id, way, before, changes, live_version, reason, email, full_name, heap. */
const rows = (scope: UndoScope): string => `
SELECT s.*, CASE WHEN s.way <> 'REMADE' AND s.live_version IS NULL THEN 'GONE' WHEN s.reason IS NOT NULL THEN 'KEPT'
                 WHEN s.way = 'REMOVED' THEN 'REMOVED' ELSE 'RESTORED' END::"UndoHeap" AS heap
  FROM (
    SELECT t.row_no, t.account_id, t.way, t.before, t.changes, a.version AS live_version, ${keptBecause} AS reason,
           coalesce((SELECT h.email FROM address h WHERE h.account_id = a.id AND h.is_primary),
                    (SELECT w.email FROM jsonb_to_recordset(t.before->'addresses') AS w(email text, "isPrimary" boolean) WHERE w."isPrimary"),
                    (SELECT r.email FROM import_row r WHERE r.import_id = $1::bigint AND r.row_no = t.row_no)) AS email,
           coalesce(a.full_name, t.before->'account'->>'full_name', t.before->>'fullName',
                    (SELECT r.full_name FROM import_row r WHERE r.import_id = $1::bigint AND r.row_no = t.row_no)) AS full_name
      FROM (SELECT * FROM (${targets(scope)}) AS u ${scope === "page" ? "ORDER BY row_no LIMIT $6::int" : ""}) AS t
      CROSS JOIN (SELECT ended_at FROM import WHERE id = $1::bigint) AS it
      LEFT JOIN account a ON a.id = t.account_id
  ) AS s`;

/** $1…$6 as above; `accounts`: those that are there already stay. */
export const fillWorkSql = (scope: UndoScope): string => `
INSERT INTO undo_work (row_no, account_id, way, before, changes, live_version, reason, email, full_name, heap)
SELECT row_no, account_id, way, before, changes, live_version, reason, email, full_name, heap FROM (${rows(scope)}) AS s
ON CONFLICT (row_no) DO NOTHING`;

/** Accounts that the statement above looks at, locked in the order in which everybody locks them. $1, $2 as above. */
export const lockUndoneAccountsSql = `
SELECT a.id FROM account a
 WHERE a.id IN (SELECT t.account_id FROM (${targets("all")}) AS t)
 ORDER BY a.id FOR UPDATE OF a`;

/**
 * The mails of the import that wait, locked before the accounts: who makes one ready holds the mail and then writes a link, which
 * needs the account. In the other order the two would wait for each other. $1 as above; mails are the file's own, whichever undo of
 * an undo it is.
 */
export const lockUndoneMessagesSql = `
SELECT id FROM message WHERE import_id = ${rootSql} AND state IN ('QUEUED', 'RETRYING') ORDER BY id FOR UPDATE`;
