"use client";
// A line of a DefinitionList that is changed in place: a pencil on hover, Enter saves, Esc restores. There is no edit
// mode. A refusal keeps what was typed and says what is wrong under it.
import { Pencil } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";

import { classNames } from "./class-names";
import { definitionRowClass } from "./definition-list";
import { controlClass, controlSizes } from "./input";
import { Kbd } from "./kbd";
import { Select } from "./select";
import type { SelectOption } from "./select";
import { Spinner } from "./spinner";

/** Null when it was saved, else what is wrong, in plain words. */
export type SaveAnswer = string | null;

export interface InlineEditProps {
  label: string;
  value: string;
  /** How the value is shown when it is not being changed; else the text. */
  display?: ReactNode;
  /** Given, the value is one of these; else it is typed. */
  options?: readonly SelectOption[] | undefined;
  placeholder?: string | undefined;
  type?: "text" | "email" | "tel" | "url" | "number" | undefined;
  /** Saves; only called when the text differs. */
  onSave: (value: string) => Promise<SaveAnswer>;
  disabled?: boolean | undefined;
  /** Names of the button: "Change Department". */
  editVerb?: string | undefined;
}

/** A name and a value one can change. */
export function InlineEdit(props: InlineEditProps) {
  const { label, value, display, disabled = false, editVerb = "Change" } = props;
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const returning = useRef(false);
  useEffect(() => {
    if (editing || !returning.current) return;
    returning.current = false;
    button.current?.focus();
  }, [editing]);
  const close = () => {
    returning.current = true;
    setEditing(false);
  };
  return (
    <div
      className={classNames(
        definitionRowClass,
        !disabled && !editing && "relative hover:bg-muted focus-within:bg-muted",
      )}
    >
      <dt className="text-foreground-3">{label}</dt>
      <dd className="flex min-w-0 items-center gap-2 text-foreground">
        {editing ? (
          <Editor {...props} close={close} />
        ) : (
          <>
            <span className="min-w-0 flex-1 truncate py-1">
              {display ?? (value === "" ? <span className="text-foreground-3">–</span> : value)}
            </span>
            {!disabled && (
              <button
                ref={button}
                type="button"
                aria-label={`${editVerb} ${label}`}
                onClick={() => setEditing(true)}
                className="flex size-[26px] shrink-0 items-center justify-center text-foreground-3 opacity-0 outline-none group-focus-within/line:opacity-100 group-hover/line:opacity-100 after:absolute after:inset-0 after:rounded-sm focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring max-md:opacity-100"
              >
                <Pencil className="size-3.5" />
              </button>
            )}
          </>
        )}
      </dd>
    </div>
  );
}

function Editor(props: InlineEditProps & { close: () => void }) {
  const { label, value, options, placeholder, type = "text", onSave, close } = props;
  const faultId = useId();
  const chosen = useRef(false);
  const [text, setText] = useState(value);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (next: string) => {
    if (next === value) {
      close();
      return;
    }
    setBusy(true);
    setFault(null);
    const answer = await onSave(next);
    setBusy(false);
    if (answer === null) close();
    else setFault(answer);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      void save(text.trim());
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  };
  const wrong = fault === null ? {} : { "aria-invalid": true, "aria-describedby": faultId };
  return (
    <div className="relative -ml-2.5 min-w-0 flex-1 py-0.5">
      {options === undefined ? (
        <div className="relative">
          <input
            autoFocus
            aria-label={label}
            type={type}
            value={text}
            placeholder={placeholder}
            readOnly={busy}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={() => {
              if (text.trim() === value) close();
            }}
            {...wrong}
            className={classNames(controlClass, controlSizes.md, "focus-field pr-9")}
          />
          <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center">
            {busy ? <Spinner /> : <Kbd keys="↵" />}
          </span>
        </div>
      ) : (
        <Select
          aria-label={label}
          options={options}
          value={text}
          disabled={busy}
          defaultOpen
          onValueChange={(next) => {
            chosen.current = true;
            setText(next);
            void save(next);
          }}
          onOpenChange={(open) => {
            if (!open && !chosen.current) close();
          }}
        />
      )}
      <div role="alert">
        {fault !== null && (
          <p id={faultId} className="mt-1 pl-2.5 text-xs text-danger">
            {fault}
          </p>
        )}
      </div>
    </div>
  );
}
