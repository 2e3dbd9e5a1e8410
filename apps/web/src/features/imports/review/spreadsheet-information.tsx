"use client";
/** Of a directory spreadsheet, what its preview says of it (sources/004): what it contains and what saving would make of it. */
import type { ImportRecord } from "@rollcall/accounts";
import { AsideSection, formatNumber, useReaderLocale } from "@rollcall/ui";
import { listNames } from "../words/phrases";

export function SpreadsheetInformation({ record }: { record: ImportRecord }) {
  const { locale } = useReaderLocale();
  const { columns, summary } = record;
  const count = (value: number) => formatNumber(value, locale);
  const having = (field: string) => columns.filter((column) => column.field === field);
  const attributes = having("attributes").map(({ header }) => header);
  const passwords = having("password").length > 0;
  const facts: [label: string, value: string][] = [
    ["Addresses", count(record.rows)],
    ["Accounts to be created", count(summary?.create ?? 0)],
    ["Accounts to be updated", count(summary?.update ?? 0)],
    ["Passwords", passwords ? "in the spreadsheet" : "none"],
    ["Alias columns", count(having("aliases").length)],
    ["Delegate columns", count(having("delegates").length)],
    ["Attributes", attributes.length === 0 ? "none" : listNames(attributes, 4)],
    ...(record.sheet === null ? [] : [["Sheet", record.sheet] as [string, string]]),
  ];
  return (
    <AsideSection title="The spreadsheet’s information">
      <dl className="space-y-1">
        {facts.map(([label, value]) => (
          <div key={label} className="flex justify-between gap-4">
            <dt className="text-foreground-3">{label}</dt>
            <dd className="tabular min-w-0 text-right text-pretty">{value}</dd>
          </div>
        ))}
      </dl>
    </AsideSection>
  );
}
