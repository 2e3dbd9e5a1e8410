"use client";
// Parts of one page, one at a time. Where each part has its own address (it should), use TabLinks; Tabs is for parts
// inside a dialog or a card.
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

import { formatNumber } from "./format-number";
import { useReaderLocale } from "./locale";
import { tabClass, tabListClass } from "./tab-links";

export interface TabItem<Value extends string = string> {
  value: Value;
  label: ReactNode;
  count?: number | undefined;
  disabled?: boolean | undefined;
  content: ReactNode;
}

export interface TabsProps<Value extends string = string> {
  /** What the parts are parts of. */
  label: string;
  items: readonly TabItem<Value>[];
  value?: Value | undefined;
  defaultValue?: Value | undefined;
  onValueChange?: ((value: Value) => void) | undefined;
  className?: string | undefined;
}

/** Tabs and their panels. Arrow keys move, Enter or Space chooses. */
export function Tabs<Value extends string = string>(props: TabsProps<Value>) {
  const { label, items, value, defaultValue, onValueChange, className } = props;
  const { locale } = useReaderLocale();
  return (
    <Base.Root
      {...(value === undefined ? { defaultValue: defaultValue ?? items[0]?.value } : { value })}
      onValueChange={(next: Value) => onValueChange?.(next)}
      className={className}
    >
      <Base.List aria-label={label} className={tabListClass}>
        {items.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            disabled={item.disabled ?? false}
            className={tabClass}
          >
            {item.label}
            {item.count !== undefined && (
              <span className="tabular ml-1.5 font-normal text-foreground-3">
                {formatNumber(item.count, locale)}
              </span>
            )}
          </Base.Tab>
        ))}
      </Base.List>
      {items.map((item) => (
        <Base.Panel key={item.value} value={item.value} className="pt-4 focus-inset">
          {item.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
