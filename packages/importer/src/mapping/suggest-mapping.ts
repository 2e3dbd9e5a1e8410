// Suggests where the columns of a table could go, with a reason each: by header, by content, by the organisation's attributes.
// It decides nothing; somebody looks at it, or `custom` takes it at half its word.
import { nameKey } from "../address/name-key";
import { nearestText } from "../address/nearest-text";
import { yesOrNo } from "../checks/yes-or-no";
import { headerKey } from "../formats/header-key";
import { isSecretColumn } from "../mask-cells";
import type { Mapping, MappingColumn, MappingTarget } from "../model/mapping";
import { clip } from "../model/problem";
import type { Row } from "../model/row";
import { grouped } from "../words/phrases";
import { sniffColumn, type Content } from "./sniff-column";
import { meaningOf, wordKey } from "./synonyms";
import { keyOfTarget, mayRepeat } from "./targets";

/** A mapping and why: `reasons` are those of `mapping.columns`, one each. */
export interface SuggestedMapping {
  mapping: Mapping;
  reasons: string[];
  /** How many headers mean something that is known. */
  known: number;
}

interface Guess {
  to: MappingTarget | null;
  reason: string;
}

interface Column {
  index: number;
  header: string;
  content: Content | null;
  cells: readonly string[];
}

const headerAmong = 10;
const looksAt = 200;

/** `attributes`: the names of the organisation's attributes, so that a header that is nearly one of them becomes none of its own. */
export function suggestMapping(
  rows: readonly Row[],
  { attributes = [] }: { attributes?: readonly string[] } = {},
): SuggestedMapping {
  const header = headerOf(rows);
  const data = rows.filter(({ line }) => line > (header?.line ?? 0)).slice(0, looksAt);
  const columns = columnsOf(header, data);
  const taken = new Set<string>();
  const guesses = new Map<number, Guess>();
  let known = 0;
  const take = (column: Column, guess: Guess | null): void => {
    if (guess === null || guesses.has(column.index)) return;
    const once = guess.to !== null && (guess.to === "fullName" || !mayRepeat(guess.to));
    if (once && taken.has(keyOfTarget(guess.to ?? ""))) return;
    if (guess.to !== null) taken.add(keyOfTarget(guess.to));
    guesses.set(column.index, guess);
  };
  for (const column of columns) {
    const guess = byExactHeader(column);
    if (guess !== null) known++;
    take(column, guess);
  }
  settleNames(columns, guesses, taken);
  for (const column of columns) take(column, byAttribute(column, attributes));
  for (const column of columns) take(column, byNearHeader(column));
  for (const column of columns) take(column, byContent(column, taken));
  for (const column of columns) take(column, leftOver(column));
  const ordered = columns.map(
    (column) => guesses.get(column.index) ?? { to: null, reason: "Nothing like it is known" },
  );
  const values = valuesFor(columns, ordered);
  const mapping: Mapping = {
    name: "Suggested",
    version: 1,
    header: header?.line ?? null,
    columns: columns.map((column, i) => mappingColumn(column, ordered[i]?.to ?? null, columns)),
    ...(Object.keys(values).length > 0 && { values }),
  };
  return { mapping, reasons: ordered.map(({ reason }) => reason), known };
}

// The row among the first that names most; a first row with an address in it is data.
function headerOf(rows: readonly Row[]): Row | null {
  let best: Row | null = null;
  let most = 0;
  for (const row of rows.slice(0, headerAmong)) {
    const known = isHeaderLike(row)
      ? row.cells.filter((cell) => meaningOf(cell.trim())?.near === null).length
      : 0;
    if (known > most) {
      most = known;
      best = row;
    }
  }
  const first = rows[0];
  return best ?? (first !== undefined && isHeaderLike(first) ? first : null);
}

function isHeaderLike({ cells }: Row): boolean {
  return !cells.some((cell) => cell.includes("@") || cell.length > 200);
}

function columnsOf(header: Row | null, data: readonly Row[]): Column[] {
  const names = (header?.cells ?? []).map((cell) => cell.replaceAll("\uFEFF", "").trim());
  while (names.at(-1) === "") names.pop();
  const width =
    header === null ? data.reduce((most, { cells }) => Math.max(most, cells.length), 0) : names.length;
  return Array.from({ length: width }, (_, index) => {
    const cells = data.map((row) => row.cells[index] ?? "");
    return { index, header: names[index] ?? "", cells, content: sniffColumn(cells) };
  });
}

function byExactHeader({ header, content }: Column): Guess | null {
  const meaning = header === "" ? null : meaningOf(header);
  if (meaning === null || meaning.near !== null) return null;
  if (meaning.target === "email" && content !== null && content.kind !== "addresses") return null;
  return { to: meaning.target, reason: "Means the same" };
}

function byNearHeader({ header }: Column): Guess | null {
  const meaning = header === "" ? null : meaningOf(header);
  return meaning === null
    ? null
    : { to: meaning.target, reason: `Nearly means the same (“${meaning.near ?? ""}”)` };
}

// "telephonenumbr" must not become an attribute beside "telephonenumber".
function byAttribute({ header }: Column, attributes: readonly string[]): Guess | null {
  const key = nameKey(header);
  if (key === "") return null;
  const keys = attributes.map((name) => nameKey(name));
  const same = attributes[keys.indexOf(key)];
  if (same !== undefined) return { to: `attribute:${same}`, reason: "An attribute of this name exists" };
  const near = key.length < 5 || key.length > 60 ? null : nearestText(key, keys, key.length < 10 ? 1 : 2);
  const meant = near === null ? undefined : attributes[keys.indexOf(near)];
  return meant === undefined
    ? null
    : { to: `attribute:${meant}`, reason: `Did you mean the attribute “${clip(meant)}”?` };
}

function byContent({ content }: Column, taken: ReadonlySet<string>): Guess | null {
  if (content === null) return null;
  const all =
    content.count === content.filled
      ? `All ${grouped(content.filled)}`
      : `${grouped(content.count)} of ${grouped(content.filled)}`;
  if (content.kind === "addresses") {
    if (!taken.has("email")) return { to: "email", reason: `${all} are addresses` };
    return taken.has("contactEmail") ? null : { to: "contactEmail", reason: `${all} are addresses` };
  }
  if (content.kind === "phones" && !taken.has("phone"))
    return { to: "phone", reason: "Looks like phone numbers" };
  const named = taken.has("fullName") || taken.has("givenName") || taken.has("familyName");
  return content.kind === "names" && !named ? { to: "fullName", reason: "Looks like names" } : null;
}

function leftOver({ index, header, cells }: Column): Guess {
  if (header === "") return { to: null, reason: "No header" };
  if (isSecretColumn({ index, header, field: null, reason: "" }))
    return { to: null, reason: "Could hold passwords, so left out" };
  if (cells.length > 0 && cells.every((cell) => cell.trim() === "")) return { to: null, reason: "Empty" };
  const meaning = meaningOf(header);
  if (meaning?.near === null) return { to: null, reason: "Another column is this already" };
  return header.length > 200
    ? { to: null, reason: "No field like it" }
    : { to: `attribute:${header}`, reason: "No field like it, so kept" };
}

// "Name" beside "Vorname" is the family name; "Nome" with no family name beside it is the whole one.
function settleNames(columns: readonly Column[], guesses: Map<number, Guess>, taken: Set<string>): void {
  const change = (from: MappingTarget, to: MappingTarget, headers: ReadonlySet<string>): void => {
    const column = columns.find(
      ({ index, header }) => guesses.get(index)?.to === from && headers.has(wordKey(header)),
    );
    if (column === undefined || taken.has(to)) return;
    guesses.set(column.index, { to, reason: "Means the same, beside the other columns" });
    taken.delete(from);
    taken.add(to);
  };
  if (taken.has("givenName") && taken.has("fullName")) change("fullName", "familyName", joinedWords);
  else if (taken.has("givenName") && !taken.has("familyName")) change("givenName", "fullName", givenWords);
}

const joinedWords: ReadonlySet<string> = new Set(["name", "naam", "namn"]);
const givenWords: ReadonlySet<string> = new Set(["nombre", "nome"]);

// A header that is there twice is told apart by its number.
function mappingColumn(
  { index, header }: Column,
  to: MappingTarget | null,
  columns: readonly Column[],
): MappingColumn {
  const key = headerKey(header);
  const repeated = columns.some((other) => other.index < index && headerKey(other.header) === key);
  return { from: key === "" || repeated ? index + 1 : header, to };
}

const switches: ReadonlySet<MappingTarget> = new Set([
  "sendWelcome",
  "enabled",
  "lockedOut",
  "mustChangePassword",
  "passwordNeverExpires",
  "pop",
  "submit",
]);
const understood = new Set(["yes", "no", "true", "false"]);

// "ja" is read as Yes only because somebody sees that it is.
function valuesFor(columns: readonly Column[], guesses: Guess[]): Record<string, Record<string, string>> {
  const values: Record<string, Record<string, string>> = {};
  columns.forEach(({ cells }, i) => {
    const guess = guesses[i];
    if (guess === undefined || guess.to === null || !switches.has(guess.to)) return;
    const said = new Set(cells.map((cell) => cell.trim().toLowerCase()).filter((text) => text !== ""));
    const odd = [...said].filter(
      (text) => !understood.has(text) && text.length <= 20 && yesOrNo(text) !== null,
    );
    if (odd.length === 0 || odd.length > 4) return;
    const pairs = odd.map((text) => [text, yesOrNo(text) === true ? "Yes" : "No"] as const);
    values[guess.to] = Object.fromEntries(pairs);
    guess.reason = `Read ${pairs.map(([from, to]) => `${from} as ${to}`).join(", ")}?`;
  });
  return values;
}
