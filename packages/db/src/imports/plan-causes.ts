/** Problems of an import's rows by cause, as the list "Fix first" tells them: how many rows, and the first as an example. */
import type pg from "pg";
import { countMarksSql, countScopeMarksSql, firstRowsSql } from "./mark-rows-sql";
import { examplesSql } from "./plan-marks-sql";

/** Problems of the rows by cause, for the list "Fix first" (Import.causes). */
export interface PlanCause {
  /** `code|field|reason` */
  cause: string;
  code: string;
  field: string | null;
  severity: "error" | "warning" | "info";
  /** why the policy refuses a password; null for other codes */
  reason: string | null;
  rows: number;
  /** of the first row that has it, with its value */
  line: number;
  value: string | null;
  /** the whole problem there */
  example: unknown;
  rowNo: number;
}

export interface MarkCount {
  cause: string;
  rows: number;
}

/** Of the whole import, with the first row of each. */
export async function countMarks(
  client: pg.PoolClient,
  importId: bigint,
): Promise<(MarkCount & { firstRow: number })[]> {
  return (await client.query<MarkCount & { firstRow: number }>(countMarksSql, [importId])).rows;
}

export async function countScopeMarks(client: pg.PoolClient, importId: bigint): Promise<MarkCount[]> {
  return (await client.query<MarkCount>(countScopeMarksSql, [importId])).rows;
}

export async function readFirstRows(
  client: pg.PoolClient,
  importId: bigint,
  causes: readonly string[],
): Promise<Map<string, number>> {
  if (causes.length === 0) return new Map();
  const found = await client.query<{ cause: string; firstRow: number }>(firstRowsSql, [
    importId,
    [...causes],
  ]);
  return new Map(found.rows.map(({ cause, firstRow }) => [cause, firstRow]));
}

export const isConsequence = (mark: string): boolean => mark.startsWith("consequence|");
const orderOfSeverity = { error: 0, warning: 1, info: 2 };

/** Causes with the example of their first row, errors first, then by the number of rows. */
export async function describeCauses(
  client: pg.PoolClient,
  importId: bigint,
  marks: readonly { cause: string; rows: number; firstRow: number }[],
): Promise<PlanCause[]> {
  const causes = marks.filter(({ cause }) => !isConsequence(cause));
  if (causes.length === 0) return [];
  const found = await client.query<{ cause: string; line: number; example: StoredProblem }>(examplesSql, [
    importId,
    causes.map(({ cause }) => cause),
    causes.map(({ firstRow }) => firstRow),
  ]);
  const rows = new Map(causes.map((mark) => [mark.cause, mark]));
  return found.rows.map(({ cause, line, example }) => ({
    cause,
    code: example.code,
    field: example.field,
    severity: example.severity,
    reason: cause.split("|")[2] || null,
    rows: rows.get(cause)?.rows ?? 0,
    line,
    value: textOf(example.params?.["value"]),
    example,
    rowNo: rows.get(cause)?.firstRow ?? 0,
  }));
}

interface StoredProblem {
  code: string;
  field: string | null;
  severity: PlanCause["severity"];
  params: Record<string, unknown> | null;
}

function textOf(value: unknown): string | null {
  return value === undefined || value === null
    ? null
    : typeof value === "string"
      ? value
      : JSON.stringify(value);
}

export function sortCauses(causes: readonly PlanCause[]): PlanCause[] {
  return [...causes].sort(
    (a, b) =>
      orderOfSeverity[a.severity] - orderOfSeverity[b.severity] ||
      b.rows - a.rows ||
      (a.cause < b.cause ? -1 : 1),
  );
}
