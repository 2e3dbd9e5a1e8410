/**
 * The rows of an import as the review reads them: pages by row number from an index, whatever the size of the file, and
 * problems grouped by cause.
 */
import { clientOf, type Queryable } from "../client";
import { hasProblems, problemsOf } from "./shared-problems";

export type StoredOutcome = "CREATE" | "UPDATE" | "UNCHANGED" | "SKIP" | "PROBLEM";

export interface StoredImportRow {
  rowNo: number;
  line: number;
  cells: string[];
  email: string | null;
  outcome: StoredOutcome;
  reason: string | null;
  accountId: bigint | null;
  changes: unknown;
  rowProblems: unknown;
  planProblems: unknown;
  sendWelcome: boolean | null;
  hasPassword: boolean;
  /** the cells as they were in the file; null = never edited */
  original: string[] | null;
  decision: string | null;
  linkAccountId: bigint | null;
  /** of the account the row is linked to */
  linkedEmail: string | null;
  linkedName: string | null;
}

export interface RowFilter {
  importId: bigint;
  /** empty = all */
  outcomes: StoredOutcome[];
  /** rows after this number */
  after: number;
  limit: number;
}

/** What the review reads of a row: r is import_row, p its import_plan_row. */
export const importRowColumns = `r.row_no AS "rowNo", r.line, r.cells, r.email, p.outcome::text, p.reason, p.account_id AS "accountId", p.changes,
            ${problemsOf("r")} AS "rowProblems", p.problems AS "planProblems", r.send_welcome AS "sendWelcome",
            r.password_sealed IS NOT NULL AS "hasPassword", r.original, r.decision, r.link_account_id AS "linkAccountId",
            (SELECT h.email FROM address h WHERE h.account_id = r.link_account_id AND h.is_primary) AS "linkedEmail",
            (SELECT a.full_name FROM account a WHERE a.id = r.link_account_id) AS "linkedName"`;

/** In the order of the file, for whoever reads them all. */
export async function findImportRows(db: Queryable, filter: RowFilter): Promise<StoredImportRow[]> {
  const { importId, outcomes, after, limit } = filter;
  // Each outcome on its own: only then its rows come off the index in their order.
  const numbers =
    outcomes.length === 0
      ? `SELECT row_no FROM import_plan_row WHERE import_id = $1 AND row_no > $2 ORDER BY row_no LIMIT $3`
      : outcomes
          .map(
            (outcome) =>
              `(SELECT row_no FROM import_plan_row WHERE import_id = $1 AND outcome = '${outcome}' AND row_no > $2 ORDER BY row_no LIMIT $3)`,
          )
          .join(" UNION ");
  return clientOf(db).$queryRawUnsafe<StoredImportRow[]>(
    `SELECT ${importRowColumns} FROM (SELECT row_no FROM (${numbers}) numbers ORDER BY row_no LIMIT $3) page
       JOIN import_row r ON r.import_id = $1 AND r.row_no = page.row_no
       JOIN import_plan_row p ON p.import_id = $1 AND p.row_no = page.row_no ORDER BY r.row_no`,
    importId,
    after,
    limit,
  );
}

export interface StoredCause {
  code: string;
  field: string | null;
  severity: "error" | "warning" | "info";
  /** why the policy refuses a password; null for other codes */
  reason: string | null;
  rows: number;
  line: number;
  value: string | null;
  /** the first problem of this cause, whole */
  example: unknown;
}

/** As the plan grouped them, errors first, then by the number of rows; an older plan's rows are looked through instead. */
export async function findProblemCauses(db: Queryable, importId: bigint): Promise<StoredCause[]> {
  const planned = await clientOf(db).$queryRawUnsafe<{ causes: StoredCause[] | null }[]>(
    `SELECT causes FROM import WHERE id = $1`,
    importId,
  );
  return planned[0]?.causes ?? groupProblems(db, importId);
}

async function groupProblems(db: Queryable, importId: bigint): Promise<StoredCause[]> {
  return clientOf(db).$queryRawUnsafe<StoredCause[]>(
    `SELECT each.problem->>'code' AS code, each.problem->>'field' AS field, each.problem->>'severity' AS severity,
            CASE WHEN each.problem->>'code' = 'password.policy' THEN each.problem->'params'->>'reason' END AS reason,
            count(DISTINCT p.row_no)::int AS rows, min(r.line) AS line,
            (array_agg(each.problem->'params'->>'value' ORDER BY p.row_no))[1] AS value,
            (array_agg(each.problem ORDER BY p.row_no))[1] AS example
       FROM import_plan_row p JOIN import_row r USING (import_id, row_no),
            jsonb_array_elements(coalesce(${problemsOf("r")}, '[]') || coalesce(p.problems, '[]')) AS each(problem)
      WHERE p.import_id = $1 AND (${hasProblems("r")} OR p.problems IS NOT NULL)
      GROUP BY 1, 2, 3, 4
      ORDER BY CASE each.problem->>'severity' WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, 5 DESC, 1, 4`,
    importId,
  );
}
