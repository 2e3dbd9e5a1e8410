// Takes given and family name out of a full name, where whoever mapped the columns said in which order they stand.
// Nothing is ever split unasked.
import type { Rule } from "../model/check";

// They begin a family name: van Dyke, de la Cruz, von der Heide.
const particles: ReadonlySet<string> = new Set(
  "af al av bin da das de degli dei del della den der di do dos du el ibn la le los ten ter van von zu zum zur".split(
    " ",
  ),
);

/** Fills `givenName` and `familyName` where the row does not give them itself. Runs after the rules that fill them. */
export const checkSplitName: Rule = (file) => {
  const split = file.columns.find((column) => column.field === "fullName" && column.split !== undefined);
  if (split === undefined) return () => undefined;
  return (row) => {
    const name = (row.cells[split.index] ?? "").trim();
    if (name === "") return;
    const { given, family } = splitName(name, split.split ?? "given-family");
    row.record.givenName ??= given;
    row.record.familyName ??= family;
  };
};

/** "Ludwig van Beethoven" → Ludwig, van Beethoven. A comma parts family and given name in either order; one word is a given name. */
export function splitName(
  name: string,
  order: "given-family" | "family-given",
): { given: string | null; family: string | null } {
  const comma = name.indexOf(",");
  if (comma >= 0) return { given: orNull(name.slice(comma + 1)), family: orNull(name.slice(0, comma)) };
  const words = name.split(/\s+/u);
  if (words.length === 1)
    return order === "given-family" ? { given: name, family: null } : { given: null, family: name };
  const cut = order === "given-family" ? familyFrom(words) : familyTo(words);
  const [first, rest] = [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
  return order === "given-family" ? { given: first, family: rest } : { given: rest, family: first };
}

function familyFrom(words: readonly string[]): number {
  const particle = words.findIndex(
    (word, i) => i > 0 && i < words.length - 1 && particles.has(word.toLowerCase()),
  );
  return particle > 0 ? particle : words.length - 1;
}

function familyTo(words: readonly string[]): number {
  let cut = 0;
  while (cut < words.length - 2 && particles.has((words[cut] ?? "").toLowerCase())) cut++;
  return cut + 1;
}

function orNull(text: string): string | null {
  const bare = text.trim();
  return bare === "" ? null : bare;
}
