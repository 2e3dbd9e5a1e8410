"use client";
/** One value for a column in many rows: how many would change is said before. */
import type { CellPlace, EditStep, ImportRecord, RowSet } from "@rollcall/accounts";
import { Button, Dialog, Field, Input, PasswordInput, Select } from "@rollcall/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { countOf } from "../../pieces/words";
import { fieldLabel } from "../words/field-label";
import type { Edits } from "./use-edits";

export interface SetValueDialogProps {
  record: ImportRecord;
  edits: Edits;
  rows: RowSet;
  /** the column that is offered first: a place in the record's columns, or a field that the file has no column for */
  column: string;
  onClose: () => void;
}

export function SetValueDialog({ record, edits, rows, column: first, onClose }: SetValueDialogProps) {
  const trpc = useTRPC();
  const [column, setColumn] = useState(first);
  const [value, setValue] = useState("");
  const place: CellPlace = /^\d+$/.test(column) ? Number(column) : { field: column as never };
  const step: EditStep & { kind: "fill" } = { kind: "fill", column: place, value, rows };
  const asked = useDeferredValue(step);
  const preview = useQuery(
    trpc.imports.previewEdit.queryOptions(
      { importId: record.id, step: asked },
      { enabled: !isLong(rows), placeholderData: keepPreviousData, staleTime: 30_000 },
    ),
  );
  // Only while it is known of just this value: a disabled button would swallow the Enter of somebody who types fast.
  const changesNothing =
    preview.data?.rows === 0 && !preview.isPlaceholderData && asked.value === value && asked.column === place;
  const options = record.columns.map(({ header, field }, index) => ({
    value: String(index),
    label: header === "" ? (field === null ? `Column ${String(index + 1)}` : fieldLabel(field)) : header,
  }));
  const isField = typeof place !== "number";
  const secret = typeof place === "number" && record.columns[place]?.field === "password";
  const shared = {
    value,
    onChange: (event: { currentTarget: { value: string } }) => setValue(event.currentTarget.value),
  };
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      locked={edits.busy}
      title="Set a value"
      description="The same in every one of these rows. It can be taken back."
      footnote={describeRows(rows, preview.data?.rows)}
      onSubmit={() => void edits.run(step).then((result) => (result === null ? undefined : onClose()))}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" loading={edits.busy} disabled={changesNothing}>
            Set it
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <Field label="Column">
          <Select
            value={column}
            onValueChange={setColumn}
            options={isField ? [{ value: column, label: fieldLabel(column) }, ...options] : options}
          />
        </Field>
        <Field label="Value" description="Empty takes out what is there.">
          {secret ? <PasswordInput {...shared} /> : <Input autoFocus {...shared} />}
        </Field>
      </div>
    </Dialog>
  );
}

/** Questions stand in an address, which must not be too long. */
function isLong(rows: RowSet): boolean {
  return "rowNos" in rows && rows.rowNos.length > 200;
}

function describeRows(rows: RowSet, changing: number | undefined): string {
  if (changing !== undefined) return `${countOf(changing, "row")} would change`;
  return "rowNos" in rows ? countOf(rows.rowNos.length, "row") : "";
}
