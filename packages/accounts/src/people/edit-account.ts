/** Changes fields of one account, if nobody changed it since the caller looked at it. */
import {
  appendAudits,
  cancelMessages,
  readEditable,
  replacePrimaryAddress,
  revokeTokens,
  updateAccount,
  type AccountPatch,
  type AuditEntry,
  type EditableRow,
  type TargetRow,
  type Transaction,
} from "@rollcall/db";
import { addressKey } from "@rollcall/importer";
import { authorise, type Actor } from "../access/authorise";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { parseId } from "../ids";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { actOnOne } from "./act-on";
import { faults } from "./add-account";
import { addressTaken } from "./address-taken";
import {
  addressFault,
  distinctNames,
  fieldLengths,
  fullNameFault,
  lineFault,
  textFault,
  tidy,
} from "./check-fields";
import { getAccount } from "./get-account";
import { placeInDepartment, setNamedGroups } from "./place-account";
import type { AccountDetails, EditAccountFields } from "./types";

/**
 * Refuses `changed-meanwhile` when `version` is not the present one, `role-above-yours`, `address-taken`, `invalid` with
 * words for each field. A new address kills every open link of the account. Nothing to change is no change.
 */
export async function editAccount(
  context: Context,
  input: { accountId: string; version: number; fields: EditAccountFields },
): Promise<Result<AccountDetails>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  if (parseId(input.accountId) === null) return refuse({ code: "not-found", what: "account" });
  const wrong = check(input.fields);
  if (Object.keys(wrong).length > 0) return refuse({ code: "invalid", fields: wrong });
  const edited = await transact(
    context,
    async (tx) => {
      const found = await actOnOne(context, tx, input.accountId, { permission: "accounts.write" });
      if (!found.ok) return found;
      if (found.value.account.version !== input.version)
        return refuse({ code: "changed-meanwhile", what: "account" });
      return edit(context, tx, found.value.actor, found.value.account, input.fields);
    },
    { what: "This account" },
  );
  return edited.ok ? getAccount(context, { accountId: input.accountId }) : edited;
}

const lines = {
  givenName: fieldLengths.name,
  middleName: fieldLengths.name,
  familyName: fieldLengths.name,
  departmentName: fieldLengths.name,
  phone: fieldLengths.phone,
  exchangeDomain: fieldLengths.address,
  exchangeUsername: fieldLengths.name,
} as const satisfies Partial<Record<keyof EditAccountFields, number>>;

function check(fields: EditAccountFields): Record<string, string> {
  const found: Record<string, string | null> = {};
  for (const [field, most] of Object.entries(lines)) {
    const text = tidy(fields[field as keyof typeof lines]);
    if (text !== null) found[field] = lineFault(text, most);
  }
  if (fields.fullName !== undefined) found["fullName"] = fullNameFault(fields.fullName);
  if (fields.email !== undefined) found["email"] = addressFault(fields.email.trim());
  const contact = tidy(fields.contactEmail);
  if (contact !== null) found["contactEmail"] = addressFault(contact);
  const description = tidy(fields.description);
  if (description !== null) found["description"] = textFault(description, fieldLengths.description);
  const group = fields.groups
    ?.map((name) => lineFault(name.trim(), fieldLengths.name))
    .find((fault) => fault !== null);
  if (group !== undefined) found["groups"] = group;
  return faults(found);
}

type Changes = Record<string, { from: unknown; to: unknown } | { add: string[]; remove: string[] }>;

async function edit(
  context: Context,
  tx: Transaction,
  actor: Actor,
  account: TargetRow,
  fields: EditAccountFields,
): Promise<Result<null>> {
  const now = await readEditable(tx, account.id);
  if (now === null) return refuse({ code: "not-found", what: "account" });
  const events: AuditEntry[] = [];
  const { patch, changes } = plainChanges(now, fields);
  if (fields.departmentName !== undefined) {
    const name = tidy(fields.departmentName);
    const placed = await placeInDepartment(context, tx, actor, name);
    events.push(...placed.events);
    if (placed.id !== now.departmentId) {
      patch.departmentId = placed.id;
      changes["department"] = { from: now.department, to: name };
    }
  }
  if (fields.groups !== undefined) {
    const placed = await setNamedGroups(context, tx, actor, account.id, distinctNames(fields.groups));
    events.push(...placed.events);
    const { added: add, removed: remove } = placed;
    if (add.length + remove.length > 0) changes["groups"] = { add, remove };
  }
  if (fields.email !== undefined && fields.email.trim() !== account.email) {
    const moved = await changeAddress(tx, account, fields.email.trim());
    if (!moved.ok) return moved;
    changes["email"] = { from: account.email, to: fields.email.trim() };
  }
  if (Object.keys(changes).length === 0) return done(null);
  await updateAccount(tx, account.id, patch);
  const subject = accountSubject({ id: account.id, name: patch.fullName ?? account.name });
  await appendAudits(tx, [...events, auditEntry(context, actor, "account.updated", subject, { changes })]);
  return done(null);
}

const texts = [
  "givenName",
  "middleName",
  "familyName",
  "phone",
  "contactEmail",
  "description",
  "exchangeDomain",
  "exchangeUsername",
] as const satisfies readonly (keyof EditAccountFields & keyof EditableRow & keyof AccountPatch)[];

function plainChanges(
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
  const fullName = fields.fullName?.trim();
  if (fullName !== undefined && fullName !== now.fullName) {
    patch.fullName = fullName;
    changes["fullName"] = { from: now.fullName, to: fullName };
  }
  const { mustChangePassword } = fields;
  if (mustChangePassword !== undefined && mustChangePassword !== now.mustChangePassword) {
    patch.mustChangePassword = mustChangePassword;
    changes["mustChangePassword"] = { from: now.mustChangePassword, to: mustChangePassword };
  }
  return { patch, changes };
}

/** Links that went to the old address, and mails that are about to, must not reach whoever reads it now. */
async function changeAddress(tx: Transaction, account: TargetRow, email: string): Promise<Result<null>> {
  const key = addressKey(email);
  if (key === null)
    return refuse({ code: "invalid", fields: { email: "This is not a valid mail address." } });
  if (!(await replacePrimaryAddress(tx, { key, email, accountId: account.id }))) {
    return addressTaken(tx, { key, email });
  }
  if (key === addressKey(account.email)) return done(null);
  await revokeTokens(tx, [account.id]);
  await cancelMessages(tx, [account.id], "The address was changed before it was sent.", [
    "welcome",
    "password-reset",
  ]);
  return done(null);
}
