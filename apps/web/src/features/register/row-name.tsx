"use client";
/** The name in a row of a short list, which opens its form for those who may change it. */
import { GridLink } from "@rollcall/ui/data-grid";
import type { ReactNode } from "react";
import type { RegisterRow, RegisterWords } from "./register-screen";

/** A link to the form, so that it opens in another tab too; here it opens without loading the page again. */
export function RowName({
  words,
  row,
  mayWrite,
  onOpen,
  marks,
}: {
  words: RegisterWords;
  row: RegisterRow;
  mayWrite: boolean;
  onOpen: (id: string) => void;
  marks: ReactNode;
}) {
  const text = <span className="truncate">{row.name}</span>;
  return (
    <span className="flex min-w-0 items-center gap-2">
      {mayWrite ? (
        <GridLink
          render={
            <a
              href={`${words.href}?open=${row.id}`}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                onOpen(row.id);
              }}
            />
          }
        >
          {text}
        </GridLink>
      ) : (
        <span className="truncate font-medium text-foreground">{row.name}</span>
      )}
      {marks}
    </span>
  );
}
