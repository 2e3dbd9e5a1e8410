"use client";
/** The templates of every format: empty or with samples, as CSV or as a workbook; and what goes into each of its columns. */
import { Button, Card, CardRow, IconButton, Popover, Switch } from "@rollcall/ui";
import { Download } from "lucide-react";
import { useState } from "react";

export interface Template {
  id: string;
  label: string;
  description: string;
  columns: { header: string; required: boolean; help: string }[];
}

export function TemplateList({ templates }: { templates: readonly Template[] }) {
  return (
    <Card flush>
      {templates.map((template) => (
        <CardRow
          key={template.id}
          title={<span className="font-medium">{template.label}</span>}
          description={<span className="block truncate">{headersOf(template)}</span>}
          end={
            <Popover
              label={`${template.label} template`}
              align="end"
              width={360}
              trigger={<IconButton label={`Download the ${template.label} template`} icon={<Download />} />}
            >
              <TemplateChoice template={template} />
            </Popover>
          }
        />
      ))}
    </Card>
  );
}

/** Each once: some are repeated as often as needed. */
function headersOf({ columns }: Template): string {
  return [...new Set(columns.map(({ header }) => header))].join(", ");
}

function TemplateChoice({ template }: { template: Template }) {
  const [sample, setSample] = useState(true);
  const href = (kind: string): string =>
    `/api/templates/${template.id}?kind=${kind}${sample ? "&sample=1" : ""}`;
  return (
    <div>
      <p className="font-semibold">{template.label}</p>
      <p className="mt-0.5 text-xs text-pretty text-foreground-3">{template.description}</p>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        <Switch label="With samples" checked={sample} onCheckedChange={setSample} />
        <span className="flex gap-1.5">
          <Button size="sm" icon={<Download />} render={<a href={href("csv")} download />}>
            CSV
          </Button>
          <Button size="sm" render={<a href={href("xlsx")} download />}>
            XLSX
          </Button>
        </span>
      </div>
      <dl
        className="mt-3 max-h-72 overflow-y-auto border-t border-border pt-1 scrollbar-thin"
        tabIndex={0}
        aria-label={`Columns of ${template.label}`}
      >
        {template.columns.map((column, index) => (
          <div key={`${column.header} ${String(index)}`} className="py-1.5 text-xs">
            <dt className="font-medium">
              {column.header}
              {column.required && <span className="font-normal text-foreground-3"> · required</span>}
            </dt>
            <dd className="text-pretty text-foreground-2">{column.help}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
