"use client";
/** Rows that a corrected file changes and somebody else has corrected too, since it was downloaded: shown side by side, for a person to decide. */
import type { BothChanged } from "@rollcall/accounts";
import { Button, Callout, Dialog } from "@rollcall/ui";
import { useRef } from "react";
import { theRows } from "../rows/the-rows";
import { countOf } from "../../pieces/words";

export interface BothChangedProps {
  both: BothChanged;
  fileName: string;
  /** what became of the rest of the file, in a sentence */
  merged: string;
  /** the file's is being taken */
  busy: boolean;
  /** why that did not work */
  trouble: string | null;
  onTake: () => void;
  onClose: () => void;
}

export function BothChangedDialog(props: BothChangedProps) {
  const { both, fileName, merged, busy, trouble, onTake, onClose } = props;
  const { rows, first } = both;
  // Nothing is lost by it, so a press too many does no harm.
  const keep = useRef<HTMLButtonElement>(null);
  const label = `${countOf(rows, "row")} corrected here and in the file`;
  return (
    <Dialog
      open
      size="lg"
      flush
      locked={busy}
      initialFocus={keep}
      finalFocus={theRows}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={label}
      description={`Since ${fileName} was downloaded somebody corrected ${rows === 1 ? "this row" : "these rows"} here. ${rows === 1 ? "It is" : "They are"} as corrected here. ${merged}`}
      footnote={rows > first.length ? `The first ${String(first.length)} are listed.` : undefined}
      footer={
        <>
          <Button onClick={onTake} loading={busy}>
            Take the file’s for {rows === 1 ? "this row" : `all ${rows.toLocaleString("en")}`}
          </Button>
          <Button ref={keep} variant="primary" onClick={onClose} disabled={busy}>
            Keep what is here
          </Button>
        </>
      }
    >
      {trouble !== null && (
        <Callout tone="danger" live className="mx-5 mt-3">
          {trouble}
        </Callout>
      )}
      <ul className="max-h-80 overflow-y-auto scrollbar-thin" tabIndex={0} aria-label={label}>
        {first.map(({ rowNo, line, differs }) => (
          <li key={rowNo} className="border-b border-border-subtle px-5 py-2 last:border-b-0">
            <p className="font-medium">Line {line.toLocaleString("en")}</p>
            {differs.map(({ column, here, file }, at) => (
              <p key={at} className="break-words text-foreground-2">
                {column}: here {quoted(here)}, in the file {quoted(file)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function quoted(cell: string): string {
  return cell === "" ? "nothing" : `“${cell}”`;
}
