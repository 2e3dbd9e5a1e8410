"use client";
/** Shows the form of the entry that stands in the address, and keeps it until it has closed. */
import { Fragment, useState } from "react";
import type { RegisterRow, RegisterScreenProps } from "./register-screen";

/** The form of the entry in the address; what was open stays mounted, to close properly and give focus back. */
export function OpenForm<Row extends RegisterRow>({
  form,
  rows,
  open,
  onClose,
  onDelete,
}: {
  form: RegisterScreenProps<Row>["form"];
  rows: Row[] | undefined;
  open: string | null;
  onClose: () => void;
  onDelete: (row: Row) => void;
}) {
  const row = open === null || open === "new" ? null : (rows?.find((one) => one.id === open) ?? null);
  const visible = open === "new" || row !== null;
  const [shown, setShown] = useState<{ row: Row | null; visible: boolean; session: number }>({
    row: null,
    visible: false,
    session: 0,
  });
  if (shown.visible !== visible || (visible && shown.row !== row)) {
    const fresh = visible && (!shown.visible || shown.row?.id !== row?.id);
    setShown({ row: visible ? row : shown.row, visible, session: shown.session + (fresh ? 1 : 0) });
  }
  if (shown.session === 0) return null;
  // Every opening begins with what is stored, not with what was typed and given up before.
  const askDelete = () => {
    if (shown.row !== null) onDelete(shown.row);
  };
  return (
    <Fragment key={shown.session}>
      {form({ row: shown.row, open: visible, onClose, onDelete: askDelete })}
    </Fragment>
  );
}
