"use client";
/** Templates to start from: one line a format, empty or with rows that show how it is used. */
import { Card, CardRow, IconButton, Button } from "@rollcall/ui";
import { Download } from "lucide-react";

export interface Template {
  id: string;
  label: string;
  columns: { header: string; required: boolean; help: string }[];
}

export function TemplateList({ templates }: { templates: readonly Template[] }) {
  return (
    <Card flush>
      {templates.map((template) => (
        <CardRow
          key={template.id}
          title={<span className="font-medium">{template.label}</span>}
          description={template.columns.map((column) => column.header).join(", ")}
          end={
            <span className="flex shrink-0 items-center gap-1.5">
              <Button size="sm" render={<a href={`/api/templates/${template.id}?sample=1`} download />}>
                With samples
              </Button>
              <IconButton
                size="sm"
                variant="secondary"
                label={`Download the empty ${template.label} template`}
                icon={<Download />}
                render={<a href={`/api/templates/${template.id}`} download />}
              />
            </span>
          }
        />
      ))}
    </Card>
  );
}
