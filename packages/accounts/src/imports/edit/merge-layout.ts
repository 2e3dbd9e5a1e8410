/** Which columns of a corrected file are which of its import. Pure; says in words why a file cannot be the right one. */
import type { ColumnMatch } from "@rollcall/importer";
import { correctionColumns } from "../correction-columns";
import { named } from "./recipe-steps";

export interface MergeLayout {
  /** where each row says which row it is; null: by address */
  idAt: number | null;
  /** position in the file, position in the import's rows */
  cells: { at: number; index: number }[];
}

const norm = (header: string): string => header.toLowerCase().replace(/[\s_-]/g, "");
const own = new Set(correctionColumns.map(norm));
const idName = norm(correctionColumns[0]);

/** A text: why not. */
export function layoutOf(
  header: readonly string[],
  columns: readonly ColumnMatch[],
): MergeLayout | { fault: string } {
  const here = new Map([...named(columns)].map(([index, name]) => [name, index]));
  const cells: MergeLayout["cells"] = [];
  let idAt: number | null = null;
  for (const [at, name] of named(header.map((text, index) => ({ index, header: text.trim() })))) {
    const index = here.get(name);
    const text = (header[at] ?? "").trim();
    if (index !== undefined) cells.push({ at, index });
    else if (norm(text) === idName) idAt = at;
    else if (text !== "" && !own.has(norm(text))) {
      return {
        fault: `column ${String(at + 1)}, “${text}”, is none of this import. Drop the corrections file of this import, with its columns as they were.`,
      };
    }
  }
  if (cells.length > 0) return { idAt, cells };
  return { fault: "its first row names no column of this import. Drop the corrections file of this import." };
}
