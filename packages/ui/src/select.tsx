"use client";
// One of a short list. The closed box is a plain button; the list is loaded when it is first wanted. For long lists
// or ones the server searches, use Combobox.
import { ChevronDown } from "lucide-react";
import { Suspense, lazy, useState } from "react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";
import { useControlProps, useFieldLabelId } from "./field-context";
import { controlClass, controlSizes } from "./input";
import type { ControlSize } from "./input";
import { usePopupTrigger } from "./use-popup-trigger";

const loadPopup = () => import("./select-popup");
const Popup = lazy(() => loadPopup().then((module) => ({ default: module.SelectPopup })));

export interface SelectOption<Value extends string = string> {
  value: Value;
  label: string;
  icon?: ReactNode;
  /** A second, quiet line in the list. */
  description?: ReactNode;
  disabled?: boolean | undefined;
}

export interface SelectGroup<Value extends string = string> {
  group: string;
  options: readonly SelectOption<Value>[];
}

export interface SelectProps<Value extends string = string> {
  options: readonly (SelectOption<Value> | SelectGroup<Value>)[];
  value?: Value | null | undefined;
  defaultValue?: Value | undefined;
  onValueChange?: ((value: Value) => void) | undefined;
  placeholder?: string | undefined;
  /** For posting in a form. */
  name?: string | undefined;
  /** Without a Field around it. */
  "aria-label"?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
  id?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  size?: ControlSize | undefined;
  /** As wide as its content instead of its place. */
  compact?: boolean | undefined;
  /** Open at once, e.g. in a line that turned into a select. */
  defaultOpen?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  className?: string | undefined;
}

/** A box that opens a list. Arrow keys, typing, Home, End, Enter and Esc work in the list. */
export function Select<Value extends string = string>(props: SelectProps<Value>) {
  const { options, placeholder = "Choose", name, size = "md", compact = false, className } = props;
  const [own, setOwn] = useState<Value | null>(props.defaultValue ?? null);
  const value = props.value === undefined ? own : props.value;
  const { required, ...wired } = useControlProps(props);
  const labelId = useFieldLabelId();
  const state = usePopupTrigger({
    preload: loadPopup,
    haspopup: "listbox",
    defaultOpen: props.defaultOpen,
    onOpenChange: props.onOpenChange,
  });
  const selected = flatten(options).find((option) => option.value === value);
  const choose = (next: Value) => {
    setOwn(next);
    props.onValueChange?.(next);
  };
  const box = (
    <button
      type="button"
      role="combobox"
      aria-label={props["aria-label"]}
      aria-required={required === true ? true : undefined}
      {...wired}
      className={classNames(
        controlClass,
        controlSizes[size],
        "focus-field inline-flex items-center gap-2 text-left shadow-xs aria-expanded:border-ring aria-expanded:shadow-field",
        compact && "!w-auto",
        className,
      )}
    >
      {selected?.icon}
      <span className={classNames("min-w-0 flex-1 truncate", selected === undefined && "text-foreground-3")}>
        {selected?.label ?? placeholder}
      </span>
      <ChevronDown className="-mr-0.5 size-3.5 text-foreground-3" />
    </button>
  );
  return (
    <>
      {state.attach(box)}
      {name !== undefined && <input type="hidden" name={name} value={value ?? ""} />}
      {state.wanted && state.anchor !== null && (
        <Suspense fallback={null}>
          <Popup
            state={state}
            labelId={labelId}
            label={props["aria-label"]}
            options={options}
            value={value}
            onValueChange={(next) => choose(next as Value)}
          />
        </Suspense>
      )}
    </>
  );
}

/** All options, without their groups. */
export function flatten<Value extends string>(
  options: readonly (SelectOption<Value> | SelectGroup<Value>)[],
): SelectOption<Value>[] {
  return options.flatMap((entry) => ("group" in entry ? [...entry.options] : [entry]));
}
