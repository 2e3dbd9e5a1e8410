/**
 * The statements that make a large organisation out of `person` (i, full_name, local). Chance is a hash of the row's number,
 * so it is the same every time. What goes together in real ones goes together here: people of one file came at one moment, of
 * one domain, into few departments, and who came yesterday was never seen.
 */

/** A number from 0 to 1 that is always the same for the same row. */
const chance = (salt: number, of = "p.i"): string =>
  `((hashint8extended(${of}, ${String(salt)}) & 2147483647) / 2147483648.0::float8)`;

/** Where in the organisation's history somebody came, as a share of all. */
const first = 0.3;
const directory = 0.39;
const manual = 0.42;
const monthly = 0.72;
const bought = 0.92;

export function largeSql(accounts: number): [what: string, statement: string][] {
  const upTo = (share: number): string => String(Math.round(accounts * share));
  const between = (low: number, high: number): string => `p.i > ${upTo(low)} AND p.i <= ${upTo(high)}`;
  const ofBought = between(monthly, bought);
  const ofYesterday = `p.i > ${upTo(bought)}`;
  /** 1 the first file, 2 to 11 those of every month, 12 the company that was bought, 13 yesterday's; none for the others */
  const file = `CASE WHEN p.i <= ${upTo(first)} THEN 1 WHEN ${between(manual, monthly)} THEN 2 + (p.i - ${upTo(manual)} - 1) * 10 / ${upTo(monthly - manual)}
    WHEN ${ofBought} THEN 12 WHEN ${ofYesterday} THEN 13 END`;
  const at = (number: string): string =>
    `(date_trunc('day', now()) - (CASE WHEN ${number} = 1 THEN 700 WHEN ${number} = 12 THEN 35 WHEN ${number} = 13 THEN 1 ELSE 390 - 30 * (${number}) END) * interval '1 day' + interval '9 hours')`;
  const status = chance(1);
  const invited = `(${ofYesterday} OR ${status} < 0.02)`;
  return [
    ["departments and groups", namedSql],
    [
      "imports",
      `INSERT INTO import (id, status, created_by_name, file_name, options, rows, summary, mails, created_at, planned_at, confirmed_at, ended_at)
       SELECT n, (CASE WHEN n % 17 = 0 THEN 'CANCELLED' WHEN n = 3000 THEN 'READY' ELSE 'COMPLETED' END)::"ImportStatus", 'Ingrid Solheim',
              'people-' || n || '.csv', '{}', ${String(accounts)} / 10, '{"create": 1, "update": 0, "unchanged": 0, "skip": 0, "problem": 0}', 100,
              t, t, t, t FROM (SELECT n, ${at("least(n, 13)")} + n * interval '1 second' AS t FROM generate_series(1, 3000) n) s`,
    ],
    [
      "accounts",
      `INSERT INTO account (id, kind, source, full_name, role, admin_role, enabled, locked_out, has_password, department_id, plan_id,
                            created_import_id, created_row_no, created_at, updated_at, last_seen_at)
       SELECT p.i, (CASE WHEN ${chance(2)} < 0.004 THEN 'LIST' ELSE 'PERSON' END)::"AccountKind",
              (CASE WHEN ${between(first, directory)} THEN 'DIRECTORY' WHEN ${between(directory, manual)} THEN 'MANUAL' ELSE 'IMPORTED' END)::"AccountSource",
              p.full_name, (CASE WHEN ${chance(3)} < 0.0003 THEN 'ADMINISTRATOR' ELSE 'USER' END)::"Role",
              (CASE WHEN ${chance(3)} < 0.0003 THEN (ARRAY['MASTER','SUPER','FULL','HELPDESK','HELPDESK','BASIC'])[1 + floor(${chance(4)} * 6)::int] END)::"AdminRole",
              ${status} < 0.96, ${chance(5)} < 0.001, NOT ${invited},
              CASE WHEN ${chance(6)} < 0.05 THEN NULL
                   WHEN ${ofBought} THEN 101 + floor(50 * ${chance(7)} ^ 2)::int
                   WHEN ${ofYesterday} AND ${chance(8)} < 0.6 THEN 151 ELSE 1 + floor(100 * ${chance(7)} ^ 2)::int END,
              CASE WHEN ${chance(9)} < 0.6 THEN 1 + floor(5 * ${chance(10)} ^ 2)::int END,
              ${file}, CASE WHEN (${file}) IS NOT NULL THEN p.i END, c.t, c.t,
              CASE WHEN NOT ${invited} AND ${chance(11)} < 0.7
                   THEN greatest(c.t, now() - (-ln(1.000001 - ${chance(12)})) * interval '20 days') END
         FROM person p CROSS JOIN LATERAL
              (SELECT coalesce(${at(`(${file})`)}, now() - interval '600 days' * (1 - p.i / ${upTo(1)}::float8)) AS t) c`,
    ],
    [
      "addresses",
      `INSERT INTO address (key, email, account_id)
       SELECT k, k, i FROM (SELECT p.i, p.local || CASE WHEN ${ofBought} THEN '@northern.example' WHEN ${chance(13)} < 0.1
         THEN '@partners.haldenmoor.example' ELSE '@haldenmoor.example' END AS k FROM person p) s ORDER BY k COLLATE "C";
       INSERT INTO address (key, email, account_id, is_primary)
       SELECT p.local || '@alias.example', p.local || '@alias.example', p.i, false FROM person p WHERE ${chance(14)} < 0.08`,
    ],
    [
      "memberships",
      `INSERT INTO membership (account_id, group_id)
       SELECT i, g FROM (
         SELECT p.i, 1 AS g FROM person p WHERE NOT (${ofBought} OR ${ofYesterday})
         UNION ALL SELECT p.i, 501 FROM person p WHERE ${ofBought}
         UNION ALL SELECT p.i, 502 FROM person p WHERE ${ofYesterday}
         UNION SELECT p.i, 2 + floor(498 * ${chance(16, "p.i * 3 + n")} ^ 2)::int FROM person p, generate_series(0, 2) n
                WHERE ${chance(15, "p.i * 3 + n")} < 0.5) s ORDER BY 1, 2`,
    ],
    [
      "mails",
      `INSERT INTO message (id, kind, state, account_id, import_id, to_address, to_name, subject, created_at, next_attempt_at, sent_at)
       SELECT p.i, CASE WHEN (${file}) IS NULL THEN 'password-reset' ELSE 'welcome' END,
              (CASE WHEN ${ofYesterday} THEN 'QUEUED' WHEN ${chance(17)} < 0.005 THEN 'FAILED' WHEN ${chance(17)} < 0.006 THEN 'UNKNOWN'
                    WHEN ${chance(17)} < 0.016 THEN 'CANCELLED' ELSE 'SENT' END)::"MessageState",
              p.i, ${file}, k.email, p.full_name, 'Welcome', a.created_at, now() + interval '1 day', a.created_at
         FROM person p JOIN account a ON a.id = p.i JOIN address k ON k.account_id = p.i AND k.is_primary;
       INSERT INTO import_mail SELECT import_id, 0, count(*) FILTER (WHERE state = 'SENT'), count(*) FILTER (WHERE state IN ('FAILED', 'UNKNOWN'))
         FROM message WHERE import_id IS NOT NULL GROUP BY 1`,
    ],
    [
      "audit events",
      `INSERT INTO audit_event (id, at, actor_id, actor_name, action, subject_type, subject_id, subject_name, import_id, data)
       SELECT p.i, now() - interval '700 days' * (1 - p.i / ${upTo(1)}::float8),
              CASE WHEN ${chance(18)} < 0.1 THEN NULL ELSE 1 + floor(300 * ${chance(19)} ^ 2)::int END, 'Somebody',
              (ARRAY['session.started', 'account.updated', 'membership.added', 'password.changed', 'import.committed', 'settings.updated'])[1 + floor(6 * ${chance(20)} ^ 3)::int],
              'account', (1 + floor(${upTo(1)} * ${chance(21)}))::int::text, p.full_name, CASE WHEN ${chance(22)} < 0.01 THEN 1 + floor(3000 * ${chance(23)})::int END, '{}'
         FROM person p;
       UPDATE audit_head SET last = ${upTo(1)}`,
    ],
    ["devices and invitations", enrolmentSql(accounts)],
    ["rows of the newest import and of an undo", rowsSql(accounts)],
    [
      "counters",
      `SELECT setval('account_id_seq', ${upTo(1)}), setval('message_id_seq', ${upTo(1)}), setval('import_id_seq', 3000),
              setval('department_id_seq', 1000), setval('group_id_seq', 1000), setval('service_plan_id_seq', 10),
              setval('device_id_seq', ${upTo(1)}), setval('invitation_id_seq', ${upTo(1)}), setval('audit_event_id_seq', ${upTo(1)})`,
    ],
  ];
}

const namedSql = `
  INSERT INTO department (id, name, name_key) SELECT n, 'Department ' || n, 'department ' || n FROM generate_series(1, 200) n;
  INSERT INTO "group" (id, name, name_key) SELECT n, 'Group ' || n, 'group ' || n FROM generate_series(1, 502) n;
  INSERT INTO service_plan (id, name, name_key) SELECT n, 'Plan ' || n, 'plan ' || n FROM generate_series(1, 5) n;
  INSERT INTO policy (id, name, name_key) SELECT n, 'Policy ' || n, 'policy ' || n FROM generate_series(1, 5) n`;

const enrolmentSql = (accounts: number): string => `
  INSERT INTO invitation (id, account_id, import_id, created_at, expires_at, accepted_at, revoked_at)
  SELECT p.i, p.i, CASE WHEN p.i % 3 = 0 THEN 1 + p.i % 13 END, t, t + interval '14 days',
         CASE WHEN ${chance(24)} < 0.6 THEN t + interval '1 day' END, CASE WHEN ${chance(24)} > 0.97 THEN t + interval '2 days' END
    FROM (SELECT i, now() - interval '600 days' * (1 - i / ${String(accounts)}::float8) AS t FROM person) p;
  INSERT INTO device (id, account_id, invitation_id, policy_id, name, platform, state, enrolled_at)
  SELECT v.id, v.account_id, v.id, 1 + v.id % 5, 'Device of ' || p.full_name, (ARRAY['IOS','IOS','ANDROID','ANDROID','WINDOWS','MACOS','LINUX'])[1 + v.id % 7]::"DevicePlatform",
         (CASE WHEN ${chance(25)} < 0.002 THEN 'LOST' WHEN ${chance(25)} < 0.1 THEN 'REMOVED' ELSE 'ENROLLED' END)::"DeviceState", v.accepted_at
    FROM invitation v JOIN person p ON p.i = v.id WHERE v.accepted_at IS NOT NULL`;

const rowsSql = (accounts: number): string => `
  UPDATE import SET rows = ${String(accounts)}, mails = ${String(accounts)}, undoes_id = 12 WHERE id = 2999;
  INSERT INTO undo_row (import_id, row_no, account_id, heap, reason, email, full_name, version)
  SELECT 2999, p.i, p.i, (CASE WHEN ${chance(26)} < 0.001 THEN 'KEPT' WHEN ${chance(26)} < 0.002 THEN 'GONE' WHEN p.i % 2 = 0 THEN 'RESTORED' ELSE 'REMOVED' END)::"UndoHeap",
         NULL, p.local || '@haldenmoor.example', p.full_name, 1 FROM person p`;
