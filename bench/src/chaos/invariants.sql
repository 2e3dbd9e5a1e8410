-- What must be true of an organisation at every moment, whatever was killed when: one statement, so one snapshot.
-- Each line of the answer is a rule that is broken, how often, and one example. No line: all is well.
-- $1: true when nothing runs any more; what may be unfinished for a minute must then be finished too.
WITH ended AS (
  SELECT i.*, coalesce((i.summary->>'create')::int, 0) AS planned_creates FROM import i
), broken (rule, example) AS (

  -- Addresses: each once, each of somebody, one primary for every account.
  SELECT 'an address exists twice', min(key) FROM address GROUP BY lower(key) HAVING count(*) > 1
  UNION ALL
  SELECT 'an account has not exactly one primary address', a.id::text FROM account a
    LEFT JOIN address p ON p.account_id = a.id AND p.is_primary GROUP BY a.id HAVING count(p.key) <> 1
  UNION ALL
  SELECT 'an address belongs to nobody', key FROM address d WHERE NOT EXISTS (SELECT FROM account a WHERE a.id = d.account_id)

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

  -- Imports: nothing of one that is not committed, everything of one that is; counts add up.
  UNION ALL
  SELECT 'accounts of an import that is not committed', i.id::text FROM import i
   WHERE i.status <> 'COMPLETED' AND EXISTS (SELECT FROM account a WHERE a.created_import_id = i.id)
  UNION ALL
  SELECT 'groups of an import that is not committed', i.id::text FROM import i
   WHERE i.status <> 'COMPLETED' AND EXISTS (SELECT FROM "group" g WHERE g.created_import_id = i.id)
  UNION ALL
  SELECT 'before-images of an import that is not committed', i.id::text FROM import i
   WHERE i.status <> 'COMPLETED' AND EXISTS (SELECT FROM change c WHERE c.import_id = i.id)
  UNION ALL
  SELECT 'mails to people of an import that is not committed', i.id::text FROM import i
   WHERE i.status <> 'COMPLETED' AND EXISTS (SELECT FROM message m WHERE m.import_id = i.id AND m.kind = 'welcome')
  UNION ALL
  SELECT 'an import is not committed exactly once in the audit log', i.id::text FROM import i
   WHERE i.undoes_id IS NULL AND (SELECT count(*) FROM audit_event e WHERE e.import_id = i.id AND e.action = 'import.committed')
         <> CASE WHEN i.status = 'COMPLETED' THEN 1 ELSE 0 END
  UNION ALL
  SELECT 'outcomes and rows do not add up', e.id::text FROM ended e
   WHERE e.status IN ('READY', 'COMPLETED') AND e.undoes_id IS NULL AND e.summary IS NOT NULL
     AND (SELECT sum(value::int) FROM jsonb_each_text(e.summary)) <> e.rows
  UNION ALL
  SELECT 'the summary is not what the rows say', e.id::text FROM ended e
   WHERE e.status IN ('READY', 'COMPLETED') AND e.undoes_id IS NULL AND e.summary IS NOT NULL
     AND e.planned_creates <> (SELECT count(*) FROM import_plan_row p WHERE p.import_id = e.id AND p.outcome = 'CREATE')
  UNION ALL
  SELECT 'more accounts than the import created', e.id::text FROM ended e
   WHERE e.status = 'COMPLETED' AND e.undoes_id IS NULL
     AND (SELECT count(*) FROM account a WHERE a.created_import_id = e.id) > e.planned_creates
  UNION ALL
  SELECT 'an account that an undo removed is there', u.account_id::text FROM undo_row u
    JOIN import i ON i.id = u.import_id AND i.status = 'COMPLETED' JOIN account a ON a.id = u.account_id
   WHERE u.heap = 'REMOVED' AND NOT EXISTS (SELECT FROM import redo WHERE redo.undoes_id = i.id AND redo.status = 'COMPLETED')

  -- Mail: at most one message of a kind for a person and an import.
  UNION ALL
  SELECT 'two mails of one kind to one person', min(id)::text FROM message
   WHERE import_id IS NOT NULL AND account_id IS NOT NULL GROUP BY import_id, account_id, kind HAVING count(*) > 1

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
  SELECT 'a key older than a day', id::text FROM import
   WHERE sealed_key IS NOT NULL AND sealed_at < now() - interval '25 hours'

  -- When nothing runs any more.
  UNION ALL
  SELECT 'an import that neither ended nor waits for a person', id::text || ' ' || status FROM import
   WHERE $1 AND status IN ('UPLOADING', 'STAGED', 'COMMITTING')
  UNION ALL
  SELECT 'a password that was not hashed', account_id::text FROM pending_password WHERE $1
  UNION ALL
  SELECT 'the key of an import that failed or was cancelled', id::text FROM import
   WHERE $1 AND sealed_key IS NOT NULL AND status IN ('FAILED', 'CANCELLED')
)
SELECT rule, count(*)::int AS times, min(example) AS example FROM broken GROUP BY rule ORDER BY rule;
