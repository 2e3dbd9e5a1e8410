// A part of a page of settings: what it is about at the side, its fields beside it. Safe in server components.
import type { ReactNode } from "react";

export interface FormSectionProps {
  title: ReactNode;
  description?: ReactNode;
  /** Fields, one below the other. */
  children: ReactNode;
}

/** Two columns on a desk, one on a phone; a hairline above all but the first. */
export function FormSection({ title, description, children }: FormSectionProps) {
  return (
    <section className="grid gap-x-10 gap-y-4 border-border not-first:border-t not-first:pt-8 md:grid-cols-[minmax(0,200px)_minmax(0,1fr)]">
      <div>
        <h2 className="text-base font-semibold">{title}</h2>
        {description !== undefined && <p className="mt-1 text-pretty text-foreground-3">{description}</p>}
      </div>
      <div className="flex min-w-0 flex-col gap-5">{children}</div>
    </section>
  );
}
