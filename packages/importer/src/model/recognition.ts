// What was found out about a file from its first bytes, and why. Data only.
import type { FormatId } from "./format-id";
import type { Problem } from "./problem";
import type { FieldName } from "./record";
import type { Row } from "./row";

/** The encodings of text that can be read. */
export type EncodingId = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What a file is by its content. Only `csv` can be read so far; the others are known so that they are refused clearly. */
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
  /** Why, in words. */
  reason: string;
}

/** A format that the file may have. */
export interface FormatGuess {
  id: FormatId;
  /** 0 (it is not) to 1 (certain). */
  confidence: number;
  reason: string;
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
  format: FormatGuess | null;
  /** Every format that could be meant, best first. */
  candidates: FormatGuess[];
  header: Row | null;
  columns: ColumnMatch[];
  /** The first rows below the header, passwords masked. */
  sample: Row[];
  /** The reasons, one line each; a " · " parts what is said from what explains it. */
  facts: string[];
  /** About the file as a whole. Any error among them means that it cannot be read. */
  problems: Problem[];
}
