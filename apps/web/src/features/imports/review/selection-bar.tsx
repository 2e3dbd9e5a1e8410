"use client";
/** What can be done with the selected rows together: one value for all, fill down, leaving out and taking back. */
import type { ImportRecord } from "@rollcall/accounts";
import { ActionBarButton, StickyActionBar } from "@rollcall/ui";
import { ArrowDownToLine, Ban, PencilLine, RotateCcw } from "lucide-react";
import { countOf } from "../../pieces/words";
import type { Sheet } from "../rows/use-sheet";
import { selectedCount } from "./row-set";
import type { SheetActions } from "./use-sheet-actions";

export interface SelectionBarProps {
  record: ImportRecord;
  sheet: Sheet;
  actions: SheetActions;
}

export function SelectionBar({ record, sheet, actions }: SelectionBarProps) {
  const { selection, pages } = sheet;
  const count = selectedCount(sheet, record);
  const isAll = selection?.kind === "all";
  return (
    <StickyActionBar
      open={selection !== null}
      label="Selected rows"
      summary={count === null ? "All rows found" : `${countOf(count, "row")} selected`}
      {...(isAll || pages.count === count
        ? {}
        : {
            allLabel: pages.counted ? `Select all ${pages.count.toLocaleString("en-GB")}` : "Select all",
            onSelectAll: () => sheet.select({ kind: "all" }),
          })}
      onClear={() => {
        sheet.select(null);
        sheet.focus();
      }}
    >
      <ActionBarButton icon={<PencilLine />} onClick={actions.setValue}>
        Set a value
      </ActionBarButton>
      {selection?.kind === "range" && selection.to > selection.from && (
        <ActionBarButton icon={<ArrowDownToLine />} onClick={() => void actions.fillDown()}>
          Fill down
        </ActionBarButton>
      )}
      <ActionBarButton icon={<Ban />} onClick={() => void actions.decide("skip")}>
        Leave out
      </ActionBarButton>
      <ActionBarButton icon={<RotateCcw />} onClick={() => void actions.decide(null)}>
        Take back
      </ActionBarButton>
    </StickyActionBar>
  );
}
