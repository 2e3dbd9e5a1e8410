// The addresses of a field that has a column for each: blanks left out, the same one once. Whose they are, it does not ask.
import { addressFault } from "../address/address-fault";
import { addressKey } from "../address/address-key";
import { normaliseAddress } from "../address/normalise-address";
import { suggestAddress, withoutQuotes, withoutSpaces } from "../address/suggest-address";
import type { FileContext } from "../model/check";
import { clip, makeProblem, type Fix } from "../model/problem";
import type { CheckedRow, Row } from "../model/row";

/** One address of a list. */
interface ListedAddress {
  key: string;
  /** As typed, its Unicode form put right. */
  address: string;
  /** The header of its column. */
  column: string | null;
}

interface Cell {
  text: string;
  column: string | null;
  /** Its position; undefined for the field's first. */
  index?: number;
}

/** Reads the list; a cell that is no address becomes a problem `code` of the row and is left out. */
export function addressReader(
  file: FileContext,
  field: "aliases" | "delegates",
  code: "alias.invalid" | "delegate.invalid",
): (row: CheckedRow) => ListedAddress[] {
  const cells = cellReader(file, field);
  return (row) => {
    const found: ListedAddress[] = [];
    for (const { text, column, index } of cells(row)) {
      const key = addressKey(text);
      if (key === null) {
        const params = { value: clip(text), reason: addressFault(text) };
        const fix = fixOf(field, text, index);
        row.problems.push(makeProblem(code, params, { line: row.line, column, field, fix }));
      } else if (!found.some((before) => before.key === key))
        found.push({ key, address: normaliseAddress(text), column });
    }
    return found;
  };
}

function cellReader(file: FileContext, field: "aliases" | "delegates"): (row: Row) => Cell[] {
  const positions = file.columnsOf(field);
  const readFirst = file.reader(field);
  const headers = positions.map((at) => file.headerAt(at));
  return (row) => {
    const cells: Cell[] = [];
    const first = readFirst(row) ?? "";
    if (first !== "") cells.push({ text: first, column: headers[0] ?? null });
    for (let i = 1; i < positions.length; i++) {
      const index = positions[i] ?? -1;
      const text = (row.cells[index] ?? "").trim();
      if (text !== "") cells.push({ text, column: headers[i] ?? null, index });
    }
    return cells;
  };
}

// Only what then is a valid address is offered.
function fixOf(field: "aliases" | "delegates", text: string, index: number | undefined): Fix | null {
  const better = [withoutQuotes(text), withoutSpaces(text), suggestAddress(text)].find(
    (candidate) => candidate !== null && addressKey(candidate) !== null,
  );
  if (better === undefined || better === null) return null;
  const value = normaliseAddress(better);
  const place = index === undefined ? {} : { index };
  return { kind: "set", field, ...place, value, label: `Change to ${clip(value)}` };
}
