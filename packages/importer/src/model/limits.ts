// How much one file may hold. Numbers only; who reads the environment passes its own.

/** The bounds of one file. */
export interface Limits {
  /** Rows with content, the header not counted. */
  maxRows: number;
  /** Bytes of the file. */
  maxBytes: number;
  /** Columns of the table, trailing empty ones not counted. */
  maxColumns: number;
  /** Characters (UTF-16 units) of one cell. */
  maxCell: number;
}

/** The bounds used where none are given (INTERFACE.md, settings). */
export const defaultLimits: Limits = {
  maxRows: 1_000_000,
  maxBytes: 1024 ** 3,
  maxColumns: 256,
  maxCell: 64 * 1024,
};

/** Longest values of a record, in characters (PRODUCT.md, "Lengths"). */
export const lengths = {
  address: 254,
  name: 200,
  department: 200,
  group: 200,
  description: 2000,
  attribute: 2000,
  attributeName: 200,
  phone: 64,
  note: 100,
} as const;

/** Rows in one `rows` event at most. */
export const batchRows = 2000;

/** Bytes that are looked at to recognise a file. */
export const headBytes = 64 * 1024;
