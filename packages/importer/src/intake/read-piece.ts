// One step of reading a table from its bytes. It keeps nothing between steps.
import type { Limits } from "../model/limits";
import { makeProblem, type Problem } from "../model/problem";
import type { Row } from "../model/row";
import type { ByteSource } from "./byte-source";
import type { TableReader } from "./table-reader";

/** How a step ended: `ended` when there is nothing more, `fault` when the file cannot be trusted. */
export interface Step {
  ended: boolean;
  fault: Problem | null;
}

/** Reads the next piece into `rows`; what is left open at the end of the bytes counts as a row only if they are all. */
export async function readPiece(
  bytes: ByteSource,
  table: TableReader,
  rows: Row[],
  limits: Limits,
): Promise<Step> {
  const piece = await bytes.next();
  if (piece !== null) table.push(piece, rows);
  else if (!bytes.tooLarge) table.end(rows);
  const cutOff = piece === null && bytes.tooLarge;
  const fault = cutOff ? makeProblem("file.too-large", { limit: limits.maxBytes }) : table.fault;
  return { ended: piece === null, fault };
}
