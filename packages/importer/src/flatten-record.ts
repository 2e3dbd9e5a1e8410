// What a row says beyond the columns that staging has for everybody, as one flat object: what the plan compares key by key.
// It judges nothing.
import { nameKey } from "./address/name-key";
import type { CheckedRow } from "./model/row";
import type { FieldName } from "./model/record";

/** A staged value; null = the field is to be emptied. */
export type FlatValue = string | boolean | readonly string[] | null;

const scalars = [
  "username",
  "givenName",
  "middleName",
  "familyName",
  "role",
  "adminRole",
  "plan",
  "phone",
  "contactEmail",
  "description",
  "enabled",
  "lockedOut",
  "mustChangePassword",
  "passwordNeverExpires",
  "pop",
  "submit",
  "accountCode",
  "kind",
  "note",
  "delegates",
] as const satisfies readonly FieldName[];

/**
 * By flat key (`flatKey`): every field that the row gives but email, full name, department, groups, aliases, send-email and
 * password, which have columns of their own; what is to be emptied is null, those columns' fields included. Null: nothing.
 * `impliedRole`: a role USER is the format's, not the row's, and left out.
 */
export function flattenRecord(row: CheckedRow, impliedRole = false): Record<string, FlatValue> | null {
  const { record } = row;
  let flat: Record<string, FlatValue> | null = null;
  for (const field of scalars) {
    const value = record[field];
    if (value === null || (impliedRole && field === "role" && value === "USER")) continue;
    (flat ??= {})[field] = value;
  }
  const { exchange, attributes } = record;
  if (exchange !== null) {
    if (exchange.domain !== null) (flat ??= {})["exchangeDomain"] = exchange.domain;
    if (exchange.username !== null) (flat ??= {})["exchangeUsername"] = exchange.username;
  }
  if (attributes !== null) {
    for (const [name, value] of Object.entries(attributes))
      (flat ??= {})[`attribute:${nameKey(name)}`] = value;
  }
  if (row.clears !== undefined) for (const key of row.clears) (flat ??= {})[key] = null;
  return flat;
}
