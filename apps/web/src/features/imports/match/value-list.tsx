"use client";
/** What the values of a column mean: one line a value, as the field has it; and a place for a value that was not seen. */
import { Button, Input, Select } from "@rollcall/ui";
import { Plus } from "lucide-react";
import { useId, useState } from "react";
import { nameOf } from "./line-parts";
import { meanValue, type Draft, type DraftColumn } from "./match-draft";
import { isRead, labelOf, valuesOf } from "./targets";

export interface ValueListProps {
  column: DraftColumn;
  draft: Draft;
  onChange: (draft: Draft) => void;
  onClose: () => void;
}

export function ValueList({ column, draft, onChange, onClose }: ValueListProps) {
  const to = column.to ?? "email";
  const said = draft.values[to] ?? {};
  const fixed = valuesOf(to);
  const title = useId();
  const unread = column.seen.filter((value) => !isRead(to, value));
  const values = [...new Set([...unread, ...Object.keys(said)])].filter(
    (value, index, all) => all.findIndex((other) => other.toLowerCase() === value.toLowerCase()) === index,
  );
  const meaningOf = (value: string): string =>
    Object.entries(said).find(([from]) => from.toLowerCase() === value.toLowerCase())?.[1] ?? "";
  return (
    <div
      role="group"
      aria-labelledby={title}
      className="mt-2 mb-1 rounded-md bg-muted px-3 py-2.5 @min-[900px]/panel:ml-10"
    >
      <p id={title} className="font-medium">
        What “{nameOf(column)}” says, as {labelOf(to)}
      </p>
      {values.length === 0 && (
        <p className="mt-1 text-xs text-foreground-3">Every value that was seen is read as it stands.</p>
      )}
      <ul className="mt-1.5 space-y-1.5">
        {values.map((value) => (
          <li key={value} className="flex flex-wrap items-center gap-2">
            <code className="min-w-24 font-mono text-xs">{value}</code>
            <span aria-hidden className="text-foreground-3">
              is
            </span>
            <Meaning
              label={`What ${value} means`}
              fixed={fixed}
              value={meaningOf(value)}
              onChange={(meaning) => onChange(meanValue(draft, to, value, meaning))}
            />
          </li>
        ))}
      </ul>
      <AddValue onAdd={(value) => onChange(meanValue(draft, to, value, fixed?.[0] ?? value))} />
      <Button size="sm" className="mt-2" onClick={onClose}>
        Done
      </Button>
    </div>
  );
}

interface MeaningProps {
  label: string;
  fixed: readonly string[] | null;
  value: string;
  onChange: (value: string) => void;
}

export function Meaning({ label, fixed, value, onChange }: MeaningProps) {
  if (fixed === null)
    return (
      <span className="w-48">
        <Input
          size="sm"
          aria-label={label}
          value={value}
          maxLength={2000}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </span>
    );
  return (
    <Select
      size="sm"
      compact
      aria-label={label}
      placeholder="Choose"
      value={value === "" ? null : value}
      onValueChange={onChange}
      options={fixed.map((word) => ({ value: word, label: word }))}
    />
  );
}

function AddValue({ onAdd }: { onAdd: (value: string) => void }) {
  const [text, setText] = useState("");
  const add = (): void => {
    if (text.trim() === "") return;
    onAdd(text.trim());
    setText("");
  };
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <span className="w-44">
        <Input
          size="sm"
          aria-label="Another value of the column"
          placeholder="Another value"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
      </span>
      <Button size="sm" icon={<Plus />} disabled={text.trim() === ""} onClick={add}>
        Add
      </Button>
    </div>
  );
}
