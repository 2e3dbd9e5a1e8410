"use client";
/**
 * Rows that somebody changed between the preview and the import: nothing was done to them. What the preview saw, what the file asks
 * for, and what stands now; they are carried on, or dropped.
 */
import type { DriftedRow, ImportRecord } from "@rollcall/accounts";
import { Badge, Button, Callout, Card, Checkbox } from "@rollcall/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRef, useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { countOf } from "../../pieces/words";
import { useMay } from "../../shell/viewer-context";
import { byField, fieldLabel, fieldValue } from "../words/field-label";
import { DropDrifted } from "./drop-drifted";
import { useContinue } from "./use-continue";

export function DriftedRows({ record }: { record: ImportRecord }) {
  const trpc = useTRPC();
  const go = useContinue();
  const mayRun = useMay("imports.run");
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useInfiniteQuery(
    trpc.imports.drifted.infiniteQueryOptions(
      { importId: record.id, limit: 20 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  if (rows.length === 0) return null;
  const waiting = record.waiting === 0 ? 0 : (list.data?.pages.at(-1)?.waiting ?? 0);
  const decides = mayRun && waiting > 0;
  const choose = (rowNo: number, on: boolean) => {
    const others = [...chosen].filter((one) => one !== rowNo);
    setChosen(new Set(on ? [...others, rowNo] : others));
  };
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1} className="rounded-xs text-base font-semibold">
        Changed since the preview
      </h2>
      <p className="mt-1 text-pretty text-foreground-2">{describe(record, waiting)}</p>
      <ul className="mt-3 divide-y divide-border border-y border-border">
        {rows.map((row) => (
          <li key={row.rowNo} className="flex gap-3 py-3">
            {decides && (
              <span className="flex h-5 w-4 items-center">
                {!row.dropped && (
                  <Checkbox
                    aria-label={`Choose line ${String(row.line)}, ${row.email ?? "without an address"}`}
                    checked={chosen.has(row.rowNo)}
                    onCheckedChange={(on) => choose(row.rowNo, on)}
                  />
                )}
              </span>
            )}
            <Drifted row={row} />
          </li>
        ))}
      </ul>
      {go.error !== null && (
        <Callout tone="danger" live className="mt-3">
          {describeTrouble(go.error).message}
        </Callout>
      )}
      <div className="flex flex-wrap gap-2 not-empty:mt-3">
        {mayRun && record.waiting > 0 && (
          <Button loading={go.isPending} onClick={() => go.mutate({ importId: record.id })}>
            Carry on what waits
          </Button>
        )}
        {decides && (
          <DropDrifted
            record={record}
            rowNos={chosen.size === 0 ? null : [...chosen]}
            rows={chosen.size === 0 ? waiting : chosen.size}
            onDropped={() => {
              setChosen(new Set());
              heading.current?.focus();
            }}
          />
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

function describe({ continuedBy }: ImportRecord, waiting: number): string {
  const happened = "Somebody changed these accounts after the preview, so nothing was done to them.";
  if (waiting > 0) {
    const [verb, them, they] = waiting === 1 ? ["waits", "it", "it stands"] : ["wait", "them", "they stand"];
    return `${happened} ${countOf(waiting, "row")} ${verb}: carry ${them} on to decide with what stands now in sight, or drop ${them} to leave the accounts as ${they}.`;
  }
  return `${happened} ${continuedBy === null ? "None of them waits any more." : "They are carried on, or were dropped."}`;
}

function Drifted({ row: { line, email, accountId, dropped, fields } }: { row: DriftedRow }) {
  const shown = fields.toSorted((one, other) => byField(one.field, other.field));
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="text-foreground-3">Line {line}</span>
        {accountId === null ? (
          <span className="min-w-0 font-medium break-words">{email ?? "–"}</span>
        ) : (
          <Link
            href={`/users/${accountId}`}
            className="min-w-0 rounded-xs font-medium break-words text-accent-text hover:underline"
          >
            {email ?? "–"}
          </Link>
        )}
        {dropped && <Badge>Dropped</Badge>}
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
    </div>
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
