"use client";
/** The whole record of one import: the file and how it was read, who did what when, its rows, and what the audit log says. */
import type { ImportRecord } from "@rollcall/accounts";
import { Panel, PanelBody, SkeletonRows, TabLinks } from "@rollcall/ui";
import Link from "next/link";
import { lazyPart } from "../../pieces/lazy-part";
import { QueryTrouble } from "../../pieces/query-trouble";
import { useUrlState, type UrlStep } from "../../pieces/use-url-state";
import { ImportPage } from "../import-page";
import type { RowsView } from "../rows/rows-url";
import { useImport } from "../use-import";
import { importNumber } from "../words/import-number";
import { RecordActions } from "./record-actions";
import { RecordFacts } from "./record-facts";
import { recordUrl, type RecordTab } from "./record-url";

// Only the part that is looked at is loaded; the rows bring the grid with them.
const RecordRows = lazyPart(() => import("./record-rows").then((module) => module.RecordRows));
const RecordHistory = lazyPart(() => import("./record-history").then((module) => module.RecordHistory));

export function RecordScreen({ importId }: { importId: string }) {
  const query = useImport(importId);
  const [view, setView] = useUrlState(recordUrl);
  if (query.data === undefined) {
    return query.isError ? (
      <Panel>
        <QueryTrouble error={query.error} onRetry={() => void query.refetch()} what="import" />
      </Panel>
    ) : (
      <ImportPage title="Record">
        <SkeletonRows rows={12} label="Loading the record" />
      </ImportPage>
    );
  }
  const record = query.data;
  const setRows = (rows: RowsView, step?: UrlStep) => setView({ ...view, rows }, step);
  return (
    <ImportPage
      title={`${importNumber(record.id)} ${record.fileName}`}
      actions={<RecordActions record={record} />}
    >
      <TabLinks
        label="Parts of the record"
        className="shrink-0 px-4 md:px-5"
        tabs={tabsOf(record, view.tab)}
      />
      <Part record={record} tab={view.tab} rows={view.rows} onRowsChange={setRows} />
    </ImportPage>
  );
}

function tabsOf(record: ImportRecord, current: RecordTab) {
  const href = (tab: RecordTab) => `/imports/${record.id}/record${tab === "summary" ? "" : `?tab=${tab}`}`;
  return [
    { link: <Link href={href("summary")} />, label: "Summary", active: current === "summary" },
    { link: <Link href={href("rows")} />, label: "Rows", count: record.rows, active: current === "rows" },
    { link: <Link href={href("history")} />, label: "History", active: current === "history" },
  ];
}

function Part(props: {
  record: ImportRecord;
  tab: RecordTab;
  rows: RowsView;
  onRowsChange: (rows: RowsView, step?: UrlStep) => void;
}) {
  const { record, tab, rows, onRowsChange } = props;
  switch (tab) {
    case "summary":
      return (
        <PanelBody width="page">
          <RecordFacts record={record} />
        </PanelBody>
      );
    case "rows":
      return <RecordRows record={record} rows={rows} onRowsChange={onRowsChange} />;
    case "history":
      return (
        <PanelBody width="form">
          <RecordHistory record={record} />
        </PanelBody>
      );
  }
}
