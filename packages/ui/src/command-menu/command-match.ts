// What is found for what is typed. Pure.
import type { CommandGroup, CommandItem } from "./command-types";

/**
 * The groups with the items that match: every word typed must begin a word of the label, the detail or a keyword.
 * Remote groups stay as they are; empty groups go.
 */
export function matchGroups(groups: readonly CommandGroup[], query: string): CommandGroup[] {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  return groups
    .map((group) =>
      group.remote === true || words.length === 0
        ? group
        : { ...group, items: group.items.filter((item) => matches(item, words)) },
    )
    .filter((group) => group.items.length > 0);
}

function matches(item: CommandItem, words: readonly string[]): boolean {
  const text = fold([item.label, item.detail ?? "", ...(item.keywords ?? [])].join(" "));
  const parts = text.split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => parts.some((part) => part.startsWith(word)) || text.includes(word));
}

/** The label in pieces, those that were typed marked: "Katarzyna ", "Nowa" (marked), "k-Lis". */
export function splitMatch(label: string, query: string): { text: string; hit: boolean }[] {
  const needle = fold(query.trim());
  const hay = fold(label);
  if (needle === "" || hay.length !== label.length) return [{ text: label, hit: false }];
  const at = hay.indexOf(needle);
  if (at < 0) return [{ text: label, hit: false }];
  return [
    { text: label.slice(0, at), hit: false },
    { text: label.slice(at, at + needle.length), hit: true },
    { text: label.slice(at + needle.length), hit: false },
  ].filter((piece) => piece.text !== "");
}

/** Lower case without accents, so that "ostby" finds "Østby" as far as Unicode takes it apart. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
