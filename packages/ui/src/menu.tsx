"use client";
// A list of things to do, behind a button. The popup is loaded on the first hover or focus of its trigger; the items
// below draw themselves with the loaded parts, so naming them here costs a page nothing.
import { Suspense, lazy, use } from "react";
import type { ReactElement, ReactNode } from "react";

import { MenuPartsContext } from "./menu-parts";
import type { MenuCheckboxItemProps, MenuItemProps, MenuRadioGroupProps, SubmenuProps } from "./menu-parts";
import { usePopupTrigger } from "./use-popup-trigger";

const loadPopup = () => import("./menu-popup");
const Popup = lazy(() => loadPopup().then((module) => ({ default: module.MenuPopup })));

export interface MenuProps {
  /** The element that opens it: a Button or an IconButton. */
  trigger: ReactElement;
  /** MenuItem, MenuCheckboxItem, MenuRadioGroup, MenuGroup, MenuSeparator, Submenu. */
  children: ReactNode;
  /** Its name for assistive technology; else the trigger's. */
  label?: string | undefined;
  align?: "start" | "center" | "end" | undefined;
  side?: "top" | "bottom" | "left" | "right" | undefined;
  /** Least width in pixels. */
  minWidth?: number | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

/** A trigger and its menu. Arrow keys, Home, End, typing and Esc work inside. */
export function Menu({
  trigger,
  children,
  label,
  align = "start",
  side = "bottom",
  minWidth = 180,
  ...rest
}: MenuProps) {
  const state = usePopupTrigger({ ...rest, preload: loadPopup, haspopup: "menu" });
  return (
    <>
      {state.attach(trigger)}
      {state.wanted && state.anchor !== null && (
        <Suspense fallback={null}>
          <Popup state={state} label={label} align={align} side={side} minWidth={minWidth}>
            {children}
          </Popup>
        </Suspense>
      )}
    </>
  );
}

/** One thing to do. */
export function MenuItem(props: MenuItemProps) {
  const parts = use(MenuPartsContext);
  return parts === null ? null : <parts.Item {...props} />;
}

/** Something on or off; the menu stays open. */
export function MenuCheckboxItem(props: MenuCheckboxItemProps) {
  const parts = use(MenuPartsContext);
  return parts === null ? null : <parts.CheckboxItem {...props} />;
}

/** One of several. */
export function MenuRadioGroup(props: MenuRadioGroupProps) {
  const parts = use(MenuPartsContext);
  return parts === null ? null : <parts.RadioGroup {...props} />;
}

/** A headed group of items. */
export function MenuGroup(props: { label: string; children: ReactNode }) {
  const parts = use(MenuPartsContext);
  return parts === null ? null : <parts.Group {...props} />;
}

/** A line between groups. */
export function MenuSeparator() {
  const parts = use(MenuPartsContext);
  return parts === null ? null : <parts.Separator />;
}

/** A menu behind an item. */
export function Submenu(props: SubmenuProps) {
  const parts = use(MenuPartsContext);
  return parts === null ? null : <parts.Submenu {...props} />;
}
