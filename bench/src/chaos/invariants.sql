-- What must be true of an organisation at every moment, whatever was killed when: one statement, so one snapshot.
-- Each line of the answer is a rule that is broken, how often, and one example. No line: all is well.
-- $1: true when nothing runs any more; what may be unfinished for a minute must then be finished too.
-- Each table is read as a whole, once or twice, and joined by hashing: a second for a million rows. A row is told by its import and number.
WITH file AS MATERIALIZED (
  -- Imports of a file that were carried out; an undo is an import too, and has rules of its own.
  SELECT i.*, coalesce((i.options->>'noGroup')::boolean, false) AS no_group FROM import i WHERE i.status = 'COMPLETED' AND i.undoes_id IS NULL
), undo AS MATERIALIZED (
  SELECT i.* FROM import i WHERE i.status = 'COMPLETED' AND i.undoes_id IS NOT NULL
), outcome AS MATERIALIZED (
  SELECT p.import_id, lower(p.outcome::text) AS outcome, count(*)::int AS rows FROM import_plan_row p GROUP BY 1, 2
), taken_back AS MATERIALIZED (
  -- What the last undo (or undo of an undo …) that did anything with an account did with it.
  SELECT DISTINCT ON (u.account_id) u.account_id, u.heap FROM undo_row u JOIN undo i ON i.id = u.import_id
   WHERE u.heap IN ('RESTORED', 'REMOVED') ORDER BY u.account_id, i.ended_at DESC, i.id DESC
), made AS MATERIALIZED (
  SELECT p.import_id, p.row_no, p.account_id, p.import_id || ' row ' || p.row_no AS example, i.no_group, i.ended_at, i.options,
         a.id AS live, a.version, a.full_name, a.department_id, t.heap AS taken_back
    FROM file i JOIN import_plan_row p ON p.import_id = i.id AND p.outcome = 'CREATE'
    LEFT JOIN account a ON a.id = p.account_id LEFT JOIN taken_back t ON t.account_id = p.account_id
), untouched AS MATERIALIZED (
  -- As the import made them: nobody changed them since, and no undo either. A row without contents was redacted.
  SELECT m.*, r.email_key, r.alias_keys, r.group_keys, r.full_name AS name_asked, r.department_key
    FROM made m JOIN import_row r USING (import_id, row_no) WHERE m.version = 1 AND m.taken_back IS NULL AND r.email_key IS NOT NULL
), changed AS MATERIALIZED (
  SELECT c.import_id, c.import_id || ' row ' || c.row_no AS example, c.after, (c.before->>'version')::int AS was, a.version, a.full_name
    FROM change c JOIN account a ON a.id = c.account_id WHERE c.before IS NOT NULL AND c.after IS NOT NULL
), undone AS MATERIALIZED (
  SELECT u.import_id, count(*) FILTER (WHERE heap = 'RESTORED')::int AS restored, count(*) FILTER (WHERE heap = 'REMOVED')::int AS removed,
         count(*) FILTER (WHERE heap = 'KEPT')::int AS kept, count(*) FILTER (WHERE heap = 'GONE')::int AS gone FROM undo_row u GROUP BY 1
), mail AS MATERIALIZED (
  SELECT m.import_id, count(*) FILTER (WHERE m.kind IN ('welcome', 'invitation'))::int AS promised,
         count(*) FILTER (WHERE m.kind IN ('welcome', 'invitation') AND m.state = 'SENT')::int AS sent,
         count(*) FILTER (WHERE m.kind IN ('welcome', 'invitation') AND m.state IN ('FAILED', 'UNKNOWN'))::int AS failed
    FROM message m WHERE m.import_id IS NOT NULL GROUP BY 1
), broken (rule, example) AS (

  -- Addresses and user names: each once, each of somebody, one primary for every account.
  SELECT 'an address exists twice', min(key) FROM address GROUP BY lower(key) HAVING count(*) > 1
  UNION ALL
  SELECT 'an account has not exactly one primary address', a.id::text FROM account a
    LEFT JOIN address p ON p.account_id = a.id AND p.is_primary GROUP BY a.id HAVING count(p.key) <> 1
  UNION ALL
  SELECT 'an address belongs to nobody', key FROM address d WHERE NOT EXISTS (SELECT FROM account a WHERE a.id = d.account_id)
  UNION ALL
  SELECT 'a user name exists twice in a domain', min(a.username) FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary
   WHERE a.username IS NOT NULL GROUP BY lower(a.username), split_part(p.key, '@', 2) HAVING count(*) > 1

  -- References: commits may write with the triggers of foreign keys off, so nothing else watches over them.
  UNION ALL
  SELECT 'a membership of an account that is not there', account_id::text FROM membership m
   WHERE NOT EXISTS (SELECT FROM account a WHERE a.id = m.account_id)
  UNION ALL
  SELECT 'a membership of a group that is not there', group_id::text FROM membership m
   WHERE NOT EXISTS (SELECT FROM "group" g WHERE g.id = m.group_id)
  UNION ALL
  SELECT 'an account in a department that is not there', id::text FROM account a
   WHERE department_id IS NOT NULL AND NOT EXISTS (SELECT FROM department d WHERE d.id = a.department_id)
  UNION ALL
  SELECT 'an account with a service plan that is not there', id::text FROM account a
   WHERE plan_id IS NOT NULL AND NOT EXISTS (SELECT FROM service_plan s WHERE s.id = a.plan_id)
  UNION ALL
  SELECT 'a message to an account that is not there', id::text FROM message m
   WHERE account_id IS NOT NULL AND NOT EXISTS (SELECT FROM account a WHERE a.id = m.account_id)
  UNION ALL
  SELECT 'a link, a session, a device, an invitation or a waiting password of an account that is not there', x.example FROM (
    SELECT 'token ' || id AS example, account_id FROM token UNION ALL SELECT 'session ' || id, account_id FROM session
    UNION ALL SELECT 'device ' || id, account_id FROM device UNION ALL SELECT 'invitation ' || id, account_id FROM invitation
    UNION ALL SELECT 'password ' || account_id, account_id FROM pending_password) x
   WHERE x.account_id IS NOT NULL AND NOT EXISTS (SELECT FROM account a WHERE a.id = x.account_id)

  -- Imports: nothing of one that is not committed, everything of one that is; counts add up.
  UNION ALL
  SELECT 'accounts of an import that is not committed', i.id::text FROM import i
   WHERE i.status <> 'COMPLETED' AND EXISTS (SELECT FROM account a WHERE a.created_import_id = i.id)
  UNION ALL
  SELECT 'groups, departments or attributes of an import that is not committed', i.id::text FROM import i
   WHERE i.status <> 'COMPLETED' AND (EXISTS (SELECT FROM "group" g WHERE g.created_import_id = i.id)
      OR EXISTS (SELECT FROM department d WHERE d.created_import_id = i.id) OR EXISTS (SELECT FROM attribute t WHERE t.created_import_id = i.id))
  UNION ALL
  SELECT 'before-images of an import that is not committed', i.id::text FROM import i
   WHERE i.status <> 'COMPLETED' AND EXISTS (SELECT FROM change c WHERE c.import_id = i.id)
  UNION ALL
  SELECT 'mails to people of an import that is not committed', i.id::text FROM import i
   WHERE i.status <> 'COMPLETED' AND EXISTS (SELECT FROM message m WHERE m.import_id = i.id AND m.kind IN ('welcome', 'invitation'))
  UNION ALL
  SELECT 'passwords of an import that is not committed', i.id::text FROM import i
   WHERE i.status <> 'COMPLETED' AND EXISTS (SELECT FROM pending_password w WHERE w.import_id = i.id)
  UNION ALL
  SELECT 'an import is not committed, or taken back, exactly once in the audit log', i.id::text FROM import i
    LEFT JOIN (SELECT e.import_id, e.action, count(*) AS times FROM audit_event e WHERE e.action IN ('import.committed', 'import.undone') GROUP BY 1, 2) e
           ON e.import_id = i.id AND e.action = CASE WHEN i.undoes_id IS NULL THEN 'import.committed' ELSE 'import.undone' END
   WHERE coalesce(e.times, 0) <> CASE WHEN i.status = 'COMPLETED' THEN 1 ELSE 0 END
  UNION ALL
  SELECT 'outcomes and rows do not add up', i.id::text FROM import i
   WHERE i.status IN ('READY', 'COMPLETED') AND i.undoes_id IS NULL AND i.summary IS NOT NULL
     AND (SELECT sum(value::int) FROM jsonb_each_text(i.summary)) <> i.rows
  UNION ALL
  SELECT 'the summary is not what the rows say', i.id::text || ' ' || s.key
    FROM import i CROSS JOIN jsonb_each_text(i.summary) s LEFT JOIN outcome o ON o.import_id = i.id AND o.outcome = s.key
   WHERE i.status IN ('READY', 'COMPLETED') AND i.undoes_id IS NULL AND s.value::int <> coalesce(o.rows, 0)
  UNION ALL
  SELECT 'more accounts than the import created', i.id::text FROM file i
   WHERE (SELECT count(*) FROM account a WHERE a.created_import_id = i.id) > coalesce((i.summary->>'create')::int, 0)
  UNION ALL
  SELECT 'an account that an import created is lost', m.example FROM made m
   WHERE m.live IS NULL AND m.taken_back IS DISTINCT FROM 'REMOVED'
     AND NOT EXISTS (SELECT FROM audit_event e WHERE e.action = 'account.deleted' AND e.subject_type = 'account' AND e.subject_id = m.account_id::text)
  UNION ALL
  SELECT 'an account has not the addresses that its import gave it', m.example FROM untouched m
   WHERE EXISTS (SELECT FROM unnest(m.email_key || coalesce(m.alias_keys, '{}')) AS k(key)
                  WHERE NOT EXISTS (SELECT FROM address h WHERE h.key = k.key AND h.account_id = m.account_id))
  UNION ALL
  SELECT 'an account has not the name or department that its import gave it', m.example FROM untouched m
   WHERE m.name_asked <> m.full_name OR m.department_key IS NOT NULL AND m.department_id IS NULL
  UNION ALL
  -- Groups that are there and were then; one that was renamed since goes by another key.
  SELECT 'an account is not in the groups that its import put it into', m.example
    FROM untouched m CROSS JOIN unnest(m.group_keys) AS k(key) JOIN "group" g ON g.name_key = k.key AND g.created_at <= m.ended_at
   WHERE NOT m.no_group AND NOT EXISTS (SELECT FROM membership x WHERE x.account_id = m.account_id AND x.group_id = g.id)
     AND NOT EXISTS (SELECT FROM audit_event e WHERE e.action = 'group.updated' AND e.subject_type = 'group' AND e.subject_id = g.id::text)
  UNION ALL
  SELECT 'an account is not in the group that all of its import were put into', m.example
    FROM untouched m CROSS JOIN jsonb_array_elements_text(m.options->'groups') AS o(name)
    JOIN "group" g ON lower(g.name) = lower(o.name) AND g.created_at <= m.ended_at
   WHERE NOT EXISTS (SELECT FROM membership x WHERE x.account_id = m.account_id AND x.group_id = g.id)
  UNION ALL
  SELECT 'an account that an import changed has no before-image', p.import_id || ' row ' || p.row_no
    FROM file i JOIN import_plan_row p ON p.import_id = i.id AND p.outcome = 'UPDATE' LEFT JOIN change c USING (import_id, row_no)
   WHERE i.redacted_at IS NULL AND c.account_id IS DISTINCT FROM p.account_id
  UNION ALL
  SELECT 'a change was not made', c.example FROM changed c
   WHERE c.version <= c.was OR c.version = c.was + 1 AND c.full_name <> c.after->'fullName'->>'to'

  -- Undos: what they say they did is what they did, and can be taken back.
  UNION ALL
  SELECT 'rows of an undo that is not committed', i.id::text FROM import i
   WHERE i.status <> 'COMPLETED' AND EXISTS (SELECT FROM undo_row u WHERE u.import_id = i.id)
  UNION ALL
  SELECT 'the counts of an undo are not what its rows say', i.id::text FROM undo i LEFT JOIN undone u ON u.import_id = i.id
   WHERE coalesce(u.restored, 0) IS DISTINCT FROM (i.consequences->'undo'->>'restored')::int
      OR coalesce(u.removed, 0) IS DISTINCT FROM (i.consequences->'undo'->>'removed')::int
      OR coalesce(u.kept, 0) IS DISTINCT FROM (i.consequences->'undo'->>'kept')::int
      OR coalesce(u.gone, 0) IS DISTINCT FROM (i.consequences->'undo'->>'gone')::int
  UNION ALL
  SELECT 'an account that an undo touched has no before-image', u.import_id || ' row ' || u.row_no
    FROM undo i JOIN undo_row u ON u.import_id = i.id LEFT JOIN change c ON c.import_id = u.import_id AND c.row_no = u.row_no
   WHERE u.heap IN ('RESTORED', 'REMOVED') AND i.redacted_at IS NULL AND c.account_id IS DISTINCT FROM u.account_id
  UNION ALL
  SELECT 'an account that an undo removed is there', t.account_id::text FROM taken_back t JOIN account a ON a.id = t.account_id WHERE t.heap = 'REMOVED'

  -- Mail: what was promised and no more, counted as it is; at most one message of a kind for a person and an import.
  UNION ALL
  SELECT 'not as many mails as the import says', i.id::text FROM file i LEFT JOIN mail m ON m.import_id = i.id
   WHERE coalesce(m.promised, 0) <> i.mails
  UNION ALL
  SELECT 'the mails of an import are counted otherwise than they are', i.id::text FROM import i LEFT JOIN mail m ON m.import_id = i.id
    LEFT JOIN (SELECT import_id, sum(sent)::int AS sent, sum(failed)::int AS failed FROM import_mail GROUP BY 1) c ON c.import_id = i.id
   WHERE coalesce(m.sent, 0) <> coalesce(c.sent, 0) OR coalesce(m.failed, 0) <> coalesce(c.failed, 0)
  UNION ALL
  SELECT 'two mails of one kind to one person', min(id)::text FROM message
   WHERE import_id IS NOT NULL AND account_id IS NOT NULL GROUP BY import_id, account_id, kind HAVING count(*) > 1
  UNION ALL
  SELECT 'two mails of one kind to one address', min(id)::text FROM message
   WHERE import_id IS NOT NULL AND to_address <> '' GROUP BY import_id, lower(to_address), kind HAVING count(*) > 1

  -- Somebody can always get in who may do everything.
  UNION ALL
  SELECT 'no Master administrator who can sign in', NULL
   WHERE EXISTS (SELECT FROM account WHERE role = 'ADMINISTRATOR')
     AND NOT EXISTS (SELECT FROM account WHERE role = 'ADMINISTRATOR' AND admin_role = 'MASTER' AND enabled AND NOT locked_out)

  -- The audit log: every link holds, none is missing, and its end is where the head says.
  UNION ALL
  SELECT 'the audit chain is broken', id::text FROM (
    SELECT e.*, lag(e.hash) OVER (ORDER BY e.id) AS before, lag(e.id) OVER (ORDER BY e.id) AS last FROM audit_event e) e
   WHERE e.hash <> sha256(e.previous_hash || convert_to(audit_text((SELECT o FROM audit_event o WHERE o.id = e.id)), 'UTF8'))
      OR (e.last IS NOT NULL AND (e.previous_hash <> e.before OR e.id <> e.last + 1))
  UNION ALL
  SELECT 'the audit head is not the last event', h.last::text FROM audit_head h
   WHERE h.last <> coalesce((SELECT max(id) FROM audit_event), 0)

  -- Passwords: a sealed one waits only while its import's key is there, and no key outlives a day.
  UNION ALL
  SELECT 'a sealed password without its key', w.account_id::text FROM pending_password w
    LEFT JOIN import i ON i.id = w.import_id WHERE i.sealed_key IS NULL
  UNION ALL
  SELECT 'an account says it has a password, and there is none', a.id::text FROM account a LEFT JOIN pending_password w ON w.account_id = a.id
   WHERE a.has_password AND a.password_hash IS NULL AND w.account_id IS NULL
  UNION ALL
  SELECT 'a key older than a day', id::text FROM import
   WHERE sealed_key IS NOT NULL AND sealed_at < now() - interval '25 hours'

  -- When nothing runs any more.
  UNION ALL
  SELECT 'an import that neither ended nor waits for a person', id::text || ' ' || status FROM import
   WHERE $1 AND status IN ('UPLOADING', 'STAGED', 'COMMITTING')
  UNION ALL
  SELECT 'a password that was not hashed', account_id::text FROM pending_password WHERE $1
  UNION ALL
  SELECT 'the key of an import that ended, with no password left to hash', id::text FROM import i
   WHERE $1 AND sealed_key IS NOT NULL AND status IN ('COMPLETED', 'FAILED', 'CANCELLED')
     AND NOT EXISTS (SELECT FROM pending_password w WHERE w.import_id = i.id)
)
SELECT rule, count(*)::int AS times, min(example) AS example FROM broken GROUP BY rule ORDER BY rule;
