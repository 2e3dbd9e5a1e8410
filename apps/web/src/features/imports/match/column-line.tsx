"use client";
/** One column of the file: what is in it, where it goes, why, and what can be said of its values and its empty cells. */
import { IconButton, Menu, MenuItem, MenuRadioGroup, MenuSeparator } from "@rollcall/ui";
import type { BlankRule } from "@rollcall/importer";
import { ArrowRight, Ellipsis, Minus } from "lucide-react";
import { useState } from "react";
import { lineGrid, nameOf, type ColumnLineProps } from "./line-parts";
import { FieldPicker } from "./field-picker";
import { letterOf, settleColumn, type DraftColumn } from "./match-draft";
import { ValueList } from "./value-list";
import { valuesOf } from "./targets";
import { Why } from "./why";

export function ColumnLine({ column, draft, attributes, onChange }: ColumnLineProps) {
  const [opened, setOpened] = useState(false);
  const name = nameOf(column);
  const out = column.to === null;
  return (
    <li className="border-border-subtle px-3 py-2 not-first:border-t has-[:focus-visible]:bg-muted">
      <div className={lineGrid}>
        <span className="tabular self-start pt-1.5 text-xs text-foreground-3 @min-[900px]/panel:self-center @min-[900px]/panel:pt-0">
          {letterOf(column.index)}
        </span>
        <span className="min-w-0">
          <span className={`block truncate font-medium ${out ? "text-foreground-3" : ""}`} title={name}>
            {name}
          </span>
          <span className="tabular block text-xs text-foreground-3">{fillOf(column)}</span>
        </span>
        <span className="order-3 col-span-3 min-w-0 @min-[900px]/panel:order-none @min-[900px]/panel:col-span-1">
          <Samples samples={column.stats.samples} />
        </span>
        <span aria-hidden className="text-foreground-3 @max-[900px]/panel:hidden">
          {out ? <Minus /> : <ArrowRight />}
        </span>
        <span className="order-4 col-span-3 min-w-0 @min-[900px]/panel:order-none @min-[900px]/panel:col-span-1">
          <FieldPicker
            column={column}
            name={name}
            attributes={attributes}
            draft={draft}
            onChange={onChange}
          />
        </span>
        <span className="order-5 col-span-3 min-w-0 @min-[900px]/panel:order-none @min-[900px]/panel:col-span-1">
          <Why
            column={column}
            draft={draft}
            attributes={attributes}
            onChange={onChange}
            onOpenValues={() => setOpened(true)}
          />
        </span>
        <span className="order-2 justify-self-end @min-[900px]/panel:order-none">
          <More
            column={column}
            draft={draft}
            onChange={onChange}
            name={name}
            onOpenValues={() => setOpened(!opened)}
          />
        </span>
      </div>
      {opened && column.to !== null && (
        <ValueList
          column={column}
          draft={draft}
          onChange={onChange}
          onClose={() => {
            setOpened(false);
            onChange(settleColumn(draft, column.index));
          }}
        />
      )}
    </li>
  );
}

function fillOf({ stats: { filled, distinct, rows } }: DraftColumn): string {
  if (rows === 0) return "no rows";
  if (filled === 0) return "empty";
  const share = filled === 1 ? "all filled" : `${String(Math.max(1, Math.round(filled * 100)))}% filled`;
  return `${share} · ${distinct === 1 ? "all the same" : `${distinct.toLocaleString("en-GB")} different`}`;
}

function Samples({ samples }: { samples: readonly string[] }) {
  if (samples.length === 0) return <span className="text-foreground-3">–</span>;
  return (
    <span className="block truncate text-xs text-foreground-2" title={samples.join(" / ")}>
      {samples.map((sample, index) => (
        <span key={`${sample} ${String(index)}`}>
          {index > 0 && <span className="text-foreground-3"> / </span>}
          {sample}
        </span>
      ))}
    </span>
  );
}

interface MoreProps extends Omit<ColumnLineProps, "attributes"> {
  name: string;
  onOpenValues: () => void;
}

function More({ column, draft, onChange, name, onOpenValues }: MoreProps) {
  const { to } = column;
  if (to === null) return null;
  const setBlank = (rule: string): void => {
    const { [to]: _, ...others } = draft.blank;
    const blank = rule === "options" ? others : { ...others, [to]: rule as BlankRule };
    onChange({ ...draft, blank });
  };
  return (
    <Menu align="end" trigger={<IconButton size="sm" label={`More about “${name}”`} icon={<Ellipsis />} />}>
      <MenuItem onSelect={onOpenValues}>What its values mean…</MenuItem>
      {valuesOf(to) === null && <MenuSeparator />}
      <MenuRadioGroup
        label="Empty cells of people who exist"
        value={draft.blank[to] ?? "options"}
        onValueChange={setBlank}
        options={[
          { value: "options", label: "As the options say" },
          { value: "keep", label: "Keep what they have" },
          { value: "clear", label: "Clear it" },
          { value: "error", label: "Are a problem" },
        ]}
      />
    </Menu>
  );
}
