"use client";
/**
 * Rows that somebody changed between the preview and the import: nothing was done to them. What the preview saw, what the file asks
 * for, and what stands now; they are carried on, or left.
 */
import type { DriftedRow, ImportRecord } from "@rollcall/accounts";
import { Button, Callout, Card } from "@rollcall/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { useMay } from "../../shell/viewer-context";
import { byField, fieldLabel, fieldValue } from "../words/field-label";
import { useContinue } from "./use-continue";

export function DriftedRows({ record }: { record: ImportRecord }) {
  const trpc = useTRPC();
  const go = useContinue();
  const mayRun = useMay("imports.run");
  const list = useInfiniteQuery(
    trpc.imports.drifted.infiniteQueryOptions(
      { importId: record.id, limit: 20 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  if (rows.length === 0) return null;
  return (
    <Card>
      <h2 className="text-base font-semibold">Changed since the preview</h2>
      <p className="mt-1 text-pretty text-foreground-2">
        Somebody changed these accounts after the preview, so nothing was done to them.{" "}
        {record.waiting > 0
          ? "Carry them on to decide with what stands now in sight, row by row; or leave them as they are."
          : "They are carried on, or were left as they are."}
      </p>
      <ul className="mt-3 divide-y divide-border border-y border-border">
        {rows.map((row) => (
          <Drifted key={row.rowNo} row={row} />
        ))}
      </ul>
      {go.error !== null && (
        <Callout tone="danger" live className="mt-3">
          {describeTrouble(go.error).message}
        </Callout>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {mayRun && record.waiting > 0 && (
          <Button loading={go.isPending} onClick={() => go.mutate({ importId: record.id })}>
            Carry on what waits
          </Button>
        )}
        {list.hasNextPage && (
          <Button variant="ghost" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show more of them
          </Button>
        )}
      </div>
    </Card>
  );
}

function Drifted({ row: { line, email, accountId, fields } }: { row: DriftedRow }) {
  const shown = fields.toSorted((one, other) => byField(one.field, other.field));
  return (
    <li className="py-3">
      <p className="flex flex-wrap gap-x-2">
        <span className="text-foreground-3">Line {line}</span>
        {accountId === null ? (
          <span className="font-medium">{email ?? "–"}</span>
        ) : (
          <Link
            href={`/users/${accountId}`}
            className="rounded-xs font-medium text-accent-text hover:underline"
          >
            {email ?? "–"}
          </Link>
        )}
      </p>
      {accountId === null ? (
        <p className="text-foreground-2">
          Its address belongs to another account now, or its account is gone.
        </p>
      ) : (
        <dl className="mt-1 space-y-1">
          {shown.map(({ field, expected, wanted, now }) => (
            <div key={field} className="grid grid-cols-[minmax(0,7rem)_minmax(0,1fr)] gap-x-3">
              <dt className="text-foreground-3">{fieldLabel(field)}</dt>
              <dd className="flex flex-wrap gap-x-4">
                <Version
                  label={lists.has(field) ? "Takes away" : "Preview saw"}
                  field={field}
                  values={expected}
                />
                <Version label="Now" field={field} values={now} strong />
                <Version label={lists.has(field) ? "Adds" : "File says"} field={field} values={wanted} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

interface VersionProps {
  label: string;
  field: string;
  values: readonly string[];
  strong?: boolean;
}

function Version({ label, field, values, strong = false }: VersionProps) {
  const words = values.map((value) => fieldValue(field, switches[value] ?? value)).join(", ");
  return (
    <span className="min-w-0 break-words">
      <span className="text-xs text-foreground-3">{label}</span>{" "}
      <span className={strong ? "font-medium" : ""}>{words === "" ? "nothing" : words}</span>
    </span>
  );
}

/** Of these the plan names what it would add and take away. */
const lists = new Set(["groups", "aliases", "delegates"]);

const switches: Record<string, boolean> = { true: true, false: false };
