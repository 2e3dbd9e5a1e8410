/**
 * The columns of a file on their way into our fields, as somebody has them in hand: made of what was recognised or of a saved
 * mapping, changed one at a time, and turned into a mapping in the end. Pure.
 */
import {
  suggestMapping,
  targetOfPlace,
  isMappingTarget,
  isSecretColumn,
  nameKey,
  type BlankRule,
  type ColumnStats,
  type Mapping,
  type MappingTarget,
} from "@rollcall/importer";
import { certain, type Look } from "../upload/look";
import { mayRepeat } from "./targets";

export interface DraftColumn {
  /** 0-based */
  index: number;
  header: string;
  to: MappingTarget | null;
  split: "given-family" | "family-given" | null;
  reason: string;
  /** a person chose it, or said yes to the suggestion */
  settled: boolean;
  stats: ColumnStats;
  /** different values that were seen, most of them; never passwords */
  seen: readonly string[];
}

export interface Draft {
  name: string;
  version: number;
  /** the line of the header; null when the file has none */
  header: number | null;
  columns: DraftColumn[];
  values: Record<string, Record<string, string>>;
  defaults: Record<string, string>;
  blank: Record<string, BlankRule>;
  unknown: "ignore" | "attribute" | "stop";
  /** whether it differs from what was recognised; a format as it is needs no mapping */
  changed: boolean;
}

/** What was recognised, as a draft. `attributes`: the organisation's, so that a near miss is asked about. */
export function draftOf(look: Look, attributes: readonly string[]): Draft {
  const { recognition, reading } = look;
  const isOwn = reading.mapping?.columns.some(({ to }) => to !== null) === true;
  const suggested = isOwn || !isSuggestion(look) ? null : suggest(look, attributes);
  const mapping = recognition.mapping;
  const columns = recognition.columns.map((column): DraftColumn => {
    const target = column.field === null ? null : targetOfPlace(column.field, column.part);
    const base = bareColumn(look, column.index, column.header);
    const known = {
      ...base,
      to: target !== null && isMappingTarget(target) ? target : null,
      reason: column.reason,
    };
    const guess = suggested?.columns.get(column.index);
    if (guess !== undefined) return { ...known, ...guess };
    return { ...known, split: column.split ?? null, settled: isOwn };
  });
  return {
    name: isOwn ? (mapping?.name ?? "") : "",
    version: mapping?.version ?? 1,
    header: recognition.header?.line ?? null,
    columns,
    values: { ...copyOf(suggested?.values), ...copyOf(mapping?.values) },
    defaults: given(mapping?.defaults),
    blank: given(mapping?.blank),
    unknown: mapping?.unknown ?? "ignore",
    changed: isOwn,
  };
}

/** A saved mapping laid over the columns of this file: by header, else by number. */
export function withMapping(draft: Draft, mapping: Mapping): Draft {
  const taken = new Set<number>();
  const columns = draft.columns.map((column) => {
    const at = mapping.columns.findIndex(
      ({ from }, i) =>
        !taken.has(i) &&
        (typeof from === "number" ? from === column.index + 1 : sameHeader(from, column.header)),
    );
    const found = mapping.columns[at];
    if (found === undefined)
      return { ...column, to: null, split: null, reason: "Not in the mapping", settled: true };
    taken.add(at);
    return {
      ...column,
      to: found.to,
      split: found.split ?? null,
      reason: `As in “${mapping.name}”`,
      settled: true,
    };
  });
  return {
    ...draft,
    name: mapping.name,
    version: mapping.version,
    columns,
    values: copyOf(mapping.values),
    defaults: given(mapping.defaults),
    blank: given(mapping.blank),
    unknown: mapping.unknown ?? "ignore",
    changed: true,
  };
}

/** Puts a column into a field, or leaves it out. Of a field that takes one column only, the other one is left out. */
export function placeColumn(
  draft: Draft,
  index: number,
  to: MappingTarget | null,
  split: DraftColumn["split"] = null,
): Draft {
  const columns = draft.columns.map((column): DraftColumn => {
    if (column.index === index)
      return {
        ...column,
        to,
        split,
        reason: to === null ? "You left it out" : "You chose this",
        settled: true,
      };
    const pushedOut = to !== null && !mayRepeat(to) && column.to !== null && sameTarget(column.to, to);
    return pushedOut
      ? { ...column, to: null, split: null, reason: "Another column is this now", settled: true }
      : column;
  });
  return { ...draft, columns, changed: true };
}

/** Says yes to the suggestion of a column. */
export function settleColumn(draft: Draft, index: number): Draft {
  const columns = draft.columns.map((column) =>
    column.index === index ? { ...column, settled: true } : column,
  );
  return { ...draft, columns };
}

/** What a value means in a field; "" takes the meaning away. */
export function meanValue(draft: Draft, target: string, value: string, meaning: string): Draft {
  const kept = Object.entries(draft.values[target] ?? {}).filter(
    ([from]) => from.toLowerCase() !== value.trim().toLowerCase(),
  );
  const all = meaning === "" ? kept : [...kept, [value.trim(), meaning] as const];
  const { [target]: _, ...others } = draft.values;
  const values = all.length === 0 ? others : { ...others, [target]: Object.fromEntries(all) };
  return { ...draft, values, changed: true };
}

/** What becomes of the columns that go nowhere and that nobody has decided about. */
export function treatUnknown(draft: Draft, unknown: Draft["unknown"]): Draft {
  const columns = draft.columns.map((column): DraftColumn => {
    const open = !column.settled && (column.to === null || column.to.startsWith("attribute:"));
    if (!open || column.header === "" || isSecret(column)) return column;
    return unknown === "attribute"
      ? { ...column, to: `attribute:${column.header}`, reason: "No field like it, so kept" }
      : { ...column, to: null, reason: unknown === "stop" ? "Stops the file until you decide" : "Left out" };
  });
  return { ...draft, unknown, columns, changed: true };
}

/** The columns that stop the file, as the draft has it. */
export function stoppingColumns({ unknown, columns }: Draft): DraftColumn[] {
  return unknown === "stop"
    ? columns.filter((column) => column.to === null && !column.settled && column.header !== "")
    : [];
}

/** Why it cannot be used yet, in one sentence; null when it can. */
export function lacking(draft: Draft): string | null {
  if (!draft.columns.some(({ to }) => to === "email"))
    return "Say which column holds the email addresses: without one, the rows would be nobody’s.";
  const stopping = stoppingColumns(draft);
  return stopping.length === 0
    ? null
    : `Decide about “${stopping[0]?.header ?? ""}”${stopping.length === 1 ? "" : ` and ${String(stopping.length - 1)} more`}: unknown columns stop the file.`;
}

/** The mapping, as it is sent and saved. */
export function toMapping(draft: Draft, name: string): Mapping {
  const columns = draft.columns
    .filter((column) => column.to !== null || column.settled || draft.unknown === "ignore")
    .map(({ index, header, to, split }) => ({
      from: isAmbiguous(draft, header) ? index + 1 : header,
      to,
      ...(split === null || to !== "fullName" ? {} : { split }),
    }));
  return {
    name: name.trim() === "" ? "Matched by hand" : name.trim(),
    version: draft.version,
    header: draft.header,
    columns,
    ...(Object.keys(draft.values).length > 0 && { values: draft.values }),
    ...(Object.keys(draft.defaults).length > 0 && { defaults: draft.defaults }),
    ...(Object.keys(draft.blank).length > 0 && { blank: draft.blank }),
    ...(draft.unknown !== "ignore" && { unknown: draft.unknown }),
  };
}

/** "A", "Z", "AA": as spreadsheets name columns. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

function isAmbiguous({ columns, header: line }: Draft, header: string): boolean {
  if (line === null || header === "") return true;
  const twins = columns.filter((column) => sameHeader(column.header, header));
  const [first] = twins;
  return first !== undefined && twins.some((twin) => twin.to !== first.to || twin.split !== first.split);
}

/** Columns of its own, of which nobody has said yet what they are. */
function isSuggestion({ recognition: { format }, reading }: Look): boolean {
  return format?.id === "custom" && (reading.mapping !== null || format.confidence < certain);
}

interface Suggestion {
  columns: Map<number, Pick<DraftColumn, "to" | "reason">>;
  values: Mapping["values"];
}

/** What is suggested with the organisation's attributes in mind. */
function suggest(
  { recognition: { header, columns, sample } }: Look,
  attributes: readonly string[],
): Suggestion {
  const head = header ?? { line: 1, cells: columns.map((column) => column.header) };
  const made = suggestMapping([head, ...sample], { attributes });
  const guesses = made.mapping.columns.map(
    ({ to }, index) => [index, { to, reason: made.reasons[index] ?? "" }] as const,
  );
  return { columns: new Map(guesses), values: made.mapping.values };
}

function bareColumn({ recognition }: Look, index: number, header: string): DraftColumn {
  const stats = recognition.stats.find((one) => one.index === index) ?? {
    index,
    samples: [],
    rows: 0,
    filled: 0,
    distinct: 0,
  };
  const cells = recognition.sample
    .map((row) => (row.cells[index] ?? "").trim())
    .filter((cell) => cell !== "");
  const seen = isSecretHeader(header) ? [] : [...new Set([...stats.samples, ...cells])];
  return { index, header, to: null, split: null, reason: "", settled: false, stats, seen };
}

function isSecret(column: DraftColumn): boolean {
  return isSecretHeader(column.header);
}

function isSecretHeader(header: string): boolean {
  return isSecretColumn({ index: 0, header, field: null, reason: "" });
}

function sameTarget(one: MappingTarget, other: MappingTarget): boolean {
  return one === other || (one.startsWith("attribute:") && nameKey(one) === nameKey(other));
}

function sameHeader(one: string, other: string): boolean {
  const key = (text: string): string => text.toLowerCase().replace(/[\s_-]/gu, "");
  return key(one) === key(other);
}

function copyOf(values: Mapping["values"]): Record<string, Record<string, string>> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([key, said]) => [key, { ...said }]));
}

function given<Value>(of: Partial<Record<string, Value>> | undefined): Record<string, Value> {
  const entries = Object.entries(of ?? {}).filter(
    (entry): entry is [string, Value] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
