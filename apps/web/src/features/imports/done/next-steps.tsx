"use client";
/** Where to go from a finished import: finish, or invite whom it created to enrol (sources/001); and bring in what was left out. */
import type { ImportRecord } from "@rollcall/accounts";
import { Button, Callout, Card } from "@rollcall/ui";
import { Download, FileUp, ScrollText } from "lucide-react";
import Link from "next/link";
import { describeTrouble } from "../../../trpc/error";
import { countOf } from "../../pieces/words";
import { useMay } from "../../shell/viewer-context";
import { uploadStore } from "../upload/use-upload";
import { useContinue } from "./use-continue";
import { InviteImported } from "./invite-imported";

export function NextSteps({ record }: { record: ImportRecord }) {
  const created = record.summary?.create ?? 0;
  const { waiting } = record;
  const mayInvite = useMay("invitations.write") && created > 0 && record.undoneBy === null;
  return (
    <div className="space-y-4">
      {mayInvite ? <InviteImported record={record} created={created} /> : <Finished record={record} />}
      {waiting > 0 && <Rest record={record} waiting={waiting} primary={!mayInvite} />}
      <ul className="space-y-1 px-1">
        <li>
          <Button
            variant="ghost"
            icon={<FileUp />}
            render={<Link href="/imports/new" onClick={uploadStore.clear} />}
          >
            Import another file
          </Button>
        </li>
        <li>
          <Button
            variant="ghost"
            icon={<ScrollText />}
            render={<Link href={`/imports/${record.id}/record`} />}
          >
            The whole record
          </Button>
        </li>
        {record.undo === null && (
          <li>
            <Button
              variant="ghost"
              icon={<Download />}
              render={<a href={`/api/imports/${record.id}/report?format=csv`} download />}
            >
              Row by row report
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
}

function Finished({ record }: { record: ImportRecord }) {
  if (record.undo !== null) return <FinishedUndo id={record.id} kept={record.undo.kept} />;
  return (
    <Card>
      <h2 className="text-base font-semibold">That is all</h2>
      <p className="mt-1 text-pretty text-foreground-2">
        {(record.summary?.problem ?? 0) > 0
          ? "Every row that could be taken has been taken care of."
          : "Every row of the file has been taken care of."}
      </p>
      <Button size="lg" wide className="mt-4" render={<Link href={`/users?import=${record.id}`} />}>
        See the accounts
      </Button>
    </Card>
  );
}

function FinishedUndo({ id, kept }: { id: string; kept: number }) {
  return (
    <Card>
      <h2 className="text-base font-semibold">
        {kept === 0 ? "That is all" : `${countOf(kept, "account")} stayed`}
      </h2>
      <p className="mt-1 text-pretty text-foreground-2">
        {kept === 0
          ? "Every account that could be taken back has been."
          : `${kept === 1 ? "It was" : "They were"} changed since, and nobody’s change is lost. The list says what happened to ${kept === 1 ? "it" : "each"}.`}
      </p>
      <Button size="lg" wide className="mt-4" render={<Link href={`/imports/${id}/record?tab=rows`} />}>
        {kept === 0 ? "See what became of them" : "See why"}
      </Button>
    </Card>
  );
}

function Rest({ record, waiting, primary }: { record: ImportRecord; waiting: number; primary: boolean }) {
  const mayRun = useMay("imports.run");
  const one = waiting === 1;
  const go = useContinue();
  return (
    <Card>
      <h2 className="text-base font-semibold">
        {countOf(waiting, "row")} {one ? "waits" : "wait"}
      </h2>
      <p className="mt-1 text-pretty text-foreground-2">
        Correct {one ? "it" : "them"} here and bring {one ? "it" : "them"} in, or download{" "}
        {one ? "it" : "them"}, correct what the last column says, and drop the file back in.
      </p>
      {go.error !== null && (
        <Callout tone="danger" live className="mt-3">
          {describeTrouble(go.error).message}
        </Callout>
      )}
      <div className="mt-4 space-y-2">
        {mayRun && (
          <Button
            variant={primary ? "primary" : "secondary"}
            size="lg"
            wide
            loading={go.isPending}
            onClick={() => go.mutate({ importId: record.id })}
          >
            Correct {one ? "it" : "them"} now
          </Button>
        )}
        <Button
          size="lg"
          wide
          icon={<Download />}
          render={<a href={`/api/imports/${record.id}/corrections`} download />}
        >
          Download {countOf(waiting, "row")} to correct
        </Button>
      </div>
    </Card>
  );
}
