/** What an edit of plain fields changes: the patch for the database and the words for the audit log. Pure. */
import type { AccountPatch, EditableRow } from "@rollcall/db";
import { tidy } from "./check-fields";
import type { EditAccountFields } from "./types";

/** By field: from what to what, or what came and went. Attributes stand under `attribute:NAME`. */
export type Changes = Record<string, { from: unknown; to: unknown } | { add: string[]; remove: string[] }>;

const texts = [
  "givenName",
  "middleName",
  "familyName",
  "username",
  "phone",
  "contactEmail",
  "description",
  "exchangeDomain",
  "exchangeUsername",
  "accountCode",
] as const satisfies readonly (keyof EditAccountFields & keyof EditableRow & keyof AccountPatch)[];

const switches = [
  "pop",
  "submit",
  "mustChangePassword",
  "passwordNeverExpires",
] as const satisfies readonly (keyof EditAccountFields & keyof EditableRow & keyof AccountPatch)[];

export function plainChanges(
  now: EditableRow,
  fields: EditAccountFields,
): { patch: AccountPatch; changes: Changes } {
  const patch: AccountPatch = {};
  const changes: Changes = {};
  for (const field of texts) {
    if (fields[field] === undefined) continue;
    const to = tidy(fields[field]);
    if (to === now[field]) continue;
    patch[field] = to;
    changes[field] = { from: now[field], to };
  }
  for (const field of switches) {
    const to = fields[field];
    if (to === undefined || to === now[field]) continue;
    Object.assign(patch, { [field]: to });
    changes[field] = { from: now[field], to };
  }
  const fullName = fields.fullName?.trim();
  if (fullName !== undefined && fullName !== now.fullName) {
    patch.fullName = fullName;
    changes["fullName"] = { from: now.fullName, to: fullName };
  }
  if (fields.kind !== undefined && fields.kind !== now.kind) {
    patch.kind = fields.kind;
    changes["kind"] = { from: now.kind, to: fields.kind };
  }
  return { patch, changes };
}
