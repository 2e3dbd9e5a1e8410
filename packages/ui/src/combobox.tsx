"use client";
// One or several of a list too long to show at once: type to narrow it, here or on the server, or create what is
// missing. The working part is loaded when it is first shown; until then a box of the same size holds its place.
import { Suspense, lazy } from "react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";
import { controlClass, controlSizes } from "./input";
import type { ControlSize } from "./input";

const Box = lazy(() => import("./combobox-box").then((module) => ({ default: module.ComboboxBox })));

export interface ComboboxItem {
  value: string;
  label: string;
  /** Quiet, after or under the label. */
  description?: string | undefined;
  icon?: ReactNode;
  disabled?: boolean | undefined;
}

interface ComboboxBase {
  items: readonly ComboboxItem[];
  /** Given, the page (the server) narrows `items`; else the list is narrowed by what is typed. */
  onQueryChange?: ((query: string) => void) | undefined;
  /** Results are on their way. */
  loading?: boolean | undefined;
  /** Offers to create what was typed when nothing has that name. */
  onCreate?: ((query: string) => void) | undefined;
  createLabel?: ((query: string) => string) | undefined;
  placeholder?: string | undefined;
  emptyText?: string | undefined;
  id?: string | undefined;
  "aria-label"?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  name?: string | undefined;
  size?: ControlSize | undefined;
  autoFocus?: boolean | undefined;
  className?: string | undefined;
}

export interface SingleComboboxProps extends ComboboxBase {
  multiple?: false | undefined;
  value: ComboboxItem | null;
  onValueChange: (value: ComboboxItem | null) => void;
}

export interface MultipleComboboxProps extends ComboboxBase {
  multiple: true;
  value: readonly ComboboxItem[];
  onValueChange: (value: ComboboxItem[]) => void;
}

export type ComboboxProps = SingleComboboxProps | MultipleComboboxProps;

/** The box. Several values stand in it as chips; Backspace takes the last one away. */
export function Combobox(props: ComboboxProps) {
  const { size = "md", className } = props;
  return (
    <Suspense fallback={<div className={classNames(controlClass, controlSizes[size], className)} />}>
      <Box {...props} />
    </Suspense>
  );
}
