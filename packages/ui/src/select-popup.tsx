"use client";
// The part of Select that is loaded on first use: the list. The library would add a <style> element for a form of list
// we do not use; a strict content security policy refuses it, so it is turned off.
import { CSPProvider } from "@base-ui/react/csp-provider";
import { Select } from "@base-ui/react/select";
import { Check } from "lucide-react";

import { classNames } from "./class-names";
import { groupLabelClass, optionClass, popupClass } from "./popup-class";
import type { SelectGroup, SelectOption } from "./select";
import type { PopupTrigger } from "./use-popup-trigger";

export interface SelectPopupProps {
  state: PopupTrigger;
  label: string | undefined;
  labelId: string | undefined;
  options: readonly (SelectOption | SelectGroup)[];
  value: string | null;
  onValueChange: (value: string) => void;
}

/** The list under its box, at least as wide as the box. */
export function SelectPopup({ state, label, labelId, options, value, onValueChange }: SelectPopupProps) {
  const { anchor } = state;
  return (
    <CSPProvider disableStyleElements>
      <Select.Root
        open={state.open}
        modal={false}
        value={value}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next);
        }}
        onOpenChange={(next, details) => {
          if (!next && state.isOwnPress(details.event)) return;
          state.setOpen(next);
        }}
      >
        <Select.Portal>
          <Select.Positioner
            anchor={anchor}
            align="start"
            sideOffset={4}
            collisionPadding={8}
            alignItemWithTrigger={false}
            className="z-50 outline-none"
          >
            <Select.Popup
              id={state.popupId}
              aria-label={label}
              aria-labelledby={label === undefined ? labelId : undefined}
              finalFocus={() => anchor}
              className={classNames(
                popupClass,
                "max-h-[min(320px,var(--available-height))] min-w-[max(160px,var(--anchor-width))] overflow-y-auto p-1 scrollbar-thin",
              )}
            >
              {options.map((entry) =>
                "group" in entry ? (
                  <Select.Group key={entry.group}>
                    <Select.GroupLabel className={groupLabelClass}>{entry.group}</Select.GroupLabel>
                    {entry.options.map((option) => (
                      <Option key={option.value} option={option} />
                    ))}
                  </Select.Group>
                ) : (
                  <Option key={entry.value} option={entry} />
                ),
              )}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </CSPProvider>
  );
}

function Option({ option }: { option: SelectOption }) {
  return (
    <Select.Item
      value={option.value}
      disabled={option.disabled ?? false}
      label={option.label}
      className={optionClass}
    >
      {option.icon}
      <span className="min-w-0 flex-1">
        <Select.ItemText className="block truncate">{option.label}</Select.ItemText>
        {option.description !== undefined && (
          <span className="block text-xs text-pretty text-foreground-3">{option.description}</span>
        )}
      </span>
      <Select.ItemIndicator>
        <Check className="!text-accent-text" />
      </Select.ItemIndicator>
    </Select.Item>
  );
}
