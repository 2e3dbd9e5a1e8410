/** What a person should look at before the columns of a file are taken: at most one question a column, answered by one click. Pure. */
import { nameKey, suggestMapping } from "@rollcall/importer";
import type { Draft, DraftColumn } from "./match-draft";
import { isRead } from "./targets";

export type Question =
  /** "Read ja as Yes, nein as No?" */
  | { kind: "values"; pairs: readonly (readonly [value: string, meaning: string])[] }
  /** values that nobody can guess */
  | { kind: "unread"; values: readonly string[] }
  /** a new attribute that is nearly an existing one */
  | { kind: "attribute"; existing: string; own: string }
  /** the header is nearly the word for the field */
  | { kind: "near"; word: string };

/** null: nothing to ask. */
export function questionOf(
  column: DraftColumn,
  draft: Draft,
  attributes: readonly string[],
): Question | null {
  const { to } = column;
  if (to === null) return null;
  const said = draft.values[to] ?? {};
  const isSaid = (value: string): boolean =>
    Object.keys(said).some((known) => known.toLowerCase() === value.toLowerCase());
  const unread = column.seen.filter((value) => !isRead(to, value));
  const open = unread.filter((value) => !isSaid(value));
  if (open.length > 0) return { kind: "unread", values: open };
  if (!column.settled && unread.length > 0) {
    const pairs = Object.entries(said).filter(([value]) =>
      unread.some((one) => one.toLowerCase() === value.toLowerCase()),
    );
    return { kind: "values", pairs };
  }
  if (to.startsWith("attribute:")) return attributeQuestion(column, attributes);
  const near = /^Nearly means the same \(“(.*)”\)$/u.exec(column.reason);
  return near === null || column.settled ? null : { kind: "near", word: near[1] ?? "" };
}

/** "telephonenumbr" must not become an attribute beside "telephonenumber" without a word. */
function attributeQuestion(column: DraftColumn, attributes: readonly string[]): Question | null {
  const name = column.to?.slice("attribute:".length) ?? "";
  if (column.settled || column.header === "") return null;
  if (nameKey(name) !== nameKey(column.header)) {
    const meant = attributes.find((one) => nameKey(one) === nameKey(name));
    return meant === undefined ? null : { kind: "attribute", existing: meant, own: column.header };
  }
  const existing = nearAttribute(name, attributes);
  return existing === null ? null : { kind: "attribute", existing, own: name };
}

/** An existing attribute that was probably meant by a new name; null when none is near, or it is one. */
export function nearAttribute(name: string, attributes: readonly string[]): string | null {
  const guess =
    suggestMapping([{ line: 1, cells: ["email", name] }], { attributes }).mapping.columns[1]?.to ?? "";
  const found = guess.startsWith("attribute:") ? guess.slice("attribute:".length) : null;
  return found === null || nameKey(found) === nameKey(name) ? null : found;
}

/** How many columns have one. */
export function openQuestions(draft: Draft, attributes: readonly string[]): number {
  return draft.columns.filter((column) => questionOf(column, draft, attributes) !== null).length;
}
