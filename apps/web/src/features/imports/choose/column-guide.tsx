"use client";
/** What goes into each column of a format, for whoever makes the file by hand. */
import type { Template } from "./template-list";

export function ColumnGuide({ template }: { template: Template }) {
  return (
    <section className="mt-8">
      <h3 className="text-sm font-semibold">What a {template.label} file may hold</h3>
      <p className="text-foreground-3">In any order; other columns are left out.</p>
      <dl className="mt-2">
        {template.columns.map((column) => (
          <div
            key={column.header}
            className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-4 border-b border-border-subtle py-2 last:border-b-0"
          >
            <dt className="font-medium">{column.header}</dt>
            <dd className="text-pretty text-foreground-2">
              {column.required && <span className="font-medium text-foreground">Required. </span>}
              {column.help}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
