// Opens a workbook of a test and reads every sheet to its end.
import {
  defaultLimits,
  type Limits,
  type Problem,
  type Row,
  WorkbookFault,
  type WorkbookContainer,
} from "@rollcall/importer";
import { openWorkbook } from "../open-workbook";

/** What became of a file: its sheets with all rows, or why not. */
export type Outcome =
  | { kind: "rows"; sheets: { name: string; hidden: boolean; rows: Row[] }[] }
  | { kind: "problem"; problem: Problem };

/** The bytes in pieces, as an upload brings them. */
export async function* inPieces(bytes: Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function readAll(
  bytes: Uint8Array,
  container: WorkbookContainer,
  limits: Limits = defaultLimits,
  open = openWorkbook,
): Promise<Outcome> {
  const result = await open(inPieces(bytes), { container, limits });
  if (result.kind === "refused") return { kind: "problem", problem: result.problem };
  const { workbook } = result;
  try {
    const sheets = [];
    for (const { name, hidden } of workbook.sheets) {
      const rows: Row[] = [];
      for await (const batch of workbook.rows(name)) {
        // Rows of hostile sheets are many: the first ones say enough.
        if (rows.length < 70_000) rows.push(...batch);
      }
      sheets.push({ name, hidden, rows });
    }
    return { kind: "rows", sheets };
  } catch (error) {
    if (error instanceof WorkbookFault) return { kind: "problem", problem: error.problem };
    throw error;
  } finally {
    await workbook.close();
  }
}

/** The cells of the only sheet; throws with the problem when there is one. */
export async function cellsOf(bytes: Uint8Array, container: WorkbookContainer): Promise<string[][]> {
  const outcome = await readAll(bytes, container);
  if (outcome.kind === "problem") throw new Error(JSON.stringify(outcome.problem));
  return outcome.sheets[0]!.rows.map(({ cells }) => cells);
}
