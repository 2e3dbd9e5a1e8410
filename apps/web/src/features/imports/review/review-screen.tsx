"use client";
/**
 * The review: everything that would happen, row by row, before any of it does, and the place to correct what should not.
 * Tiles and causes filter the rows; the aside reads like a bill, with the button at its end.
 */
import type { ImportRecord } from "@rollcall/accounts";
import { Aside, BottomBar, Button, Drawer, Kbd, PanelBody } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { useUrlState } from "../../pieces/use-url-state";
import { countOf } from "../../pieces/words";
import { useIsPhone, useModKey } from "../../shell/reader";
import { encodingLabel } from "../choose/encodings";
import { ImportPage } from "../import-page";
import { describeOptions } from "../options/describe-options";
import { RowFilters } from "../rows/row-filters";
import { rowsUrl } from "../rows/rows-url";
import { EarlierImport } from "../words/earlier-import";
import { CommitQuestion } from "./commit-button";
import { AsideFooter, NarrowFooter } from "./commit-footer";
import { noFind } from "./find-draft";
import { Objection } from "./objection";
import { ReviewAside } from "./review-aside";
import { ReviewMenu } from "./review-menu";
import { ReviewPhone } from "./review-phone";
import { ReviewRows } from "./review-rows";
import { useConfirm } from "./use-confirm";
import { useEdits } from "./use-edits";

export function ReviewScreen({ record }: { record: ImportRecord }) {
  const trpc = useTRPC();
  const phone = useIsPhone();
  const [view, setView] = useUrlState(rowsUrl);
  const [billOpen, setBillOpen] = useState(false);
  // Here and not with the rows, which a narrow window draws otherwise.
  const [find, setFind] = useState(noFind);
  const causes = useQuery(trpc.imports.causes.queryOptions({ importId: record.id }, { staleTime: 60_000 }));
  const edits = useEdits(record);
  const confirm = useConfirm(record, edits);
  const problems = record.summary?.problem ?? 0;
  const shared = { record, edits, view, onViewChange: setView };
  const aside = <ReviewAside {...shared} causes={causes.data ?? null} />;
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
              Download {countOf(problems, "row")}
            </Button>
          )}
          <ReviewMenu record={record} />
        </>
      }
    >
      <p role="status" className="sr-only">
        {edits.said}
      </p>
      <PanelBody
        scroll={false}
        aside={
          <Aside label="What will happen" narrow="hidden" footer={<AsideFooter confirm={confirm} />}>
            {aside}
          </Aside>
        }
      >
        <Objection record={record} className="mx-4 mt-4 shrink-0" />
        {record.earlier !== null && <EarlierImport earlier={record.earlier} className="mx-4 mt-4 shrink-0" />}
        {phone ? (
          <>
            <RowFilters record={record} causes={causes.data ?? []} view={view} onViewChange={setView} />
            <ReviewPhone {...shared} causes={causes.data ?? []} />
          </>
        ) : (
          <ReviewRows {...shared} causes={causes.data ?? []} find={find} onFind={setFind} />
        )}
        <StatusLine record={record} />
      </PanelBody>
      <div className="lg:hidden">
        <NarrowFooter confirm={confirm} record={record} onOpenBill={() => setBillOpen(true)} />
      </div>
      <CommitQuestion confirm={confirm} />
      <Drawer open={billOpen} onOpenChange={setBillOpen} side="bottom" title="What will happen" flush>
        {aside}
      </Drawer>
    </ImportPage>
  );
}

function StatusLine({ record }: { record: ImportRecord }) {
  const mod = useModKey();
  const source = record.encoding === null ? record.sheet : encodingLabel(record.encoding);
  const format = [record.format?.label, source].filter(Boolean).join(" · ");
  return (
    <div className="max-lg:hidden">
      <BottomBar slim note={`${format} · ${describeOptions(record.options)}`}>
        <Hint keys={["↵"]} what="edit" />
        <Hint keys={[mod, "."]} what="fix" />
        <Hint keys={["F8"]} what="next problem" />
        <Hint keys={[mod, "Z"]} what="undo" />
        <Hint keys={["?"]} what="all keys" />
      </BottomBar>
    </div>
  );
}

function Hint({ keys, what }: { keys: string[]; what: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Kbd keys={keys} />
      {what}
    </span>
  );
}
