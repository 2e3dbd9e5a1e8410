/**
 * What taking an import back would do with every account that it made or changed: one statement, which the preview reads and
 * the undo itself runs again under its locks. $1 the import, $2 its chosen rows (null: all), $3 who asks, $4 {audit action:
 * what to say of it}. Row numbers below zero are members outside the file whom the import took out of a group.
 */

/** What the import did, and what putting it back needs. `way` is what would happen if nobody had changed anything since. */
const targets = `
  SELECT p.row_no, p.account_id, 'REMOVED' AS way, 1 AS version, NULL::jsonb AS before, NULL::jsonb AS changes
    FROM import_plan_row p WHERE p.import_id = $1::bigint AND p.outcome = 'CREATE' AND p.account_id IS NOT NULL
  UNION ALL
  SELECT c.row_no, c.account_id,
         CASE WHEN c.before IS NULL THEN 'REMOVED' WHEN c.after IS NULL THEN 'REMADE' ELSE 'RESTORED' END,
         coalesce(u.version, (c.before->>'version')::int + 1), c.before, c.after
    FROM change c LEFT JOIN undo_row u USING (import_id, row_no) WHERE c.import_id = $1::bigint
  UNION ALL
  SELECT -row_number() OVER (ORDER BY x.account_id)::int, x.account_id, 'JOINED', NULL,
         jsonb_build_object('join', jsonb_agg(x.group_id)),
         jsonb_build_object('groups', jsonb_build_object('add', '[]'::jsonb, 'remove', jsonb_agg(x.group_name)))
    FROM import_removal x WHERE x.import_id = $1::bigint AND x.applied GROUP BY x.account_id`;

/** Rows that an undo put back already: once is enough. The undo itself is taken back by its own number. */
const done = `
  SELECT d.row_no FROM import i JOIN undo_row d ON d.import_id = i.id
   WHERE i.undoes_id = $1::bigint AND i.status = 'COMPLETED' AND d.heap IN ('RESTORED', 'REMOVED')`;

const on = (moment: string): string => `' on ' || to_char(${moment}, 'FMDD FMMonth YYYY') || '.'`;

const whoChanged = `coalesce((SELECT says FROM (
      SELECT e.at, e.actor_name || ' ' || ($4::jsonb->>e.action) || ${on("e.at")} AS says FROM audit_event e
       WHERE e.subject_type = 'account' AND e.subject_id = a.id::text AND $4::jsonb ? e.action AND e.at >= it.ended_at
      UNION ALL
      SELECT i.ended_at, 'The import ' || i.file_name || ' changed it' || ${on("i.ended_at")} FROM change c JOIN import i ON i.id = c.import_id
       WHERE c.account_id = a.id AND i.ended_at > it.ended_at) AS since ORDER BY since.at DESC LIMIT 1), 'It was changed since.')`;

const taken = `(SELECT 'The address ' || w.email || ' belongs to another account now.'
      FROM jsonb_to_recordset(t.before->'addresses') AS w(key text, email text) JOIN address held ON held.key = w.key
     WHERE held.account_id <> t.account_id ORDER BY w.key LIMIT 1)`;

/** Null: nothing stands against it. */
const keptBecause = `CASE
    WHEN t.way = 'REMADE' THEN CASE WHEN a.id IS NOT NULL THEN 'It is there again.' ELSE ${taken} END
    WHEN a.id IS NULL THEN NULL
    WHEN t.way = 'JOINED' THEN CASE WHEN NOT EXISTS (
         SELECT FROM jsonb_array_elements_text(t.before->'join') AS j(id) JOIN "group" g ON g.id = j.id::bigint
          WHERE NOT EXISTS (SELECT FROM membership m WHERE m.account_id = a.id AND m.group_id = g.id))
         THEN 'The group is gone, or it is a member again.' END
    WHEN t.way = 'REMOVED' AND a.id = $3::bigint THEN 'It is your own account.'
    WHEN t.way = 'REMOVED' AND EXISTS (SELECT FROM device d WHERE d.account_id = a.id) THEN 'Its owner has enrolled a device.'
    WHEN t.way = 'REMOVED' AND a.last_seen_at IS NOT NULL THEN 'Its owner has signed in.'
    WHEN a.version IS DISTINCT FROM t.version THEN ${whoChanged}
    WHEN t.before ? 'account' AND NOT t.before->'account' ? 'full_name'
    THEN 'An older version of Rollcall imported it and kept too little to put it back.'
    WHEN t.before ? 'addresses' THEN ${taken}
  END`;

/** Columns: row_no, account_id, way, heap, reason, email, full_name, before, changes, live_version. */
export const undoRowsSql = `
SELECT s.*, CASE WHEN s.way <> 'REMADE' AND s.live_version IS NULL THEN 'GONE' WHEN s.reason IS NOT NULL THEN 'KEPT'
                 WHEN s.way = 'REMOVED' THEN 'REMOVED' ELSE 'RESTORED' END::"UndoHeap" AS heap
  FROM (
    SELECT t.row_no, t.account_id, t.way, t.before, t.changes, a.version AS live_version, ${keptBecause} AS reason,
           coalesce((SELECT h.email FROM address h WHERE h.account_id = a.id AND h.is_primary),
                    (SELECT w.email FROM jsonb_to_recordset(t.before->'addresses') AS w(email text, "isPrimary" boolean) WHERE w."isPrimary"),
                    (SELECT r.email FROM import_row r WHERE r.import_id = $1::bigint AND r.row_no = t.row_no)) AS email,
           coalesce(a.full_name, t.before->'account'->>'full_name', t.before->>'fullName',
                    (SELECT r.full_name FROM import_row r WHERE r.import_id = $1::bigint AND r.row_no = t.row_no)) AS full_name
      FROM (${targets}) AS t CROSS JOIN (SELECT ended_at FROM import WHERE id = $1::bigint) AS it
      LEFT JOIN account a ON a.id = t.account_id
     WHERE ($2::int[] IS NULL OR t.row_no = ANY ($2::int[])) AND t.row_no NOT IN (${done})
  ) AS s`;

/** Accounts that the statement above looks at, locked in the order in which everybody locks them. $1, $2 as above. */
export const lockUndoneAccountsSql = `
SELECT a.id FROM account a
 WHERE a.id IN (SELECT t.account_id FROM (${targets}) AS t WHERE $2::int[] IS NULL OR t.row_no = ANY ($2::int[]))
 ORDER BY a.id FOR UPDATE OF a`;

/**
 * The mails of the import that wait, locked before the accounts: who makes one ready holds the mail and then writes a link, which
 * needs the account. In the other order the two would wait for each other. $1 as above.
 */
export const lockUndoneMessagesSql = `
SELECT id FROM message WHERE import_id = $1::bigint AND state IN ('QUEUED', 'RETRYING') ORDER BY id FOR UPDATE`;
