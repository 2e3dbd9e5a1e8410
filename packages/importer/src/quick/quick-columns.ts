// How the cells of each column are judged by their bytes. It follows from what the rules read: a field is judged by itself only
// where no rule sees it together with another one that may vary; every other field must be as in a row known to be good.
import type { ColumnMatch } from "../model/recognition";
import type { FieldName } from "../model/record";

/** Not read by any rule but that of control characters. */
export const Unused = 0;
/** As in the row that is known to be good. */
export const Same = 1;
/** An address in its canonical form, of a domain of which nothing is to be told. */
export const Address = 2;
/** A name: there, not long, plain text. */
export const Name = 3;
/** Any value of which the rules, asked once, had nothing to tell. */
export const Known = 4;
export type Judged = typeof Unused | typeof Same | typeof Address | typeof Name | typeof Known;

const judged: Partial<Record<FieldName, Judged>> = {
  email: Address,
  fullName: Name,
  givenName: Name,
  familyName: Name,
  department: Known,
  groups: Known,
  attributes: Known,
  role: Known,
  plan: Known,
  phone: Known,
  description: Known,
  note: Known,
  sendWelcome: Known,
};

/** Fields that rules compare with other fields or rows: where one is given, the row is for the rules. */
export const mustBeEmpty: ReadonlySet<FieldName> = new Set(["password", "username", "aliases", "delegates"]);

/** Fields of which a file gives names that are counted. */
export const namesThings: ReadonlySet<FieldName> = new Set(["department", "groups", "attributes"]);

/** How each position is judged; null when columns stand so that rows cannot be judged by their bytes. */
export function quickColumns(columns: readonly ColumnMatch[], width: number): Judged[] | null {
  const kinds = Array.from({ length: width }, (): Judged => Unused);
  const met = new Set<FieldName>();
  for (const { index, field, split } of columns) {
    if (field === null) continue;
    const kind = judged[field] ?? Same;
    // Two columns of a name are joined, one that is split is two fields; of two addresses only one is read.
    if (split !== undefined || (met.has(field) && (kind === Address || kind === Name))) return null;
    met.add(field);
    kinds[index] = kind;
  }
  return met.has("email") ? kinds : null;
}
