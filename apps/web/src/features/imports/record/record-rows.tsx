"use client";
/** The rows of an import that has ended, or of one that is still under review, as they stand on record. */
import type { ImportRecord } from "@rollcall/accounts";
import { PanelBody } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/client";
import type { UrlStep } from "../../pieces/use-url-state";
import { RowFilters } from "../rows/row-filters";
import { RowGrid } from "../rows/row-grid";
import type { RowsView } from "../rows/rows-url";
import { UndoneRows } from "./undone-rows";

export interface RecordRowsProps {
  record: ImportRecord;
  rows: RowsView;
  onRowsChange: (rows: RowsView, step?: UrlStep) => void;
}

export function RecordRows(props: RecordRowsProps) {
  return props.record.undo === null ? <FileRows {...props} /> : <UndoneRows importId={props.record.id} />;
}

function FileRows({ record, rows, onRowsChange }: RecordRowsProps) {
  const trpc = useTRPC();
  const causes = useQuery(trpc.imports.causes.queryOptions({ importId: record.id }, { staleTime: 60_000 }));
  if (record.summary === null) {
    return (
      <p className="px-5 py-6 text-foreground-3">
        This import did not come as far as a plan, so there is nothing to say about its rows.
      </p>
    );
  }
  return (
    <PanelBody scroll={false}>
      <RowFilters record={record} causes={causes.data ?? []} view={rows} onViewChange={onRowsChange} />
      <RowGrid record={record} view={rows} onViewChange={onRowsChange} />
    </PanelBody>
  );
}
