"use client";
/** The sheet of the review with what belongs to its cells and rows: the editor and its help, menus, selection, dialogs. */
import type { ImportRecord, ImportRowView, ProblemCause } from "@rollcall/accounts";
import { lazyPart } from "../../pieces/lazy-part";
import { QueryTrouble } from "../../pieces/query-trouble";
import { CellEditor } from "../rows/cell-editor";
import { fileValue } from "../rows/edit-target";
import { RowDetail } from "../rows/row-detail";
import { NoRows } from "../rows/no-rows";
import { everyRow, type RowsView } from "../rows/rows-url";
import { SheetGrid, useReveal } from "../rows/sheet-grid";
import { useSheet, type Sheet } from "../rows/use-sheet";
import type { SheetChoice } from "../rows/sheet-columns";
import { CellHelp } from "./cell-help";
import { RowMenu } from "./row-menu";
import { SelectionBar } from "./selection-bar";
import type { Edits } from "./use-edits";
import { useReviewKeys } from "./use-review-keys";
import { useSheetActions, type SheetActions } from "./use-sheet-actions";

const KeyDialog = lazyPart(() => import("./key-dialog").then((module) => module.KeyDialog));
const LinkDialog = lazyPart(() => import("./link-dialog").then((module) => module.LinkDialog));
const SetValueDialog = lazyPart(() => import("./set-value-dialog").then((module) => module.SetValueDialog));

export interface ReviewSheetProps {
  record: ImportRecord;
  view: RowsView;
  onViewChange: (view: RowsView, step?: "push" | "replace") => void;
  edits: Edits;
  causes: readonly ProblemCause[];
  choice: SheetChoice;
  onTakeApart: () => void;
  onFind: () => void;
  /** rows that the filter finds; null when nobody counted them */
  total: number | null;
  width: number;
}

export function ReviewSheet(props: ReviewSheetProps) {
  const { record, view, onViewChange, edits, causes, choice, onTakeApart, onFind, total, width } = props;
  const sheet = useSheet({ record, view, onViewChange, choice, total });
  const actions = useSheetActions({ record, view, sheet, edits, onTakeApart });
  useReveal(sheet);
  useReviewKeys({ edits, act: actions.act, onFind });
  const { row } = actions;
  const restore = (value: string) => {
    const cell = actions.column?.file?.cells[0];
    actions.cancel();
    if (row !== undefined && cell !== undefined)
      void edits.run({ kind: "cell", rowNo: row.rowNo, column: cell, value }, "quiet");
  };
  if (sheet.pages.error !== null)
    return <QueryTrouble error={sheet.pages.error} onRetry={sheet.pages.retry} what="rows of this import" />;
  return (
    <>
      <SheetGrid
        label={`Rows of ${record.fileName}`}
        sheet={sheet}
        onAction={actions.act}
        onOpenCell={actions.openCell}
        editor={
          actions.editing === null || row === undefined ? null : (
            <Editor
              key={`${row.rowNo} ${actions.editing.cell}`}
              {...{ record, row, actions, causes, restore }}
            />
          )
        }
        detail={(index) => <Detail sheet={sheet} index={index} width={width} />}
        rowMenu={
          row === undefined || actions.editing !== null ? null : (
            <RowMenu row={row} actions={actions} onRestore={restore} onClosed={sheet.focus} />
          )
        }
        empty={<NoRows view={view} onClear={() => onViewChange(everyRow)} />}
      />
      <SelectionBar record={record} sheet={sheet} actions={actions} />
      <Dialogs {...{ record, edits, actions }} />
    </>
  );
}

interface EditorProps {
  record: ImportRecord;
  row: ImportRowView;
  actions: SheetActions;
  causes: readonly ProblemCause[];
  restore: (value: string) => void;
}

function Editor({ record, row, actions, causes, restore }: EditorProps) {
  const { editing, column, problems } = actions;
  if (editing === null || column === undefined) return null;
  const before = fileValue(row, [editing.cell]);
  const fixable = problems.find((problem) => problem.fix !== null);
  const who = whoIs(record, row);
  return (
    <CellEditor
      label={`${column.header}, line ${String(row.line)}`}
      value={row.cells[editing.cell] ?? ""}
      typed={editing.typed}
      secret={record.columns[editing.cell]?.field === "password"}
      onSave={actions.save}
      onSaveAll={actions.saveAll}
      onCancel={actions.cancel}
      onFix={(all) => {
        if (fixable === undefined) return false;
        actions.fix(fixable, all);
        return true;
      }}
      onDrop={() => void actions.decide("skip")}
      help={
        problems.length === 0 && before === null ? null : (
          <CellHelp
            {...{ row, who, problems, causes, before }}
            header={column.header}
            onFix={actions.fix}
            onRestore={restore}
            onDrop={() => void actions.decide("skip")}
          />
        )
      }
    />
  );
}

function Detail({ sheet, index, width }: { sheet: Sheet; index: number; width: number }) {
  const row = sheet.pages.rowAt(index);
  return row === undefined ? null : <RowDetail row={row} done={false} width={width} />;
}

function Dialogs({ record, edits, actions }: { record: ImportRecord; edits: Edits; actions: SheetActions }) {
  const { dialog } = actions;
  const onClose = () => actions.openDialog(null);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case "keys":
      return <KeyDialog onClose={onClose} />;
    case "set":
      return <SetValueDialog {...{ record, edits, onClose }} rows={dialog.rows} column={dialog.column} />;
    case "link":
      return <LinkDialog {...{ edits, onClose }} row={dialog.row} who={whoIs(record, dialog.row)} />;
  }
}

function whoIs(record: ImportRecord, row: ImportRowView): string {
  const at = record.columns.findIndex(({ field }) => field === "fullName");
  const name = at < 0 ? "" : (row.cells[at] ?? "");
  return name === "" ? (row.email ?? "") : name;
}
