"use client";
/** Rows that a corrected file changes and somebody else has corrected too, since it was downloaded: shown side by side, for a person to decide. */
import type { BothChanged } from "@rollcall/accounts";
import { Button, Callout, Dialog } from "@rollcall/ui";
import { countOf } from "../../pieces/words";

export interface BothChangedProps {
  both: BothChanged;
  fileName: string;
  /** the file's is being taken */
  busy: boolean;
  /** why that did not work */
  trouble: string | null;
  onTake: () => void;
  onClose: () => void;
}

export function BothChangedDialog({ both, fileName, busy, trouble, onTake, onClose }: BothChangedProps) {
  const { rows, first } = both;
  const label = `${countOf(rows, "row")} corrected here and in the file`;
  return (
    <Dialog
      open
      size="lg"
      flush
      locked={busy}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={label}
      description={`Since ${fileName} was downloaded somebody corrected ${rows === 1 ? "this row" : "these rows"} here. ${rows === 1 ? "It is" : "They are"} as corrected here; the rest of the file is merged.`}
      footnote={rows > first.length ? `The first ${String(first.length)} are listed.` : undefined}
      footer={
        <>
          <Button onClick={onTake} loading={busy}>
            Take the file’s for {rows === 1 ? "this row" : `all ${rows.toLocaleString("en")}`}
          </Button>
          <Button variant="primary" onClick={onClose} disabled={busy}>
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
