/**
 * The columns of the review, made of the file's: its own order and headers, repeated group columns as one, and which
 * column a problem belongs to. Pure.
 */
import type { ImportRecord, ImportRowView } from "@rollcall/accounts";

export interface FileColumn {
  id: string;
  header: string;
  field: string | null;
  /** positions in a row's cells; several where a header is repeated */
  cells: number[];
  /** a CSS grid track */
  width: string;
}

type Problem = ImportRowView["problems"][number];

/** A hundred pixels a fraction: where the columns do not all fit, none is wider than its least. */
const widths: Record<string, string> = {
  email: "minmax(180px, 1.8fr)",
  fullName: "minmax(120px, 1.2fr)",
  department: "minmax(84px, 0.84fr)",
  groups: "minmax(96px, 0.96fr)",
  password: "84px",
  sendWelcome: "88px",
};

/**
 * Empty trailing headers and unknown columns stay: they are in the file. What a checkpoint leaves aside at the left is not shown.
 * `apart`: repeated group columns stay several.
 */
export function fileColumns(columns: ImportRecord["columns"], apart = false): FileColumn[] {
  const made: FileColumn[] = [];
  const first = columns.findIndex(({ header, field }) => header !== "" || field !== null);
  columns.forEach(({ header, field }, index) => {
    if (index < first) return;
    const groups = field === "groups" ? made.find((column) => column.field === "groups") : undefined;
    if (groups !== undefined && !apart) {
      groups.cells.push(index);
      groups.header = "Groups";
      return;
    }
    const width = widths[field ?? ""] ?? "minmax(96px, 0.96fr)";
    made.push({ id: String(index), header: header === "" ? "–" : header, field, cells: [index], width });
  });
  return made;
}

/** Columns that say little beside the others: they stand after "Why", where one scrolls to. */
export function isAside(column: FileColumn): boolean {
  return column.field === null || column.field === "password";
}

/** What the row has in this column; repeated columns give several, empty ones none. */
export function valuesOf(column: FileColumn, row: Pick<ImportRowView, "cells">): string[] {
  return column.cells.map((index) => row.cells[index] ?? "").filter((value) => value !== "");
}

/** Problems of the row that stand in this column: by field, else by header. Errors first. */
export function problemsIn(column: FileColumn, row: Pick<ImportRowView, "problems">): Problem[] {
  const mine = row.problems.filter((problem) =>
    problem.field === null ? problem.column === column.header : problem.field === column.field,
  );
  return mine.sort((one, other) => rank[one.severity] - rank[other.severity]);
}

/**
 * What there is to say of a row besides its outcome. That somebody would have no way in is said of new accounts only:
 * whoever has an account already has theirs.
 */
export function notesOf(row: Pick<ImportRowView, "problems" | "outcome">): Problem[] {
  const isNew = row.outcome === "create" || row.outcome === "problem";
  return isNew ? row.problems : row.problems.filter((problem) => problem.code !== "password.no-way-in");
}

const rank = { error: 0, warning: 1, info: 2 } as const;

/** Pieces of a value, the white space in it apart, so that a space that should not be there can be seen. */
export function splitSpaces(value: string): { text: string; isSpace: boolean }[] {
  return (value.match(/\s+|\S+/g) ?? []).map((text) => ({ text, isSpace: /^\s/.test(text) }));
}
