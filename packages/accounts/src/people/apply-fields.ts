/**
 * Works out, in a transaction, what the fields of a form change of an account, and writes what lies outside its row: groups,
 * aliases, the note. The row itself, its primary address and who may come in are the caller's.
 */
import {
  claimUsername,
  ensureAttributes,
  findAliases,
  holdServicePlan,
  listDomainKeys,
  removeAliases,
  writeAlias,
  writeNote,
  type AccountPatch,
  type AuditEntry,
  type EditableRow,
  type Transaction,
} from "@rollcall/db";
import { addressKey, domainOf, nameKey } from "@rollcall/importer";
import type { Actor } from "../access/authorise";
import { mayWriteAccountCodes } from "../access/permissions";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { plainChanges, type Changes } from "./account-changes";
import { addressTaken } from "./address-taken";
import { distinctAddresses } from "./check-account";
import { distinctNames, tidy } from "./check-fields";
import { placeInDepartment, setNamedGroups } from "./place-account";
import type { EditAccountFields } from "./types";

export interface Applied {
  /** to be written by the caller */
  patch: AccountPatch;
  changes: Changes;
  /** of what was made on the way; to be written last in the transaction */
  events: AuditEntry[];
}

interface Form {
  context: Context;
  tx: Transaction;
  actor: Actor;
  account: { id: bigint; email: string; movedFrom?: string };
  now: EditableRow;
  fields: EditAccountFields;
}

type Step = (form: Form, applied: Applied) => Promise<Result<null>>;

/**
 * `account.email` is the primary address as it will be, `movedFrom` as an account that exists had it. Refuses `invalid`,
 * `address-taken`, and `forbidden` for account codes; throws a lock-timeout while an import is committed, where a user name is given.
 */
export async function applyFields(form: Form): Promise<Result<Applied>> {
  const applied: Applied = { ...plainChanges(form.now, form.fields), events: [] };
  const steps: Step[] = [
    checkAuthority,
    checkUsername,
    checkMailbox,
    placeDepartment,
    placePlan,
    placeGroups,
    placeAliases,
    placeNote,
    placeDelegates,
    placeAttributes,
  ];
  for (const step of steps) {
    const result = await step(form, applied);
    if (!result.ok) return result;
  }
  return done(applied);
}

const fine = done(null);

function checkAuthority({ actor }: Form, { changes }: Applied): Promise<Result<null>> {
  const need = "an administrator with the role Master or Migration";
  const allowed = changes["accountCode"] === undefined || mayWriteAccountCodes(actor);
  return Promise.resolve(allowed ? fine : refuse({ code: "forbidden", need }));
}

/** It is one account's in a mail domain; who moves to another domain takes the user name along. */
async function checkUsername({ tx, account, now }: Form, { patch }: Applied): Promise<Result<null>> {
  const domainKey = domainKeyOf(account.email);
  const moves = account.movedFrom !== undefined && domainKeyOf(account.movedFrom) !== domainKey;
  const username = patch.username === undefined && moves ? now.username : (patch.username ?? null);
  if (username === null) return fine;
  const holder = await claimUsername(tx, { username, domainKey, except: account.id });
  if (holder === null) return fine;
  const fields: Record<string, string> =
    patch.username === undefined
      ? {
          email: `In ${domainKey} ${holder} goes by this account’s user name, “${username}”, already. Change one of the two first.`,
        }
      : { username: `${holder} goes by this user name already.` };
  return refuse({ code: "invalid", fields });
}

const domainKeyOf = (email: string): string => domainOf(addressKey(email) ?? "");

/** POP and submission are of mailboxes that the organisation itself holds (PRODUCT.md, directory-spreadsheet). */
async function checkMailbox({ tx, account }: Form, { patch }: Applied): Promise<Result<null>> {
  const given = (["pop", "submit"] as const).filter((field) => typeof patch[field] === "boolean");
  if (given.length === 0) return fine;
  const domains = await listDomainKeys(tx);
  if (domains.length === 0 || domains.includes(domainKeyOf(account.email))) return fine;
  const words = `${account.email} is on none of the organisation’s domains, so there is no mailbox to set.`;
  return refuse({ code: "invalid", fields: Object.fromEntries(given.map((field) => [field, words])) });
}

async function placeDepartment(form: Form, { patch, changes, events }: Applied): Promise<Result<null>> {
  const { context, tx, actor, now, fields } = form;
  if (fields.departmentName === undefined) return fine;
  const name = tidy(fields.departmentName);
  const placed = await placeInDepartment(context, tx, actor, name);
  events.push(...placed.events);
  if (placed.id === now.departmentId) return fine;
  patch.departmentId = placed.id;
  changes["department"] = { from: now.department, to: name };
  return fine;
}

/** Who has a plan that was disabled since keeps it. */
async function placePlan({ tx, now, fields }: Form, { patch, changes }: Applied): Promise<Result<null>> {
  if (fields.planName === undefined) return fine;
  const name = tidy(fields.planName);
  const plan = name === null ? null : await holdServicePlan(tx, nameKey(name));
  if (name !== null && plan === null)
    return refuse({ code: "invalid", fields: { planName: "There is no service plan of this name." } });
  if ((plan?.id ?? null) === now.planId) return fine;
  if (plan?.enabled === false)
    return refuse({
      code: "invalid",
      fields: { planName: "This service plan is disabled. Choose another one." },
    });
  patch.planId = plan?.id ?? null;
  changes["plan"] = { from: now.plan, to: plan?.name ?? null };
  return fine;
}

async function placeGroups(form: Form, { changes, events }: Applied): Promise<Result<null>> {
  const { context, tx, actor, account, fields } = form;
  if (fields.groups === undefined) return fine;
  const placed = await setNamedGroups(context, tx, actor, account.id, distinctNames(fields.groups));
  events.push(...placed.events);
  const { added: add, removed: remove } = placed;
  if (add.length + remove.length > 0) changes["groups"] = { add, remove };
  return fine;
}

async function placeAliases({ tx, account, fields }: Form, { changes }: Applied): Promise<Result<null>> {
  if (fields.aliases === undefined) return fine;
  const primary = addressKey(account.email);
  const wanted = distinctAddresses(fields.aliases).filter((alias) => alias.key !== primary);
  const present = await findAliases(tx, account.id);
  const written = new Map(present.map((alias) => [alias.key, alias.email]));
  const gone = present.filter((alias) => !wanted.some((one) => one.key === alias.key));
  const fresh = wanted.filter((alias) => written.get(alias.key) !== alias.email);
  await removeAliases(
    tx,
    account.id,
    gone.map((alias) => alias.key),
  );
  for (const alias of [...fresh].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (!(await writeAlias(tx, { ...alias, accountId: account.id }))) return addressTaken(tx, alias);
  }
  const respelt = fresh.flatMap((alias) => written.get(alias.key) ?? []);
  const add = fresh.map((alias) => alias.email);
  const remove = [...gone.map((alias) => alias.email), ...respelt];
  if (add.length + remove.length > 0) changes["aliases"] = { add, remove };
  return fine;
}

async function placeNote({ tx, account, now, fields }: Form, { changes }: Applied): Promise<Result<null>> {
  if (fields.note === undefined) return fine;
  const note = tidy(fields.note);
  if (note === now.note) return fine;
  await writeNote(tx, account.id, note);
  changes["note"] = { from: now.note, to: note };
  return fine;
}

function placeDelegates({ now, fields }: Form, { patch, changes }: Applied): Promise<Result<null>> {
  if (fields.delegates === undefined) return Promise.resolve(fine);
  const wanted = distinctAddresses(fields.delegates).map((one) => one.email);
  const add = wanted.filter((one) => !now.delegates.includes(one));
  const remove = now.delegates.filter((one) => !wanted.includes(one));
  if (add.length + remove.length > 0) {
    patch.delegates = wanted;
    changes["delegates"] = { add, remove };
  }
  return Promise.resolve(fine);
}

async function placeAttributes(form: Form, { patch, changes, events }: Applied): Promise<Result<null>> {
  const { context, tx, actor, now, fields } = form;
  const values = new Map(now.attributes.map((one) => [one.key, one.value]));
  const named = distinctNames((fields.attributes ?? []).map((one) => one.name));
  const given = new Map((fields.attributes ?? []).map((one) => [nameKey(one.name), tidy(one.value)]));
  const changing = named.filter(({ nameKey: key }) => (given.get(key) ?? null) !== (values.get(key) ?? null));
  if (changing.length === 0) return fine;
  const setting = changing.filter((one) => (given.get(one.nameKey) ?? null) !== null);
  const found = await ensureAttributes(tx, setting);
  // Somebody deleted one this instant: told, rather than a value kept under no name.
  if (found.length < setting.length) return refuse({ code: "changed-meanwhile", what: "attribute" });
  for (const { id, name } of found.filter((one) => one.made)) {
    events.push(auditEntry(context, actor, "attribute.created", { type: "attribute", id, name }));
  }
  const names = new Map(
    [...now.attributes, ...found.map((one) => ({ key: one.nameKey, name: one.name }))].map((one) => [
      one.key,
      one.name,
    ]),
  );
  for (const { name, nameKey: key } of changing) {
    const [from, to] = [values.get(key) ?? null, given.get(key) ?? null];
    changes[`attribute:${names.get(key) ?? name}`] = { from, to };
  }
  patch.attributes = new Map(changing.map((one) => [one.nameKey, given.get(one.nameKey) ?? null]));
  return fine;
}
