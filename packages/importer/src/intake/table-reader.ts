// What every kind of file is read as: rows, and how it ended. A container that becomes readable fulfils this interface.
import type { Problem } from "../model/problem";
import type { Row } from "../model/row";

/** Takes bytes as they come and gives rows; memory stays bounded by one row. */
export interface TableReader {
  /** Reads on; rows that are complete are added. Nothing is added once there is a `fault`. */
  push: (bytes: Uint8Array, rows: Row[]) => void;
  /** The bytes have ended. */
  end: (rows: Row[]) => void;
  /** The rows that the last call added are known to have nothing beyond printable ASCII, tabs and line breaks. */
  readonly plain: boolean;
  /** The file-level problem that ended the reading. */
  readonly fault: Problem | null;
}
