/** Adds one account by hand. Groups, a department and attributes that do not exist yet are made. */
import {
  appendAudits,
  completeAccount,
  insertAccount,
  insertPrimaryAddress,
  readEditable,
  type Transaction,
} from "@rollcall/db";
import { addressKey } from "@rollcall/importer";
import { authorise, type Actor } from "../access/authorise";
import { refuseWeakPassword } from "../access/new-password";
import { hashPassword, TooManyHashes } from "../access/password-hashing";
import { isAbove, roleName, type AdminRole } from "../access/permissions";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { queueWelcomes } from "../mail/queue-mail";
import { loadSettings } from "../organisation/settings";
import { tooManyAtOnce } from "../refusal";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { addressTaken } from "./address-taken";
import { applyFields } from "./apply-fields";
import { accountFaults } from "./check-account";
import { getAccount } from "./get-account";
import type { AccountDetails, AddAccountInput } from "./types";

/**
 * An administrator-chosen password must be changed at the first sign-in, unless the input says otherwise. Refuses `invalid`
 * with words for each field, `address-taken` (aliases too), `role-above-yours`, `forbidden` for an account code, and `busy`
 * while an import is being committed.
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
  input: AddAccountInput;
  email: string;
  key: string;
  fullName: string;
  role: "ADMINISTRATOR" | "USER";
  adminRole: AdminRole | null;
  hash: string | null;
}

async function prepare(context: Context, actor: Actor, input: AddAccountInput): Promise<Result<Ready>> {
  const email = input.email.trim();
  const key = addressKey(email);
  const fullName = input.fullName.trim();
  const role = input.role ?? "USER";
  const adminRole = role === "ADMINISTRATOR" ? (input.adminRole ?? "BASIC") : null;
  if (isAbove({ role, adminRole }, actor))
    return refuse({ code: "role-above-yours", role: roleName({ role, adminRole }) });
  const password = input.password ?? null;
  const fields = { ...accountFaults(input), ...contradictions(input) };
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
    return done({ input, email, key, fullName, role, adminRole, hash });
  } catch (error) {
    if (error instanceof TooManyHashes) return refuse(tooManyAtOnce("Setting passwords"));
    throw error;
  }
}

/** What cannot be both. */
function contradictions(input: AddAccountInput): Record<string, string> {
  const wrong: Record<string, string> = {};
  const list = input.kind === "LIST";
  if (list && input.role === "ADMINISTRATOR") wrong["kind"] = "An administrator is a person, not a list.";
  if (list && (input.password ?? null) !== null) wrong["password"] = "A distribution list has no password.";
  if (input.sendWelcome && (list || input.enabled === false || input.lockedOut === true)) {
    wrong["sendWelcome"] = "A welcome goes only to people who may sign in.";
  }
  return wrong;
}

async function add(context: Context, tx: Transaction, actor: Actor, ready: Ready): Promise<Result<bigint>> {
  const { input, email, key, fullName } = ready;
  const id = await insertAccount(tx, {
    fullName,
    source: "MANUAL",
    role: ready.role,
    adminRole: ready.adminRole,
    passwordHash: ready.hash,
    mustChangePassword: ready.hash !== null,
    departmentId: null,
    phone: null,
    contactEmail: null,
    description: null,
  });
  if (!(await insertPrimaryAddress(tx, { key, email, accountId: id }))) return addressTaken(tx, ready);
  const now = await readEditable(tx, id);
  if (now === null) throw new Error("The account was not written.");
  const applied = await applyFields({ context, tx, actor, account: { id, email }, now, fields: input });
  if (!applied.ok) return applied;
  const { enabled = true, lockedOut = false, sendWelcome } = input;
  await completeAccount(tx, id, { ...applied.value.patch, enabled, lockedOut });
  if (sendWelcome) await queueWelcomes(tx, [{ accountId: id, name: fullName, email }], invitedBy(actor));
  const made = auditEntry(context, actor, "account.created", accountSubject({ id, name: fullName }), {
    email,
    role: roleName(ready),
    welcome: sendWelcome,
    ...(enabled ? {} : { enabled }),
    ...(lockedOut ? { lockedOut } : {}),
  });
  await appendAudits(tx, [...applied.value.events, made]);
  return done(id);
}

/** A welcome names the person who made the account; Rollcall itself is nobody. */
export function invitedBy(actor: Actor): string | null {
  return actor.accountId === null ? null : actor.name;
}
