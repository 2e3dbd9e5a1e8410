"use client";
/**
 * Where an account comes from, and, when asked, where each of its values does: the import and line, or the person, that set it
 * last. Loaded after the page, since few look for it.
 */
import type { AccountDetails, FieldLineage } from "@rollcall/accounts";
import { Button, DefinitionList, DefinitionRow, RelativeTime, SkeletonRows } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useId, useState } from "react";
import { useTRPC } from "../../trpc/client";
import { byField, fieldLabel } from "../imports/words/field-label";
import { ImportLink } from "../imports/words/import-link";
import { importNumber } from "../imports/words/import-number";
import { QueryTrouble } from "../pieces/query-trouble";

const sources = { MANUAL: "Added by hand", IMPORTED: "Imported", DIRECTORY: "From the directory" };

export function AccountOrigin({ account }: { account: AccountDetails }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="flex flex-col items-start gap-4">
      <div className="w-full">
        <DefinitionList title="Where it comes from">
          <DefinitionRow label="Source">{sources[account.source]}</DefinitionRow>
          <DefinitionRow label="Created">
            <RelativeTime value={account.createdAt} as="date" />
            {account.createdBy !== null && <span className="text-foreground-3"> by {account.createdBy}</span>}
          </DefinitionRow>
          {account.imports.slice(0, 3).map(({ importId, kind, fileName, line }) => (
            <DefinitionRow
              key={`${importId} ${kind}`}
              label={kind === "created" ? "Created by" : "Updated by"}
            >
              <ImportLink importId={importId}>{fileName}</ImportLink>
              {line !== null && <span className="text-foreground-3">, line {line}</span>}
            </DefinitionRow>
          ))}
        </DefinitionList>
      </div>
      <Button
        icon={<History />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        Who set each value
      </Button>
      {open && (
        <div id={id} className="w-full">
          <Lineage accountId={account.id} />
        </div>
      )}
    </div>
  );
}

function Lineage({ accountId }: { accountId: string }) {
  const trpc = useTRPC();
  const lineage = useQuery(trpc.people.lineage.queryOptions({ accountId }, { staleTime: 0 }));
  if (lineage.isError)
    return (
      <QueryTrouble
        what="sources of its values"
        error={lineage.error}
        onRetry={() => void lineage.refetch()}
      />
    );
  if (lineage.data === undefined) return <SkeletonRows rows={4} label="Looking where its values come from" />;
  const fields = lineage.data.toSorted((one, other) => byField(one.field, other.field));
  if (fields.length === 0) return <p className="text-foreground-3">Nothing was set since it was added.</p>;
  return (
    <DefinitionList title="Set last by">
      {fields.map((source) => (
        <DefinitionRow key={source.field} label={fieldLabel(source.field)}>
          <Source source={source} />
        </DefinitionRow>
      ))}
    </DefinitionList>
  );
}

/** "IMP-0214, line 812, hr-june.xlsx", or who did it by hand; and when. */
function Source({ source: { importId, fileName, line, rowNo, by, at } }: { source: FieldLineage }) {
  const when = (
    <span className="text-foreground-3">
      {" "}
      · <RelativeTime value={at} as="moment" />
    </span>
  );
  if (importId === null)
    return (
      <>
        {by}, by hand
        {when}
      </>
    );
  const row = rowNo === null ? "" : `?tab=rows&row=${String(rowNo)}`;
  return (
    <>
      <ImportLink importId={importId} part={`/record${row}`}>
        {importNumber(importId)}
        {line !== null && `, line ${String(line)}`}, {fileName}
      </ImportLink>
      {when}
    </>
  );
}
