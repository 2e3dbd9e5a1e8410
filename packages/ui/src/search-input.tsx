"use client";
// A search box: "/" anywhere on the page puts the cursor in it, Esc empties it, then leaves it.
import { Search, X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";

import { classNames } from "./class-names";
import { IconButton } from "./icon-button";
import type { ControlSize } from "./input";
import { controlClass, controlSizes } from "./input";
import { Kbd } from "./kbd";

export interface SearchInputProps {
  /** Its name for assistive technology. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  placeholder?: string | undefined;
  /** Listen for "/" and show it. One search box a page. */
  slash?: boolean | undefined;
  /** Enter: e.g. go to the first result. */
  onSubmit?: (() => void) | undefined;
  size?: ControlSize | undefined;
  autoFocus?: boolean | undefined;
  clearLabel?: string | undefined;
  className?: string | undefined;
}

/** The box, controlled. Waiting between strokes is up to the page. */
export function SearchInput(props: SearchInputProps) {
  const { label, value, onValueChange, placeholder, slash = false, onSubmit, size = "md" } = props;
  const input = useRef<HTMLInputElement>(null);
  useSlash(slash, input);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") onSubmit?.();
    if (event.key !== "Escape") return;
    event.stopPropagation();
    if (value === "") input.current?.blur();
    else onValueChange("");
  };
  return (
    <div role="search" className={classNames("group relative min-w-0", props.className)}>
      <Search
        className={classNames(
          "pointer-events-none absolute top-1/2 -translate-y-1/2 text-foreground-3",
          size === "touch" ? "left-3.5 size-5" : "left-2.5 size-3.5",
        )}
      />
      <input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts={slash ? "/" : undefined}
        placeholder={placeholder}
        value={value}
        autoFocus={props.autoFocus}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onValueChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className={classNames(
          controlClass,
          controlSizes[size],
          "focus-field text-ellipsis shadow-xs",
          size === "touch" ? "pr-12 pl-11" : "pr-9 pl-8",
        )}
      />
      <span className="absolute inset-y-0 right-1.5 flex items-center">
        {value !== "" ? (
          <IconButton
            label={props.clearLabel ?? "Clear"}
            icon={<X />}
            size={size === "touch" ? "lg" : "sm"}
            className="!h-6 !w-6"
            tooltip={false}
            onClick={() => {
              onValueChange("");
              input.current?.focus();
            }}
          />
        ) : (
          slash && <Kbd keys="/" className="mr-0.5 group-focus-within:hidden max-md:hidden" />
        )}
      </span>
    </div>
  );
}

/** True when a key press belongs to what is being typed in, not to a page's shortcuts. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return (
    target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type)
  );
}

function useSlash(enabled: boolean, input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      if (isTyping(event.target) || document.querySelector("[role=dialog],[role=alertdialog]") !== null)
        return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [enabled, input]);
}
