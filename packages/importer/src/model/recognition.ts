// What was found out about a file from its first bytes, and why. Data only.
import type { FormatId } from "./format-id";
import type { Mapping } from "./mapping";
import type { Problem } from "./problem";
import type { FieldName } from "./record";
import type { Row } from "./row";

/** The encodings of text that can be read. */
export type EncodingId = "utf-8" | "utf-16le" | "utf-16be" | SingleByteEncoding;

/** Those of one byte a character. They are never guessed: any bytes can be read as any of them. */
export type SingleByteEncoding =
  | "windows-1252"
  | "windows-1250"
  | "windows-1251"
  | "iso-8859-2"
  | "iso-8859-5"
  | "iso-8859-7"
  | "iso-8859-9"
  | "iso-8859-15"
  | "macintosh";

/** What a file is by its content. `csv` is read here, workbooks (`xls`, `xlsx`, `ods`) where there is a reader for them; the others are known so that they are refused clearly. */
export type ContainerId =
  | "csv"
  | "xlsx"
  | "xlsm"
  | "xlsb"
  | "xls"
  | "ods"
  | "zip"
  | "pdf"
  | "image"
  | "html"
  | "xml"
  | "json"
  | "rtf"
  | "vcard"
  | "archive"
  | "database"
  | "utf-32"
  | "binary";

/** One column of the file and the field it goes into. */
export interface ColumnMatch {
  /** 0-based position in the row's cells. */
  index: number;
  /** As the file writes it, white space around it taken off. */
  header: string;
  /** Null: the column is not used. */
  field: FieldName | null;
  /** Which part of the field: "domain" or "username" of `exchange`, the name of an attribute of `attributes`. */
  part?: string;
  /** Of `fullName`: the cell is also split into given and family name, in this order. */
  split?: "given-family" | "family-given";
  /** Why, in words. */
  reason: string;
}

/** What the first cells of a column look like. */
export interface ColumnStats {
  /** 0-based position in the row's cells. */
  index: number;
  /** Three different values at most, the first ones; passwords masked. */
  samples: string[];
  /** How many rows were looked at. */
  rows: number;
  /** The share of them whose cell is not empty, 0 to 1. */
  filled: number;
  /** How many values differ. */
  distinct: number;
}

/** A format that the file may have. */
export interface FormatGuess {
  id: FormatId;
  /** 0 (it is not) to 1 (certain). */
  confidence: number;
  reason: string;
}

/** A sheet of a workbook, and what it seems to be. */
export interface SheetGuess {
  name: string;
  rows: number;
  hidden: boolean;
  format: FormatGuess | null;
}

/** Everything the first bytes say. */
export interface Recognition {
  container: ContainerId;
  /** Null when the file is not text. */
  encoding: EncodingId | null;
  /** Whether the file begins with a byte order mark. */
  bom: boolean;
  delimiter: string | null;
  /** Why this delimiter, in words; "" when the file is not text. */
  delimiterReason: string;
  /** Whether the first line is `sep=…`, which is no row. */
  sepLine: boolean;
  /** The sheet that is read; null when the file is no workbook. */
  sheet: string | null;
  /** All sheets of a workbook, in its order; empty when the file is none. */
  sheets: SheetGuess[];
  /** The mapping by which the columns were matched: the one that was given, or a ready one for a known export. */
  mapping: Mapping | null;
  format: FormatGuess | null;
  /** Every format that could be meant, best first. */
  candidates: FormatGuess[];
  header: Row | null;
  columns: ColumnMatch[];
  /** Of the columns, by the rows of the head: for the match step. */
  stats: ColumnStats[];
  /** The first rows below the header, passwords masked. */
  sample: Row[];
  /** The reasons, one line each; a " · " parts what is said from what explains it. */
  facts: string[];
  /** About the file as a whole. Any error among them means that it cannot be read. */
  problems: Problem[];
}
