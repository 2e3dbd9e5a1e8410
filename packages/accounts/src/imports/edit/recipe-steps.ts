/**
 * The steps of an earlier import as steps for this one: columns by their headings, rows that were named by number by their
 * addresses. Pure.
 */
import type { ColumnMatch } from "@rollcall/importer";
import { passwordMask } from "../stage-file";
import type { AskedStep } from "./plan-step";
import type { RememberedStep } from "./step-memory";
import type { CellPlace, EditStep, RowSet } from "./types";

/** A step to repeat; what it must find to be made. */
export interface RepeatedStep {
  step: AskedStep;
  /** of a cell: what must stand there, as it did then */
  was: string | null;
  /** false: of a cell in a row without an address, which is found by `was` alone */
  hasKey: boolean;
}

/** Which columns here are the columns there. */
export type ColumnMap = (index: number) => number | null;

/** By heading, case and white space aside; of several with one heading the first is the first. */
export function mapColumns(from: readonly ColumnMatch[], to: readonly ColumnMatch[]): ColumnMap {
  const there = named(from);
  const here = new Map([...named(to)].map(([index, name]) => [name, index]));
  return (index) => here.get(there.get(index) ?? "") ?? null;
}

/** By position, a name that no other column has. */
export function named(columns: readonly Pick<ColumnMatch, "index" | "header">[]): Map<number, string> {
  const seen = new Map<string, number>();
  return new Map(
    columns.map(({ index, header }) => {
      const name = header.toLowerCase().replace(/[\s_-]/g, "");
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      return [index, `${name}#${String(nth)}`];
    }),
  );
}

/** Whether the step can be repeated at all: what a person dropped in as a file cannot, nor a password; what drifted, drifted once. */
export function isRepeatable(step: EditStep): step is AskedStep {
  if (step.kind === "corrections" || step.kind === "drop") return false;
  return !((step.kind === "cell" || step.kind === "fill") && step.value === passwordMask);
}

/**
 * Whether the step leaves out all rows that a filter finds: then they were one or two that somebody had looked at, next month they are
 * whatever needs attention.
 */
export function isSweeping(step: EditStep): boolean {
  return step.kind === "decide" && step.decision === "skip" && "filter" in step.rows;
}

/** Null when there is nothing here that it could be about. `rowOf`: the row of this file with an address key. */
export function repeatStep(
  stored: RememberedStep,
  columnOf: ColumnMap,
  rowOf: (key: string) => number | null,
): RepeatedStep | null {
  const { remembered, ...step } = stored;
  if (!isRepeatable(step)) return null;
  const rowNos = (remembered.keys ?? []).flatMap((key) => (key === null ? [] : (rowOf(key) ?? [])));
  const plain = { was: null, hasKey: true };
  switch (step.kind) {
    case "cell": {
      const column = placeOf(step.column, columnOf);
      const [key = null] = remembered.keys ?? [];
      const [rowNo] = rowNos;
      if (column === null || (key !== null && rowNo === undefined)) return null;
      return {
        step: { ...step, column, rowNo: rowNo ?? 0 },
        was: remembered.was ?? "",
        hasKey: key !== null,
      };
    }
    case "fill": {
      const column = placeOf(step.column, columnOf);
      const rows = rowsOf(step.rows, rowNos);
      return column === null || rows === null ? null : { step: { ...step, column, rows }, ...plain };
    }
    case "replace": {
      const column = step.column === null ? null : columnOf(step.column);
      const rows = rowsOf(step.rows, rowNos);
      if (rows === null || (column === null && step.column !== null)) return null;
      return { step: { ...step, column, rows }, ...plain };
    }
    case "fix": {
      if (step.rows === undefined) return { step, ...plain };
      const rows = rowsOf(step.rows, rowNos);
      return rows === null ? null : { step: { ...step, rows }, ...plain };
    }
    case "decide": {
      const rows = rowsOf(step.rows, rowNos);
      return rows === null ? null : { step: { ...step, rows }, ...plain };
    }
  }
}

function placeOf(place: CellPlace, columnOf: ColumnMap): CellPlace | null {
  return typeof place === "number" ? columnOf(place) : place;
}

function rowsOf(rows: RowSet, rowNos: number[]): RowSet | null {
  if (!("rowNos" in rows)) return rows;
  return rowNos.length === 0 ? null : { rowNos };
}
