"use client";
/** Accounts as a file that can be imported again: which format, as CSV or a workbook, and what the file would lose, said before it is made. */
import type { AccountFilters } from "@rollcall/accounts";
import { Button, Callout, Dialog, Field, SegmentedControl, Select, Skeleton } from "@rollcall/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Download, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "../../trpc/client";
import { describeTrouble } from "../../trpc/error";
import { fieldLabel } from "../imports/words/field-label";
import { countOf } from "../pieces/words";

export interface ExportDialogProps {
  /** "everybody", "the members of Staff": what is exported, in words */
  what: string;
  search?: string;
  filters?: AccountFilters;
  onClose: () => void;
}

const formats = [
  { value: "rollcall", label: "Rollcall", description: "Every field; imports back unchanged" },
  { value: "hosted-users", label: "Hosted users", description: "Address, name, department, groups" },
  { value: "mobile-security", label: "Mobile security", description: "Name, groups, role, Exchange account" },
  { value: "connect", label: "Connect application", description: "Address and name" },
  { value: "control-panel", label: "Control panel", description: "User names of one domain, no header" },
  {
    value: "directory-spreadsheet",
    label: "Directory spreadsheet",
    description: "Aliases, delegates, attributes",
  },
] as const;

type FormatId = (typeof formats)[number]["value"];

export function ExportDialog({ what, search = "", filters = {}, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<FormatId>("rollcall");
  const [kind, setKind] = useState<"csv" | "xlsx">("csv");
  const [domain, setDomain] = useState<string | null>(null);
  const needsDomain = format === "control-panel";
  const ready = !needsDomain || domain !== null;
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const asked: Asked = {
    format,
    filters: Object.fromEntries(given),
    ...(search.trim() === "" ? {} : { search: search.trim() }),
    ...(needsDomain && domain !== null ? { domain } : {}),
  };
  const query = new URLSearchParams({
    format,
    kind,
    ...Object.fromEntries(given),
    ...(asked.search === undefined ? {} : { search: asked.search }),
    ...(asked.domain === undefined ? {} : { domain: asked.domain }),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="sm"
      title="Export"
      description={`A file of ${what}. It can be imported again; passwords are never in it.`}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {ready ? (
            <Button
              variant="primary"
              icon={<Download />}
              render={<a href={`/api/exports?${query.toString()}`} download />}
            >
              Download {kind.toUpperCase()}
            </Button>
          ) : (
            <Button variant="primary" icon={<Download />} disabled>
              Download {kind.toUpperCase()}
            </Button>
          )}
        </>
      }
    >
      <div className="space-y-4">
        <Field label="Format">
          <Select options={formats} value={format} onValueChange={setFormat} />
        </Field>
        {needsDomain && <DomainField domain={domain} onChange={setDomain} />}
        <SegmentedControl
          label="Kind of file"
          value={kind}
          onValueChange={setKind}
          options={[
            { value: "csv", label: "CSV" },
            { value: "xlsx", label: "XLSX" },
          ]}
        />
        {ready && <Preview asked={asked} />}
      </div>
    </Dialog>
  );
}

function DomainField({ domain, onChange }: { domain: string | null; onChange: (domain: string) => void }) {
  const trpc = useTRPC();
  const domains = useQuery(trpc.organisation.domains.list.queryOptions());
  return (
    <Field label="Domain" required description="This format writes the user names of one domain.">
      <Select
        placeholder="Choose a domain"
        value={domain}
        onValueChange={onChange}
        options={(domains.data ?? []).map(({ name }) => ({ value: name, label: name }))}
      />
    </Field>
  );
}

/** The filters that are set, and nothing else. */
type Given = { [Name in keyof AccountFilters]?: NonNullable<AccountFilters[Name]> };

interface Asked {
  format: FormatId;
  filters: Given;
  search?: string;
  domain?: string;
}

/** How many, and what has no place in the file. */
function Preview({ asked }: { asked: Asked }) {
  const trpc = useTRPC();
  const preview = useQuery(
    trpc.imports.previewExport.queryOptions(asked, { placeholderData: keepPreviousData, staleTime: 10_000 }),
  );
  if (preview.error !== null)
    return <Callout tone="danger">{describeTrouble(preview.error).message}</Callout>;
  if (preview.data === undefined) return <Skeleton className="w-48" />;
  const { accounts, leftOut, lost } = preview.data;
  return (
    <div role="status" className={preview.isPlaceholderData ? "opacity-60" : undefined}>
      <p className="font-medium">{countOf(accounts, "account")} in the file</p>
      {leftOut > 0 && (
        <p className="mt-0.5 text-warning">
          {countOf(leftOut, "account is", "accounts are")} left out: the format cannot name{" "}
          {leftOut === 1 ? "it" : "them"}.
        </p>
      )}
      {lost.length === 0 ? (
        <p className="mt-0.5 text-foreground-3">The format holds everything there is of them.</p>
      ) : (
        <div className="mt-3">
          <p className="flex items-center gap-2 font-medium text-warning">
            <TriangleAlert />
            What this format has no place for
          </p>
          <ul className="mt-1 max-h-40 overflow-y-auto scrollbar-thin" tabIndex={0} aria-label="What is lost">
            {lost.map(({ field, accounts: having }) => (
              <li
                key={field}
                className="flex justify-between gap-4 border-border-subtle py-1 not-first:border-t"
              >
                <span>{fieldLabel(field)}</span>
                <span className="tabular text-foreground-3">{countOf(having, "account")}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
