"use client";
/** One import, as its status has it: on its way, under review, running, done, or ended before that. */
import type { ImportRecord } from "@rollcall/accounts";
import { Panel, PanelBody, SkeletonRows } from "@rollcall/ui";
import dynamic from "next/dynamic";
import { QueryTrouble } from "../pieces/query-trouble";
import { ImportPage } from "./import-page";
import { useImport } from "./use-import";

// A page loads the screen it shows; the others come when the status does.
const ReviewScreen = dynamic(() => import("./review/review-screen").then((module) => module.ReviewScreen), {
  loading: () => <Loading />,
});
const ProgressScreen = dynamic(
  () => import("./progress/progress-screen").then((module) => module.ProgressScreen),
  { loading: () => <Loading /> },
);
const DoneScreen = dynamic(() => import("./done/done-screen").then((module) => module.DoneScreen), {
  loading: () => <Loading />,
});
const EndedScreen = dynamic(() => import("./done/ended-screen").then((module) => module.EndedScreen), {
  loading: () => <Loading />,
});

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
  return <Loading />;
}

function Loading() {
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
