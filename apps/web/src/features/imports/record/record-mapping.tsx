"use client";
/** By which mapping the columns were read: where each went, what values meant, what was filled in. Nothing where no mapping was. */
import type { ImportRecord } from "@rollcall/accounts";
import { DefinitionList, DefinitionRow } from "@rollcall/ui";
import { blankWords } from "../options/describe-options";
import { fieldLabel } from "../words/field-label";

export function RecordMapping({ record: { mapping } }: { record: ImportRecord }) {
  if (mapping === null) return null;
  const said = Object.entries(mapping.values ?? {}).flatMap(([target, values]) =>
    Object.entries(values ?? {}).map(([from, to]) => `${from} is ${to} (${nameOf(target)})`),
  );
  const defaults = Object.entries(mapping.defaults ?? {}).map(
    ([target, value]) => `${nameOf(target)}: ${value ?? ""}`,
  );
  const blank = Object.entries(mapping.blank ?? {}).map(
    ([target, rule]) => `${nameOf(target)}: ${blankWords[rule ?? "keep"]}`,
  );
  return (
    <DefinitionList title="Mapping">
      <DefinitionRow label="Name">
        {mapping.name}
        {mapping.version > 1 && <span className="text-foreground-3"> · version {mapping.version}</span>}
      </DefinitionRow>
      <DefinitionRow label="Columns">
        <ul>
          {mapping.columns.map(({ from, to }) => (
            <li key={String(from)}>
              {typeof from === "number" ? `Column ${String(from)}` : from}
              <span className="text-foreground-3"> → {to === null ? "left out" : nameOf(to)}</span>
            </li>
          ))}
        </ul>
      </DefinitionRow>
      <DefinitionRow label="Values">{said.length > 0 ? said.join(", ") : null}</DefinitionRow>
      <DefinitionRow label="Filled in">{defaults.length > 0 ? defaults.join(", ") : null}</DefinitionRow>
      <DefinitionRow label="Empty cells">{blank.length > 0 ? blank.join(", ") : null}</DefinitionRow>
    </DefinitionList>
  );
}

const lists: Record<string, string> = { group: "Group", alias: "Alias", delegate: "Delegate" };

function nameOf(target: string): string {
  return (
    lists[target] ??
    (target.startsWith("attribute:") ? `attribute ${fieldLabel(target)}` : fieldLabel(target))
  );
}
