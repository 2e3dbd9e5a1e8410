"use client";
/** One row on a phone: every cell of the file in a field, saved together, and leaving the row out. */
import type { ImportRecord, ImportRowView } from "@rollcall/accounts";
import { Button, Drawer, Field, Input, PasswordInput } from "@rollcall/ui";
import { useState } from "react";
import { fieldLabel } from "../words/field-label";
import type { Edits } from "./use-edits";

export interface EditDrawerProps {
  record: ImportRecord;
  row: ImportRowView;
  edits: Edits;
  onClose: () => void;
}

export function EditDrawer({ record, row, edits, onClose }: EditDrawerProps) {
  const [values, setValues] = useState<Record<number, string>>({});
  const save = async () => {
    for (const [column, value] of Object.entries(values)) {
      if (value === (row.cells[Number(column)] ?? "")) continue;
      const step = { kind: "cell" as const, rowNo: row.rowNo, column: Number(column), value };
      if ((await edits.run(step, "quiet")) === null) return;
    }
    onClose();
  };
  const dropped = row.decision === "skip";
  return (
    <Drawer
      open
      side="bottom"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={`Line ${row.line.toLocaleString("en-GB")}`}
      footer={
        <>
          <Button
            size="touch"
            onClick={() =>
              void edits
                .run({ kind: "decide", decision: dropped ? null : "skip", rows: { rowNos: [row.rowNo] } })
                .then(onClose)
            }
          >
            {dropped ? "Take it back" : "Leave it out"}
          </Button>
          <Button size="touch" variant="primary" loading={edits.busy} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {record.columns.map(({ header, field }, index) => {
          const problem = row.problems.find(
            (entry) => entry.severity === "error" && entry.field === field && field !== null,
          );
          const secret = field === "password";
          const shared = {
            size: "touch" as const,
            value: values[index] ?? (secret ? "" : (row.cells[index] ?? "")),
            onChange: (event: { currentTarget: { value: string } }) =>
              setValues({ ...values, [index]: event.currentTarget.value }),
          };
          return (
            <Field
              key={index}
              size="lg"
              label={
                header === "" ? (field === null ? `Column ${String(index + 1)}` : fieldLabel(field)) : header
              }
              error={problem?.message}
            >
              {secret ? <PasswordInput {...shared} /> : <Input {...shared} />}
            </Field>
          );
        })}
      </div>
    </Drawer>
  );
}
