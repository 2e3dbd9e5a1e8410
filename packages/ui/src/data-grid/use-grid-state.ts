"use client";
// Focus, selection and keys of one DataGrid: what a press means is grid-keyboard's and grid-selection's, here it is
// carried out.
import { useState } from "react";
import type { KeyboardEvent, MouseEvent, PointerEvent } from "react";

import { isTyping } from "../search-input";
import { gridKeyAction } from "./grid-keyboard";
import { addRange, headState, toggleKey } from "./grid-selection";
import { HEAD_HEIGHT, ROW_HEIGHT } from "./grid-types";
import type { DataGridProps } from "./grid-types";
import { useGridWindow } from "./use-grid-window";
import { useLongPress } from "./use-long-press";

/** Focus, selection and keys of one grid. */
export function useGridState<Row>(props: DataGridProps<Row>, compact: boolean) {
  const { rows, rowKey } = props;
  const [ownFocus, setOwnFocus] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<string | null>(null);
  const keys = rows.map(rowKey);
  const focusedKey = props.focusedKey === undefined ? ownFocus : props.focusedKey;
  const focused = focusedKey === null ? -1 : keys.indexOf(focusedKey);
  const selectable = props.onSelectionChange !== undefined;
  const hierarchical = props.renderDetail !== undefined && props.onExpandedChange !== undefined;
  const selection = props.selection ?? NOTHING;
  const view = useGridWindow({
    keys,
    focused,
    rowHeight: compact ? (props.compactHeight ?? 60) : ROW_HEIGHT,
    headHeight: compact ? 0 : HEAD_HEIGHT,
    ...props,
  });

  const setFocused = (index: number) => {
    const key = keys[index] ?? null;
    if (key === focusedKey) return;
    setOwnFocus(key);
    props.onFocusedChange?.(key);
  };
  const toggle = (index: number, extend: boolean) => {
    const key = keys[index];
    if (key === undefined || props.onSelectionChange === undefined) return;
    const from = anchor === null ? -1 : keys.indexOf(anchor);
    if (extend && from >= 0) props.onSelectionChange(addRange(selection, keys, from, index));
    else {
      setAnchor(key);
      props.onSelectionChange(toggleKey(selection, key));
    }
  };
  const expand = (index: number, open: boolean) => {
    const key = keys[index];
    const row = rows[index];
    if (key === undefined || row === undefined || !(props.canExpand?.(row) ?? true)) return;
    const next = new Set(props.expanded);
    if (open) next.add(key);
    else next.delete(key);
    props.onExpandedChange?.(next);
  };
  const toggleAll = () => {
    const all = headState(selection, keys, props.allSelected ?? false) === "all";
    props.onSelectionChange?.(all ? new Set() : new Set(keys));
  };
  const extendTo = (index: number) => {
    const known = anchor !== null && keys.includes(anchor);
    const from = known ? keys.indexOf(anchor) : Math.max(0, focused);
    if (!known) setAnchor(keys[from] ?? null);
    props.onSelectionChange?.(addRange(selection, keys, from, index));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[focused];
    if (isTyping(event.target)) return;
    if (row !== undefined) props.onRowKeyDown?.(row, event);
    const onRow = event.target instanceof HTMLElement && event.target.hasAttribute("data-row");
    if (event.defaultPrevented || event.altKey || (!onRow && (event.key === "Enter" || event.key === " ")))
      return;
    const action = gridKeyAction(
      { focused, count: rows.length, page: view.pageSize(), selectable, expandable: hierarchical },
      { key: event.key, shift: event.shiftKey, command: event.ctrlKey || event.metaKey },
    );
    if (action === null) return;
    if (action.kind !== "escape") event.preventDefault();
    switch (action.kind) {
      case "move":
        if (action.extend) extendTo(action.to);
        setFocused(action.to);
        view.reveal(action.to);
        break;
      case "toggle":
        toggle(action.index, action.extend);
        break;
      case "open":
        openRow(event.target as HTMLElement, () => row !== undefined && props.onOpen?.(row));
        break;
      case "expand":
        expand(action.index, action.open);
        break;
      case "select-all":
        props.onSelectionChange?.(new Set(keys));
        break;
      case "escape":
        if (selection.size > 0) props.onSelectionChange?.(new Set());
        else props.onEscape?.();
    }
  };
  const hold = useLongPress((key) => toggle(keys.indexOf(key), false));
  const touch = (index: number) => {
    const key = keys[index];
    if (!compact || !selectable || key === undefined) return {};
    return {
      onPointerDown: (event: PointerEvent) => hold.start(key, event),
      onClickCapture: (event: MouseEvent) => {
        if (hold.swallow(event) || selection.size === 0) return;
        event.preventDefault();
        event.stopPropagation();
        toggle(index, false);
      },
    };
  };
  return {
    keys,
    focused,
    selection,
    selectable,
    hierarchical,
    view,
    setFocused,
    toggle,
    expand,
    toggleAll,
    onKeyDown,
    touch,
  };
}

const NOTHING: ReadonlySet<string> = new Set();

/** Enter: the row's own link where it has one, so the router's ways apply. */
function openRow(element: HTMLElement, otherwise: () => unknown) {
  const link = element.querySelector<HTMLElement>("[data-row-link]");
  if (link === null) otherwise();
  else link.click();
}
