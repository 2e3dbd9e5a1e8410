/**
 * Marks on rows, kept in import_mark so that a page of the rows of a cause or a consequence comes from an index: problems by
 * cause (`code|field|reason`), and consequences that few rows have (`consequence|NAME|`). $1 is always the import.
 */
import { markBlock, markRowsSql } from "./mark-rows-sql";
import { problemsOf } from "./shared-problems";

/** Which rows, read with their plans: all of the import; those of plan_scope; or as plan_before and plan_old remember them. */
export type PlanSource = "all" | "scope" | "before";

/** `r` is the staged row, `p` its plan. */
export const rowsOf: Record<PlanSource, string> = {
  all: `import_row r JOIN import_plan_row p ON p.import_id = $1 AND p.row_no = r.row_no AND r.import_id = $1`,
  scope: `plan_scope o JOIN import_row r ON r.import_id = $1 AND r.row_no = o.row_no JOIN import_plan_row p ON p.import_id = $1 AND p.row_no = o.row_no`,
  before: `plan_before r JOIN plan_old p ON p.row_no = r.row_no AND $1::bigint IS NOT NULL`,
};

/** Of a problem of the importer, as JSON. */
const causeOf = (problem: string): string =>
  `(${problem}->>'code') || '|' || coalesce(${problem}->>'field', '') || '|'
   || CASE WHEN ${problem}->>'code' = 'password.policy' THEN coalesce(${problem}->'params'->>'reason', '') ELSE '' END`;

/** A way in is asked of new accounts only. */
const matters = (problem: string): string =>
  `(${problem}->>'code' <> 'password.no-way-in' OR p.outcome IN ('CREATE', 'PROBLEM'))`;

/** A problem that rows of the import share, as it is marked. */
export interface SharedCause {
  number: number;
  cause: string;
  /** told only of rows that are created or need attention */
  ofNewOnly: boolean;
}

/** In the order of their numbers. $1 import. */
export const sharedCausesSql = `
SELECT (e.place - 1)::int AS number, ${causeOf("e.problem")} AS cause, e.problem->>'code' = 'password.no-way-in' AS "ofNewOnly"
  FROM import i, jsonb_array_elements(i.shared_problems) WITH ORDINALITY AS e(problem, place) WHERE i.id = $1 ORDER BY 1`;

/**
 * Marks rows by shared problems that every row of theirs has, whatever its plan. Run into an import without marks: what a million rows
 * have is put together by numbers alone. $2 numbers, $3 causes, parallel.
 */
export const markSharedSql = `
INSERT INTO import_mark (import_id, cause, block, rows)
SELECT $1, s.cause, x.block, x.rows
  FROM (SELECT r.shared_problem, ${markBlock("r.row_no")} AS block, array_agg(r.row_no ORDER BY r.row_no) AS rows
          FROM import_row r WHERE r.import_id = $1 AND r.shared_problem = ANY ($2::smallint[]) GROUP BY 1, 2) x
  JOIN unnest($2::smallint[], $3::text[]) AS s(number, cause) ON s.number = x.shared_problem`;

/** Marks by shared problems of which it depends on the plan whether a row is told them. $2 numbers, $3 causes, $4 ofNewOnly, parallel. */
export const markSharedPlannedSql = (source: PlanSource): string =>
  markRowsSql(`SELECT s.cause, r.row_no FROM ${rowsOf[source]}
  JOIN unnest($2::smallint[], $3::text[], $4::boolean[]) AS s(number, cause, of_new_only) ON s.number = r.shared_problem
 WHERE p.reason IS DISTINCT FROM 'dropped' AND (NOT s.of_new_only OR p.outcome IN ('CREATE', 'PROBLEM'))`);

/** Marks by the problems that rows have for themselves, most of them one, and by those of their plans. Nothing is told of a row that was left out. */
export const markOwnCausesSql = (source: PlanSource): string =>
  markRowsSql(`SELECT unnest(x.causes), x.row_no FROM (
  SELECT r.row_no, CASE WHEN p.problems IS NULL AND jsonb_array_length(r.problems) = 1
           THEN CASE WHEN ${matters("r.problems->0")} THEN ARRAY[${causeOf("r.problems->0")}] END
           ELSE (SELECT array_agg(DISTINCT ${causeOf("e.problem")})
                   FROM jsonb_array_elements(coalesce(r.problems, '[]') || coalesce(p.problems, '[]')) AS e(problem) WHERE ${matters("e.problem")})
           END AS causes
    FROM ${rowsOf[source]}
   WHERE (r.problems IS NOT NULL OR p.problems IS NOT NULL) AND p.reason IS DISTINCT FROM 'dropped' OFFSET 0) x`);

const makesAdministrator = `(r.extra->>'role' = 'ADMINISTRATOR' OR r.extra->>'role' IS NULL AND r.extra->>'adminRole' IS NOT NULL)`;

/** New accounts that are administrators. */
export const markNewAdministratorsSql = (source: PlanSource): string =>
  markRowsSql(`SELECT 'consequence|administratorsMade|', r.row_no FROM ${rowsOf[source]}
 WHERE p.outcome = 'CREATE' AND r.extra IS NOT NULL AND ${makesAdministrator}`);

/** What happens to accounts that exist; `where` says which of them. */
const markUpdates = (name: string, source: PlanSource, join: string, where: string): string =>
  markRowsSql(`SELECT 'consequence|${name}|', p.row_no FROM ${rowsOf[source]} ${join}
 WHERE p.outcome = 'UPDATE' AND ${where}`);

/** What existing accounts are, found in one look at them: of a directory, and administrators (which guards ask for). */
const markAccountsSql = (source: PlanSource): string =>
  markRowsSql(`SELECT 'consequence|' || k.name || '|', p.row_no FROM ${rowsOf[source]} JOIN account a ON a.id = p.account_id
 CROSS JOIN LATERAL (VALUES ('directoryBecomesManual', a.source = 'DIRECTORY'), ('administratorsChanged', a.role = 'ADMINISTRATOR')) AS k(name, holds)
 WHERE p.outcome = 'UPDATE' AND (a.source = 'DIRECTORY' OR a.role = 'ADMINISTRATOR') AND k.holds`);

const policyOf = (groups: string): string =>
  `(SELECT g.policy_id FROM ${groups} g.policy_id IS NOT NULL ORDER BY g.name_key, g.id LIMIT 1)`;

export const markUpdatesSql = (source: PlanSource, policies: boolean): string[] => [
  markUpdates("administratorsMade", source, "", "p.changes->'role'->>'to' = 'ADMINISTRATOR'"),
  markAccountsSql(source),
  // As the commit ends them: who may not sign in any more, or has another role.
  markUpdates(
    "sessionsEnded",
    source,
    "",
    `(p.changes->'enabled'->>'to' = 'false' OR p.changes->'lockedOut'->>'to' = 'true' OR p.changes ?| '{role,adminRole}')
     AND EXISTS (SELECT FROM session s WHERE s.account_id = p.account_id AND s.ended_at IS NULL AND s.expires_at > now())`,
  ),
  ...(policies
    ? [
        markUpdates(
          "policyChanges",
          source,
          "",
          `p.changes ? 'groups' AND ${policyOf(`membership m JOIN "group" g ON g.id = m.group_id WHERE m.account_id = p.account_id AND`)}
            IS DISTINCT FROM ${policyOf(`"group" g WHERE (p.changes->'groups'->'add' ? g.name OR NOT p.changes->'groups'->'remove' ? g.name
              AND EXISTS (SELECT FROM membership m WHERE m.account_id = p.account_id AND m.group_id = g.id)) AND`)}`,
        ),
      ]
    : []),
];

/** The first problem of a cause in a row of it. $2 causes, $3 row numbers, parallel. */
export const examplesSql = `
SELECT c.cause, r.line, f.problem AS example
  FROM unnest($2::text[], $3::int[]) AS c(cause, row_no)
  JOIN import_row r ON r.import_id = $1 AND r.row_no = c.row_no JOIN import_plan_row p ON p.import_id = $1 AND p.row_no = c.row_no
 CROSS JOIN LATERAL (SELECT x.problem FROM jsonb_array_elements(coalesce(${problemsOf("r")}, '[]') || coalesce(p.problems, '[]')) WITH ORDINALITY AS x(problem, place)
                      WHERE ${causeOf("x.problem")} = c.cause ORDER BY x.place LIMIT 1) f`;
