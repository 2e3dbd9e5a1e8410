"use client";
/** Everything that can be done with the row and the cell where somebody stands. */
import type { ImportRowView } from "@rollcall/accounts";
import { IconButton, Menu, MenuItem, MenuSeparator } from "@rollcall/ui";
import {
  Ban,
  CheckCheck,
  Ellipsis,
  Link2,
  Link2Off,
  PencilLine,
  RotateCcw,
  Rows3,
  Undo2,
  WandSparkles,
} from "lucide-react";
import { useModKey } from "../../shell/reader";
import { fileValue } from "../rows/edit-target";
import type { SheetActions } from "./use-sheet-actions";

export interface RowMenuProps {
  row: ImportRowView;
  actions: SheetActions;
  onRestore: (value: string) => void;
  /** the focus goes back to the sheet */
  onClosed: () => void;
}

export function RowMenu({ row, actions, onRestore, onClosed }: RowMenuProps) {
  const mod = useModKey();
  const fixable = actions.problems.find((problem) => problem.fix !== null);
  const file = actions.column?.file ?? null;
  const before = file?.cells.length === 1 ? fileValue(row, file.cells) : null;
  const dropped = row.decision === "skip";
  return (
    <Menu
      align="end"
      label={`Line ${String(row.line)}`}
      open={actions.menuOpen}
      onOpenChange={actions.setMenuOpen}
      trigger={
        <IconButton
          label={`What to do with line ${row.line.toLocaleString("en-GB")}`}
          tooltip={false}
          size="sm"
          tabIndex={-1}
          // Closing gives the focus back to this button; it belongs to the sheet.
          onFocus={onClosed}
          icon={<Ellipsis />}
        />
      }
    >
      {fixable !== undefined && (
        <>
          <MenuItem icon={<WandSparkles />} kbd={[mod, "."]} onSelect={() => actions.fix(fixable, false)}>
            {fixable.fix?.label}
          </MenuItem>
          <MenuItem icon={<CheckCheck />} kbd={["⇧", "↵"]} onSelect={() => actions.fix(fixable, true)}>
            Fix all rows like this
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      {file !== null && (
        <MenuItem icon={<PencilLine />} kbd="↵" onSelect={() => actions.act({ kind: "edit", text: null })}>
          Edit the cell
        </MenuItem>
      )}
      {before !== null && (
        <MenuItem icon={<Undo2 />} onSelect={() => onRestore(before)}>
          Back to what the file has
        </MenuItem>
      )}
      <MenuItem icon={<Rows3 />} kbd={["⇧", "Space"]} onSelect={() => actions.act({ kind: "select-row" })}>
        Select the row
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Link2 />} onSelect={actions.link}>
        {row.decision === "link" ? "Link to another account…" : "Link to an account…"}
      </MenuItem>
      {row.decision === "link" && (
        <MenuItem icon={<Link2Off />} onSelect={() => void actions.decide(null)}>
          Take the link off
        </MenuItem>
      )}
      <MenuItem
        icon={dropped ? <RotateCcw /> : <Ban />}
        kbd={[mod, "Del"]}
        onSelect={() => void actions.decide(dropped ? null : "skip")}
      >
        {dropped ? "Take the row back" : "Leave the row out"}
      </MenuItem>
    </Menu>
  );
}
