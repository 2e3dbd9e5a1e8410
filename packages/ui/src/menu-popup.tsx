"use client";
// The part of Menu that is loaded on first use: the popup and its items.
import { Menu } from "@base-ui/react/menu";
import { Check, ChevronRight } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";
import { Kbd } from "./kbd";
import { MenuPartsContext } from "./menu-parts";
import type {
  MenuCheckboxItemProps,
  MenuItemProps,
  MenuParts,
  MenuRadioGroupProps,
  SubmenuProps,
} from "./menu-parts";
import { groupLabelClass, optionClass, popupClass, separatorClass } from "./popup-class";
import type { PopupTrigger } from "./use-popup-trigger";

const parts: MenuParts = { Item, CheckboxItem, RadioGroup, Group, Separator, Submenu };

export interface MenuPopupProps {
  state: PopupTrigger;
  label: string | undefined;
  align: "start" | "center" | "end";
  side: "top" | "bottom" | "left" | "right";
  minWidth: number;
  children: ReactNode;
}

/** The popup beside its trigger, with the items. */
export function MenuPopup({ state, label, align, side, minWidth, children }: MenuPopupProps) {
  const { anchor, open } = state;
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open || !state.byKeyboard) return;
    const frame = requestAnimationFrame(() =>
      popup.current?.querySelector<HTMLElement>("[role^=menuitem]:not([data-disabled])")?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [open, state.byKeyboard]);
  return (
    <Menu.Root
      open={open}
      modal={false}
      onOpenChange={(next, details) => {
        if (!next && state.isOwnPress(details.event)) return;
        state.setOpen(next);
      }}
    >
      <Menu.Portal>
        <Menu.Positioner
          anchor={anchor}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Menu.Popup
            ref={popup}
            id={state.popupId}
            aria-label={label ?? anchor?.getAttribute("aria-label") ?? anchor?.textContent ?? undefined}
            finalFocus={() => anchor}
            style={{ minWidth }}
            className={classNames(
              popupClass,
              "max-h-(--available-height) overflow-y-auto p-1 scrollbar-thin",
            )}
          >
            <MenuPartsContext value={parts}>{children}</MenuPartsContext>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Item({
  icon,
  kbd,
  hint,
  tone,
  disabled = false,
  onSelect,
  render,
  keepOpen = false,
  children,
}: MenuItemProps) {
  const content = (
    <>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {hint !== undefined && <span className="text-xs text-foreground-3">{hint}</span>}
      {kbd !== undefined && <Kbd keys={kbd} />}
    </>
  );
  const look = classNames(
    optionClass,
    tone === "danger" && "!text-danger data-highlighted:bg-danger-soft [&_.lucide]:!text-danger",
  );
  const act = onSelect === undefined ? {} : { onClick: () => onSelect() };
  if (render !== undefined) {
    return (
      <Menu.LinkItem render={render} closeOnClick={!keepOpen} className={look} {...act}>
        {content}
      </Menu.LinkItem>
    );
  }
  return (
    <Menu.Item disabled={disabled} closeOnClick={!keepOpen} className={look} {...act}>
      {content}
    </Menu.Item>
  );
}

function CheckboxItem({ checked, onCheckedChange, disabled = false, children }: MenuCheckboxItemProps) {
  return (
    <Menu.CheckboxItem
      checked={checked}
      disabled={disabled}
      onCheckedChange={(next) => onCheckedChange(next)}
      className={optionClass}
    >
      <span className="min-w-0 flex-1">{children}</span>
      <Check className={checked ? "!text-accent-text" : "invisible"} />
    </Menu.CheckboxItem>
  );
}

function RadioGroup({ label, value, onValueChange, options }: MenuRadioGroupProps) {
  return (
    <Menu.Group>
      {label !== undefined && <Menu.GroupLabel className={groupLabelClass}>{label}</Menu.GroupLabel>}
      <Menu.RadioGroup value={value} onValueChange={(next: string) => onValueChange(next)}>
        {options.map((option) => (
          <Menu.RadioItem
            key={option.value}
            value={option.value}
            disabled={option.disabled ?? false}
            closeOnClick
            className={optionClass}
          >
            {option.icon}
            <span className="min-w-0 flex-1">{option.label}</span>
            <Check className={option.value === value ? "!text-accent-text" : "invisible"} />
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className={groupLabelClass}>{label}</Menu.GroupLabel>
      {children}
    </Menu.Group>
  );
}

function Separator() {
  return <Menu.Separator className={separatorClass} />;
}

function Submenu({ label, icon, children }: SubmenuProps) {
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={classNames(optionClass, "data-popup-open:bg-muted")}>
        {icon}
        <span className="min-w-0 flex-1">{label}</span>
        <ChevronRight className="size-3.5" />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={2} alignOffset={-4} collisionPadding={8} className="z-50 outline-none">
          <Menu.Popup
            className={classNames(
              popupClass,
              "max-h-(--available-height) min-w-44 overflow-y-auto p-1 scrollbar-thin",
            )}
          >
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}
