/** Changes fields of one account, if nobody changed it since the caller looked at it. */
import {
  appendAudits,
  cancelMessages,
  findTarget,
  readEditable,
  replacePrimaryAddress,
  revokeTokens,
  updateAccount,
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
import { addressTaken } from "./address-taken";
import { applyFields } from "./apply-fields";
import { accountFaults } from "./check-account";
import { tidy } from "./check-fields";
import { getAccount } from "./get-account";
import { turnSwitches } from "./turn-switches";
import type { AccountDetails, EditAccountFields } from "./types";

/**
 * Refuses `changed-meanwhile` when `version` is not the present one, `role-above-yours`, `address-taken`, `invalid` with
 * words for each field; of disabling and locking also `own-account` and `last-master`; of the account code `forbidden`. A new
 * address kills every open link of the account. Nothing to change is no change.
 */
export async function editAccount(
  context: Context,
  input: { accountId: string; version: number; fields: EditAccountFields },
): Promise<Result<AccountDetails>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  if (parseId(input.accountId) === null) return refuse({ code: "not-found", what: "account" });
  const { fields } = input;
  const wrong = accountFaults(fields);
  if (Object.keys(wrong).length > 0) return refuse({ code: "invalid", fields: wrong });
  const notOwn = fields.enabled === false ? "disable" : fields.lockedOut === true ? "lock" : null;
  const edited = await transact(
    context,
    async (tx) => {
      const found = await actOnOne(context, tx, input.accountId, {
        permission: "accounts.write",
        takesAway: notOwn !== null,
        writesAddresses: await writesAddresses(tx, input.accountId, fields),
        ...(notOwn === null ? {} : { notOwn }),
      });
      if (!found.ok) return found;
      const { actor, account } = found.value;
      if (account.version !== input.version) return refuse({ code: "changed-meanwhile", what: "account" });
      if (fields.kind === "LIST" && account.role === "ADMINISTRATOR")
        return refuse({
          code: "invalid",
          fields: { kind: "An administrator is a person. Make them a User first." },
        });
      return edit(context, tx, actor, account, fields);
    },
    { what: "This account" },
  );
  return edited.ok ? getAccount(context, { accountId: input.accountId }) : edited;
}

/**
 * Whether the edit writes what stands in addresses, or gives a user name: only then it has to wait for a running import. Looked at
 * before anything is locked; who changed it since has raised the version, and the edit is refused.
 */
async function writesAddresses(
  tx: Transaction,
  accountId: string,
  { email, username, aliases, note }: EditAccountFields,
): Promise<boolean> {
  if (aliases !== undefined) return true;
  const id = parseId(accountId);
  if (id === null || [email, username, note].every((field) => field === undefined)) return false;
  const [account, now] = [await findTarget(tx, id), await readEditable(tx, id)];
  if (account === null || now === null) return false;
  const named = username === undefined ? null : tidy(username);
  return (
    (email !== undefined && email.trim() !== account.email) ||
    (named !== null && named !== now.username) ||
    (note !== undefined && tidy(note) !== now.note)
  );
}

async function edit(
  context: Context,
  tx: Transaction,
  actor: Actor,
  account: TargetRow,
  fields: EditAccountFields,
): Promise<Result<null>> {
  const now = await readEditable(tx, account.id);
  if (now === null) return refuse({ code: "not-found", what: "account" });
  const email = fields.email?.trim() ?? account.email;
  if (email !== account.email) {
    const moved = await changeAddress(tx, account, email);
    if (!moved.ok) return moved;
  }
  const placed = { id: account.id, email, movedFrom: account.email };
  const applied = await applyFields({ context, tx, actor, account: placed, now, fields });
  if (!applied.ok) return applied;
  const { patch, changes, events } = applied.value;
  if (email !== account.email) changes["email"] = { from: account.email, to: email };
  const turned = await turnSwitches(context, tx, actor, account, fields);
  Object.assign(patch, turned.patch);
  const edited = Object.keys(changes).length > 0;
  if (!edited && turned.events.length === 0) return done(null);
  await updateAccount(tx, account.id, patch);
  const subject = accountSubject({ id: account.id, name: patch.fullName ?? account.name });
  const update = edited ? [auditEntry(context, actor, "account.updated", subject, { changes })] : [];
  await appendAudits(tx, [...events, ...turned.events, ...update]);
  return done(null);
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
