// What items of a menu take, and the drawing code that the popup hands down to them once it is loaded. Draws nothing.
import { createContext } from "react";
import type { ComponentType, ReactNode } from "react";

import type { RenderProp } from "./render-element";

export interface MenuItemProps {
  icon?: ReactNode;
  /** Quiet text at the end: a shortcut or a count. */
  kbd?: string | readonly string[] | undefined;
  hint?: ReactNode;
  /** Destroys something: red. */
  tone?: "danger" | undefined;
  disabled?: boolean | undefined;
  onSelect?: (() => void) | undefined;
  /** Draw it as a link, e.g. `<Link href="…" />`. */
  render?: RenderProp;
  /** Stay open after it was chosen. */
  keepOpen?: boolean | undefined;
  children: ReactNode;
}

export interface MenuCheckboxItemProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean | undefined;
  children: ReactNode;
}

export interface MenuRadioGroupProps {
  label?: string | undefined;
  value: string;
  onValueChange: (value: string) => void;
  options: readonly { value: string; label: ReactNode; icon?: ReactNode; disabled?: boolean | undefined }[];
}

export interface SubmenuProps {
  label: ReactNode;
  icon?: ReactNode;
  children: ReactNode;
}

/** One component a kind of item. */
export interface MenuParts {
  Item: ComponentType<MenuItemProps>;
  CheckboxItem: ComponentType<MenuCheckboxItemProps>;
  RadioGroup: ComponentType<MenuRadioGroupProps>;
  Group: ComponentType<{ label: string; children: ReactNode }>;
  Separator: ComponentType;
  Submenu: ComponentType<SubmenuProps>;
}

/** The loaded drawing code; set by the popup around its items. */
export const MenuPartsContext = createContext<MenuParts | null>(null);
