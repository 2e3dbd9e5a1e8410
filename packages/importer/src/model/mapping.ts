// How the columns of a file that is of no known format go into our fields: the mapping file of INTERFACE.md ("--map"), and
// what the console saves. Types only; mapping/ reads and applies it.
import type { FieldName } from "./record";

/** What a column can go into: a field, one of a list, a half of the Exchange account, or a custom attribute. */
export type MappingTarget =
  | Exclude<FieldName, "groups" | "aliases" | "delegates" | "exchange" | "attributes">
  | "group"
  | "alias"
  | "delegate"
  | "exchangeDomain"
  | "exchangeUsername"
  | `attribute:${string}`;

/** What an empty cell means for an account that exists: keep what it has, clear it, or a problem of the row. */
export type BlankRule = "keep" | "clear" | "error";

/** One column of the file. */
export interface MappingColumn {
  /** The header as the file writes it (compared by `headerKey`), or the column's number, counted from 1. */
  from: string | number;
  /** Null: the column is not used. */
  to: MappingTarget | null;
  /** Only with `fullName`: the cell is also split into given and family name, in this order. */
  split?: "given-family" | "family-given";
}

/** A mapping. Several columns with `fullName` are joined with a space, in their order. */
export interface Mapping {
  name: string;
  version: number;
  /** The line of the header, counted from 1; null when the file has none and columns go by number. */
  header: number | null;
  columns: MappingColumn[];
  /** What values of the file mean, by field: {"role": {"Mgr": "ADMINISTRATOR"}}; compared without case. */
  values?: Partial<Record<string, Record<string, string>>>;
  /** What is taken where the file has no such column, or the cell is empty and the account is new. */
  defaults?: Partial<Record<string, string>>;
  blank?: Partial<Record<string, BlankRule>>;
  /** What becomes of columns that are named nowhere. Default "ignore". */
  unknown?: "ignore" | "attribute" | "stop";
}
