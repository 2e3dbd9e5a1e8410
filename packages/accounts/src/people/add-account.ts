/** Adds one account by hand. Groups and a department that do not exist yet are made. */
import { appendAudits, insertAccount, insertPrimaryAddress, type Transaction } from "@rollcall/db";
import { addressKey } from "@rollcall/importer";
import { authorise, type Actor } from "../access/authorise";
import { refuseWeakPassword } from "../access/new-password";
import { hashPassword, TooManyHashes } from "../access/password-hashing";
import { isAbove, roleName, type AdminRole } from "../access/permissions";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { queueWelcomes } from "../mail/queue-mail";
import { loadSettings } from "../organisation/settings";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
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
import { joinNamedGroups, placeInDepartment } from "./place-account";
import type { AccountDetails, AddAccountInput } from "./types";

/**
 * An administrator-chosen password must be changed at the first sign-in. Refuses `invalid` with words for each field,
 * `address-taken`, `role-above-yours`, and `busy` while an import is being committed.
 */
export async function addAccount(context: Context, input: AddAccountInput): Promise<Result<AccountDetails>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const ready = await prepare(context, gate.value, input);
  if (!ready.ok) return ready;
  const added = await transact(context, (tx) => add(context, tx, gate.value, ready.value), {
    what: "An import",
  });
  return added.ok ? getAccount(context, { accountId: String(added.value) }) : added;
}

interface Ready {
  email: string;
  key: string;
  fullName: string;
  role: "ADMINISTRATOR" | "USER";
  adminRole: AdminRole | null;
  departmentName: string | null;
  groups: { name: string; nameKey: string }[];
  hash: string | null;
  phone: string | null;
  contactEmail: string | null;
  description: string | null;
  sendWelcome: boolean;
}

async function prepare(context: Context, actor: Actor, input: AddAccountInput): Promise<Result<Ready>> {
  const email = input.email.trim();
  const key = addressKey(email);
  const fullName = input.fullName.trim();
  const role = input.role ?? "USER";
  const adminRole = role === "ADMINISTRATOR" ? (input.adminRole ?? "BASIC") : null;
  if (isAbove({ role, adminRole }, actor))
    return refuse({ code: "role-above-yours", role: roleName({ role, adminRole }) });
  const texts = {
    departmentName: tidy(input.departmentName),
    phone: tidy(input.phone),
    contactEmail: tidy(input.contactEmail),
    description: tidy(input.description),
  };
  const groups = distinctNames(input.groups ?? []);
  const password = input.password ?? null;
  const fields = faults({
    email: addressFault(email),
    fullName: fullNameFault(fullName),
    ...textFaults(texts, groups),
  });
  if (password !== null) {
    const weak = refuseWeakPassword(password, await loadSettings(context.database), {
      email,
      name: fullName,
    });
    if (weak?.refusal.code === "invalid") Object.assign(fields, weak.refusal.fields);
  }
  if (key === null || Object.keys(fields).length > 0) return refuse({ code: "invalid", fields });
  try {
    const hash = password === null ? null : await hashPassword(password);
    return done({
      email,
      key,
      fullName,
      role,
      adminRole,
      groups,
      hash,
      ...texts,
      sendWelcome: input.sendWelcome,
    });
  } catch (error) {
    if (error instanceof TooManyHashes) return refuse({ code: "busy", what: "Setting passwords" });
    throw error;
  }
}

function textFaults(
  texts: {
    departmentName: string | null;
    phone: string | null;
    contactEmail: string | null;
    description: string | null;
  },
  groups: readonly { name: string }[],
): Record<string, string | null> {
  return {
    departmentName: texts.departmentName === null ? null : lineFault(texts.departmentName, fieldLengths.name),
    phone: texts.phone === null ? null : lineFault(texts.phone, fieldLengths.phone),
    contactEmail: texts.contactEmail === null ? null : addressFault(texts.contactEmail),
    description: texts.description === null ? null : textFault(texts.description, fieldLengths.description),
    groups:
      groups.map((group) => lineFault(group.name, fieldLengths.name)).find((fault) => fault !== null) ?? null,
  };
}

/** Only the fields that have a fault. */
export function faults(found: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, fault]) => (fault === null ? [] : [[field, fault]])),
  );
}

async function add(context: Context, tx: Transaction, actor: Actor, ready: Ready): Promise<Result<bigint>> {
  const department = await placeInDepartment(context, tx, actor, ready.departmentName);
  const id = await insertAccount(tx, {
    fullName: ready.fullName,
    source: "MANUAL",
    role: ready.role,
    adminRole: ready.adminRole,
    passwordHash: ready.hash,
    mustChangePassword: ready.hash !== null,
    departmentId: department.id,
    phone: ready.phone,
    contactEmail: ready.contactEmail,
    description: ready.description,
  });
  const address = { key: ready.key, email: ready.email, accountId: id };
  if (!(await insertPrimaryAddress(tx, address))) return addressTaken(tx, ready);
  const groups = await joinNamedGroups(context, tx, actor, id, ready.groups);
  if (ready.sendWelcome) {
    await queueWelcomes(tx, [{ accountId: id, name: ready.fullName, email: ready.email }], invitedBy(actor));
  }
  const made = auditEntry(context, actor, "account.created", accountSubject({ id, name: ready.fullName }), {
    email: ready.email,
    role: roleName(ready),
    welcome: ready.sendWelcome,
  });
  await appendAudits(tx, [...department.events, ...groups.events, made]);
  return done(id);
}

/** A welcome names the person who made the account; Rollcall itself is nobody. */
export function invitedBy(actor: Actor): string | null {
  return actor.accountId === null ? null : actor.name;
}
