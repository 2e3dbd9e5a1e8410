"use client";
/**
 * A form that keeps what was typed and, when something is wrong, puts the reader on the first mistake. It knows nothing
 * of what is sent.
 */
import { useEffect, useRef, type ReactNode } from "react";

export interface FormProps {
  onSubmit: () => void;
  /** Changes when there is something new to point at: the errors of the fields. */
  errors?: Record<string, unknown> | undefined;
  id?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export function Form({ onSubmit, errors, id, className, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (errors === undefined || Object.keys(errors).length === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);
  return (
    <form
      ref={form}
      id={id}
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
