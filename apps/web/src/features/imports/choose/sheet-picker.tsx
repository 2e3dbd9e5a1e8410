"use client";
/** The sheets of a workbook: the one that is read, why it was suggested, and the others; hidden ones last. */
import type { SheetGuess } from "@rollcall/importer";
import { RadioGroup } from "@rollcall/ui";
import { countOf } from "../../pieces/words";
import type { Look } from "../upload/look";
import { uploadStore } from "../upload/use-upload";
import { useLetGo } from "./use-chosen-file";

export function SheetPicker({ look }: { look: Look }) {
  const letGo = useLetGo();
  const { sheet, sheets } = look.recognition;
  const ordered = [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
  return (
    <div className="border-t border-border px-4 py-4">
      <RadioGroup
        label="Which sheet"
        value={sheet ?? ""}
        onValueChange={(name) => {
          if (name === sheet) return;
          letGo();
          uploadStore.read({ sheet: name, mapping: null, format: null });
        }}
        options={ordered.map((one) => ({
          value: one.name,
          label: one.name,
          description: wordsOf(one, one.name === sheet && look.reading.sheet === null),
          disabled: one.rows === 0,
        }))}
      />
    </div>
  );
}

function wordsOf({ rows, hidden, format }: SheetGuess, suggested: boolean): string {
  const why = format === null ? "nothing that is known" : lowered(format.reason);
  const parts = [
    hidden ? "Hidden" : null,
    rows === 0 ? "empty" : countOf(rows, "line"),
    rows === 0 ? null : suggested ? `suggested: ${why}` : why,
  ].filter((part) => part !== null);
  const words = parts.join(" · ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
