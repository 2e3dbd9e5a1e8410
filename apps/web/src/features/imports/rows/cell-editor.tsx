"use client";
/** A cell while somebody types in it. Enter keeps, Esc lets go, Tab goes on to the next cell; what helps stands below. */
import { AnchoredPopover } from "@rollcall/ui";
import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";

export type Leave = "down" | "up" | "next" | "previous" | "stay";

export interface CellEditorProps {
  label: string;
  /** what is in the cell */
  value: string;
  /** typed already: takes the place of the value */
  typed: string | null;
  /** a password is not shown */
  secret: boolean;
  onSave: (value: string, leave: Leave) => void;
  /** in all selected rows */
  onSaveAll: (value: string) => void;
  onCancel: () => void;
  /** what Enter does while nothing was typed: the first fix; false when there is none */
  onFix: (all: boolean) => boolean;
  /** leaves the row out */
  onDrop: () => void;
  help: ReactNode;
}

export function CellEditor(props: CellEditorProps) {
  const { label, value, typed, secret, onSave, onCancel, help } = props;
  const start = secret ? "" : value;
  const [text, setText] = useState(typed ?? start);
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const changed = text !== start;
  // Leaving takes the focus away, which is leaving, too: once is enough.
  const left = useRef(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // What is pressed here is not the sheet's, nor the page's.
    event.stopPropagation();
    const act = editorKey(event, changed, props, text);
    if (act === null) return;
    event.preventDefault();
    left.current = true;
    act();
  };
  return (
    <>
      <input
        ref={setInput}
        aria-label={label}
        value={text}
        type={secret ? "password" : "text"}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        onFocus={(event) => {
          const end = event.currentTarget.value.length;
          event.currentTarget.setSelectionRange(typed === null ? 0 : end, end);
        }}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (left.current) return;
          if (event.relatedTarget instanceof Element && event.relatedTarget.closest("[role=dialog]") !== null)
            return;
          if (changed) onSave(text, "stay");
          else onCancel();
        }}
        className="absolute inset-0 z-20 rounded-xs border border-ring bg-surface px-1.5 text-foreground shadow-field outline-none"
      />
      {help !== null && (
        <AnchoredPopover
          anchor={input}
          open={input !== null}
          onOpenChange={(open) => {
            if (!open && document.activeElement !== input) onCancel();
          }}
          takeFocus={false}
          label="What can be done"
          width={320}
          flush
        >
          {help}
        </AnchoredPopover>
      )}
    </>
  );
}

function editorKey(
  event: KeyboardEvent,
  changed: boolean,
  props: CellEditorProps,
  text: string,
): (() => void) | null {
  const command = event.ctrlKey || event.metaKey;
  const keep = (leave: Leave) => () =>
    changed ? props.onSave(text, leave) : props.onSave(props.value, leave);
  switch (event.key) {
    case "Escape":
      return props.onCancel;
    case "Tab":
      return keep(event.shiftKey ? "previous" : "next");
    case "Enter":
      if (command) return () => props.onSaveAll(text);
      if (!changed && props.onFix(event.shiftKey)) return () => undefined;
      return keep(event.shiftKey ? "up" : "down");
    case "Delete":
      return command && !changed ? props.onDrop : null;
    default:
      return null;
  }
}
