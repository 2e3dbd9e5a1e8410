"use client";
/** One import, as its status has it: on its way, under review, running, done, or ended before that. */
import type { ImportRecord } from "@rollcall/accounts";
import { Panel, PanelBody, SkeletonRows } from "@rollcall/ui";
import { QueryTrouble } from "../pieces/query-trouble";
import { DoneScreen } from "./done/done-screen";
import { EndedScreen } from "./done/ended-screen";
import { ImportPage } from "./import-page";
import { ProgressScreen } from "./progress/progress-screen";
import { ReviewScreen } from "./review/review-screen";
import { useImport } from "./use-import";

export function ImportScreen({ importId }: { importId: string }) {
  const query = useImport(importId);
  if (query.data !== undefined) return <ByStatus record={query.data} />;
  if (query.isError) {
    return (
      <Panel>
        <QueryTrouble error={query.error} onRetry={() => void query.refetch()} what="import" />
      </Panel>
    );
  }
  return (
    <ImportPage title="Import">
      <PanelBody>
        <SkeletonRows rows={12} label="Loading the import" />
      </PanelBody>
    </ImportPage>
  );
}

function ByStatus({ record }: { record: ImportRecord }) {
  switch (record.status) {
    case "UPLOADING":
    case "STAGED":
    case "COMMITTING":
      return <ProgressScreen record={record} />;
    case "READY":
      return <ReviewScreen record={record} />;
    case "COMPLETED":
      return <DoneScreen record={record} />;
    case "FAILED":
    case "CANCELLED":
      return <EndedScreen record={record} />;
  }
}
