"use client";
/**
 * What keys, presses and menus do to the cell where somebody stands and to the rows that are selected. Whatever it does, the
 * focus comes back to the sheet.
 */
import type { ImportRecord, ImportRowView, RowSet } from "@rollcall/accounts";
import { useState } from "react";
import { useTRPCClient } from "../../../trpc/client";
import { useNews } from "../../pieces/use-news";
import { countOf } from "../../pieces/words";
import { canExpand } from "../rows/can-expand";
import type { Leave } from "../rows/cell-editor";
import { causeOf, cellToEdit, fixStep } from "../rows/edit-target";
import { problemsIn } from "../rows/file-columns";
import { findProblem } from "../rows/find-problem";
import type { RowsView } from "../rows/rows-url";
import type { SheetColumn } from "../rows/sheet-columns";
import type { SheetAction } from "../rows/sheet-keys";
import type { Sheet } from "../rows/use-sheet";
import { mostNamed, selectedRows } from "./row-set";
import type { Edits } from "./use-edits";

type Problem = ImportRowView["problems"][number];

export interface Editing {
  /** place in the record's columns */
  cell: number;
  typed: string | null;
}

export type OpenDialog =
  | { kind: "keys" }
  | { kind: "set"; rows: RowSet; column: string }
  | { kind: "link"; row: ImportRowView }
  | null;

export interface SheetActions {
  act: (action: SheetAction) => void;
  openCell: (index: number, column: number) => void;
  editing: Editing | null;
  save: (value: string, leave: Leave) => void;
  saveAll: (value: string) => void;
  cancel: () => void;
  fix: (problem: Problem, all: boolean) => void;
  setValue: () => void;
  fillDown: () => Promise<void>;
  decide: (decision: "skip" | null) => Promise<void>;
  link: () => void;
  dialog: OpenDialog;
  openDialog: (dialog: OpenDialog) => void;
  menuOpen: boolean;
  setMenuOpen: (open: boolean) => void;
  row: ImportRowView | undefined;
  column: SheetColumn | undefined;
  /** of the active cell; of the whole row where the column is none of the file's */
  problems: Problem[];
}

export interface SheetActionsInput {
  record: ImportRecord;
  view: RowsView;
  sheet: Sheet;
  edits: Edits;
  /** shows the groups of a row in columns of their own */
  onTakeApart: () => void;
}

export function useSheetActions({
  record,
  view,
  sheet,
  edits,
  onTakeApart,
}: SheetActionsInput): SheetActions {
  const client = useTRPCClient();
  const news = useNews();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [dialog, openDialog] = useState<OpenDialog>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const { active, shape, pages } = sheet;
  const row = pages.rowAt(active.index);
  const column = shape.columns[active.column];
  const problems = row === undefined ? [] : problemsOf(row, column);

  const leave = () => {
    setEditing(null);
    sheet.focus();
  };
  const edit = (index: number, at: number, typed: string | null) => {
    const target = shape.columns[at];
    const of = pages.rowAt(index);
    if (of === undefined) return;
    if (target?.file === null || target === undefined) {
      if (typed === null && canExpand(of)) sheet.toggleDetail(index);
      return;
    }
    const cell = cellToEdit(target.file, of);
    if (cell === null) return;
    // Several cells in one column are edited each on its own.
    if (target.file.cells.length > 1) onTakeApart();
    sheet.move(index, at);
    setEditing({ cell, typed });
  };
  const fix = (problem: Problem, all: boolean) => {
    if (row === undefined) return;
    leave();
    const step = all
      ? { kind: "fix" as const, cause: causeOf(problem) }
      : fixStep(row, problem, record.columns);
    if (step !== null && step.kind !== "corrections") void edits.run(step, all ? "toast" : "quiet");
  };
  const fixActive = (all: boolean): boolean => {
    const problem = problems.find((entry) => entry.fix !== null);
    if (problem === undefined) {
      if (editing === null) edits.say("There is no ready fix for this cell. Press Enter to type one.");
      return false;
    }
    fix(problem, all);
    return true;
  };
  const rows = async (): Promise<RowSet | null> => {
    const named = await selectedRows(sheet, view);
    if (named === null) news.failed(new Error(tooMany));
    return named;
  };
  const decide = async (decision: "skip" | null) => {
    const of = await rows();
    leave();
    if (of !== null)
      await edits.run({ kind: "decide", decision, rows: of }, sheet.selection === null ? "quiet" : "toast");
  };
  const save = (value: string, then: Leave) => {
    if (editing === null || row === undefined) return;
    const { cell } = editing;
    leave();
    if (value !== (row.cells[cell] ?? ""))
      void edits.run({ kind: "cell", rowNo: row.rowNo, column: cell, value }, "quiet");
    if (then === "down") sheet.move(active.index + 1, active.column);
    if (then === "up") sheet.move(active.index - 1, active.column);
    if (then === "next" || then === "previous") {
      const next = neighbour(shape.columns, active, then === "next" ? 1 : -1);
      edit(next.index, next.column, null);
    }
  };
  const setAll = async (value: string, cell: number) => {
    const of = await rows();
    leave();
    if (of !== null) await edits.run({ kind: "fill", column: cell, value, rows: of });
  };
  const fillDown = async () => {
    const first = sheet.selection?.kind === "range" ? pages.rowAt(sheet.selection.from) : undefined;
    const cell = column?.file?.cells[0];
    if (first === undefined || cell === undefined) {
      edits.say("Select several rows, and stand in the column to fill.");
      return;
    }
    return setAll(first.cells[cell] ?? "", cell);
  };
  const problem = async (step: 1 | -1) => {
    const found = await findProblem({ client, importId: record.id, view, sheet, step });
    if (found === null) {
      // What follows the key is meant for a cell, if only for the one where somebody stands.
      sheet.focus();
      edits.say(step > 0 ? "No row further down needs attention." : "No row further up needs attention.");
      return;
    }
    sheet.move(found.index, found.column ?? active.column);
    // The key works anywhere on the page; what follows it (Enter, a letter) is meant for the cell.
    sheet.focus();
    return undefined;
  };
  const clear = () => {
    const cell =
      column?.file === null || column === undefined || row === undefined
        ? null
        : cellToEdit(column.file, row);
    if (cell === null || row === undefined) return;
    if (sheet.selection === null)
      void edits.run({ kind: "cell", rowNo: row.rowNo, column: cell, value: "" }, "quiet");
    else void setAll("", cell);
  };
  const act = (action: SheetAction): void => {
    switch (action.kind) {
      case "move":
        if (sheet.selection !== null && !action.extend) sheet.select(null);
        sheet.move(action.row, action.column, action.extend);
        break;
      case "edit":
        edit(active.index, active.column, action.text);
        break;
      case "fix":
        fixActive(action.all);
        break;
      case "problem":
        void problem(action.step);
        break;
      case "clear":
        clear();
        break;
      case "drop":
        void decide(row?.decision === "skip" ? null : "skip");
        break;
      case "fill-down":
        void fillDown();
        break;
      case "detail":
        if (row !== undefined && canExpand(row)) sheet.toggleDetail(active.index);
        break;
      case "select-row":
        sheet.select({ kind: "range", from: active.index, to: active.index });
        break;
      case "select-all":
        sheet.select({ kind: "all" });
        break;
      case "copy":
        void navigator.clipboard.writeText(textOf(row, column)).then(() => {
          edits.say("Copied.");
        });
        break;
      case "menu":
        // It stands beside the row, so the row must be in sight.
        sheet.move(active.index, active.column);
        setMenuOpen(true);
        break;
      case "keys":
        openDialog({ kind: "keys" });
        break;
      case "escape":
        sheet.select(null);
        break;
    }
  };
  return {
    act,
    openCell: (index, at) => edit(index, at, null),
    editing,
    save,
    saveAll: (value) => void (editing === null ? undefined : setAll(value, editing.cell)),
    cancel: leave,
    fix,
    setValue: () =>
      void rows().then((of) => {
        if (of !== null) openDialog({ kind: "set", rows: of, column: String(column?.file?.cells[0] ?? 0) });
      }),
    fillDown,
    decide,
    link: () => {
      if (row !== undefined) openDialog({ kind: "link", row });
    },
    dialog,
    openDialog: (next) => {
      openDialog(next);
      if (next === null) sheet.focus();
    },
    menuOpen,
    setMenuOpen,
    row,
    column,
    problems,
  };
}

const tooMany = `At most ${countOf(mostNamed, "row")} can be named at once. Filter the rows, and select all.`;

function problemsOf(row: ImportRowView, column: SheetColumn | undefined): Problem[] {
  if (column?.file !== null && column !== undefined) return problemsIn(column.file, row);
  return row.problems.filter((problem) => problem.severity !== "info");
}

/** The next cell that can be edited; after the last of a row the first of the next. */
function neighbour(columns: readonly SheetColumn[], from: { index: number; column: number }, step: 1 | -1) {
  for (let column = from.column + step; column >= 0 && column < columns.length; column += step)
    if (columns[column]?.file !== null) return { index: from.index, column };
  const ends = columns.flatMap(({ file }, at) => (file === null ? [] : [at]));
  return { index: Math.max(0, from.index + step), column: (step > 0 ? ends[0] : ends.at(-1)) ?? from.column };
}

function textOf(row: ImportRowView | undefined, column: SheetColumn | undefined): string {
  if (row === undefined || column === undefined) return "";
  if (column.file === null) return column.id === "why" ? row.why : String(row.line);
  return column.file.cells
    .map((cell) => row.cells[cell] ?? "")
    .filter((value) => value !== "")
    .join(", ");
}
