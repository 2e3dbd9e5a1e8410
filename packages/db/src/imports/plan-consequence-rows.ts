/**
 * The rows of a consequence, page by page in the order of the file, so that every number the review tells leads to what it counts.
 * Knows the marks of the plan, and of consequences that most rows have, what a row with it looks like.
 */
import { clientOf, type Queryable } from "../client";
import { markedRowsSql } from "./mark-rows-sql";
import { wantsMail } from "./plan-facts-sql";

/** The keys of Import.consequences that count rows; of service plans, `plan:NAME`. */
export type ConsequenceKey =
  | "mails"
  | "links"
  | "noWayIn"
  | "administratorsMade"
  | "administratorsChanged"
  | "grantsHeld"
  | "directoryBecomesManual"
  | "policyChanges"
  | "sessionsEnded"
  | `plan:${string}`;

/**
 * Consequences that few rows have are marks in import_mark, as causes are: whoever filters rows by cause may filter by these.
 * Null for the others.
 */
export function markOfConsequence(key: ConsequenceKey): string | null {
  switch (key) {
    case "grantsHeld":
      return "role.grant-not-confirmed|role|";
    case "administratorsMade":
    case "administratorsChanged":
    case "directoryBecomesManual":
    case "policyChanges":
    case "sessionsEnded":
      return `consequence|${key}|`;
    default:
      return null;
  }
}

/** Row numbers greater than `after`, ascending, at most `limit`. */
export async function findConsequenceRows(
  db: Queryable,
  importId: bigint,
  key: ConsequenceKey,
  page: { after: number; limit: number },
): Promise<number[]> {
  const mark = markOfConsequence(key);
  const rows =
    mark === null
      ? await clientOf(db).$queryRawUnsafe<{ rowNo: number }[]>(
          `SELECT r.row_no AS "rowNo" FROM import_plan_row p JOIN import_row r ON r.import_id = $1 AND r.row_no = p.row_no
            WHERE p.import_id = $1 AND p.row_no > $3 AND ${condition(key)}
            ORDER BY p.row_no LIMIT $4`,
          importId,
          key.startsWith("plan:") ? key.slice("plan:".length) : await readMail(db, importId),
          page.after,
          page.limit,
        )
      : await clientOf(db).$queryRawUnsafe<{ rowNo: number }[]>(
          `SELECT row_no AS "rowNo" FROM (${markedRowsSql({ importId: "$1", cause: "$2", from: "$3::int", limit: "$4", backwards: false })}) marked`,
          importId,
          mark,
          page.after,
          page.limit,
        );
  return rows.map(({ rowNo }) => rowNo);
}

/** As rowFactsSql and plansUsedSql count them. $2 the mail option, or the name of the plan. */
function condition(key: ConsequenceKey): string {
  const created = "p.outcome = 'CREATE'";
  switch (key) {
    case "mails":
      return `${created} AND ${wantsMail}`;
    case "links":
      return `${created} AND r.password_sealed IS NULL AND ${wantsMail}`;
    case "noWayIn":
      return `${created} AND r.password_sealed IS NULL AND NOT ${wantsMail}`;
    default:
      return `(${created} OR p.outcome = 'UPDATE' AND p.changes ? 'plan') AND coalesce(
        (SELECT s.name FROM service_plan s WHERE s.name_key = r.extra->>'$plan'), p.changes->'plan'->>'to') = $2`;
  }
}

/** By which mails were counted. */
async function readMail(db: Queryable, importId: bigint): Promise<string> {
  const found = await clientOf(db).$queryRawUnsafe<{ mail: string | null }[]>(
    `SELECT creates->'state'->>'mail' AS mail FROM import WHERE id = $1`,
    importId,
  );
  return found[0]?.mail ?? "file";
}
