"use client";
/**
 * The review: everything that would happen, row by row, before any of it does. Tiles and causes filter the rows; the
 * aside reads like a bill, with the button at its end.
 */
import type { ImportRecord } from "@rollcall/accounts";
import { Aside, BottomBar, Button, Drawer, Kbd, PanelBody } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { useUrlState } from "../../pieces/use-url-state";
import { encodingLabel } from "../choose/encodings";
import { ImportPage } from "../import-page";
import { describeOptions } from "../options/describe-options";
import { RowFilters } from "../rows/row-filters";
import { RowGrid } from "../rows/row-grid";
import { rowsUrl } from "../rows/rows-url";
import { AsideFooter, NarrowFooter } from "./commit-footer";
import { ReviewAside } from "./review-aside";
import { ReviewMenu } from "./review-menu";
import { useConfirm } from "./use-confirm";

export function ReviewScreen({ record }: { record: ImportRecord }) {
  const trpc = useTRPC();
  const [view, setView] = useUrlState(rowsUrl);
  const [billOpen, setBillOpen] = useState(false);
  const causes = useQuery(trpc.imports.causes.queryOptions({ importId: record.id }, { staleTime: 60_000 }));
  const confirm = useConfirm(record);
  const problems = record.summary?.problem ?? 0;
  const aside = (
    <ReviewAside record={record} causes={causes.data ?? null} view={view} onViewChange={setView} />
  );
  return (
    <ImportPage
      title={record.fileName}
      step={2}
      actions={
        <>
          {problems > 0 && (
            <Button
              variant="ghost"
              icon={<Download />}
              className="max-md:hidden"
              render={<a href={`/api/imports/${record.id}/corrections`} download />}
            >
              Download {problems.toLocaleString("en-GB")} {problems === 1 ? "row" : "rows"}
            </Button>
          )}
          <ReviewMenu record={record} />
        </>
      }
    >
      <PanelBody
        scroll={false}
        aside={
          <Aside label="What will happen" narrow="hidden" footer={<AsideFooter confirm={confirm} />}>
            {aside}
          </Aside>
        }
      >
        <RowFilters record={record} causes={causes.data ?? []} view={view} onViewChange={setView} />
        {/* Another plan is another list: nothing of the one before is kept. */}
        <RowGrid key={record.fingerprint} record={record} view={view} onViewChange={setView} />
        <StatusLine record={record} />
      </PanelBody>
      <div className="lg:hidden">
        <NarrowFooter confirm={confirm} record={record} onOpenBill={() => setBillOpen(true)} />
      </div>
      <Drawer open={billOpen} onOpenChange={setBillOpen} side="bottom" title="What will happen" flush>
        {aside}
      </Drawer>
    </ImportPage>
  );
}

function StatusLine({ record }: { record: ImportRecord }) {
  const source = record.encoding === null ? record.sheet : encodingLabel(record.encoding);
  const format = [record.format?.label, source].filter(Boolean).join(" · ");
  return (
    <div className="max-lg:hidden">
      <BottomBar slim note={`${format} · ${describeOptions(record.options)}`}>
        <Hint keys={["↑", "↓"]} what="rows" />
        <Hint keys={["↵"]} what="open" />
        <Hint keys={["N"]} what="next problem" />
        <Hint keys={["/"]} what="search" />
      </BottomBar>
    </div>
  );
}

function Hint({ keys, what }: { keys: string[]; what: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Kbd keys={keys} />
      {what}
    </span>
  );
}
