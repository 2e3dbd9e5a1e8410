/**
 * How the first administrator comes about: by a one-time link that only the server can print, or from the environment. Once
 * there is an administrator, neither does anything any more.
 */
import {
  appendAudits,
  findToken,
  hasAdministrator,
  insertAccount,
  insertPrimaryAddress,
  insertToken,
  lockAdministrators,
  useToken,
  writeSettings,
  type Transaction,
} from "@rollcall/db";
import { addressKey } from "@rollcall/importer";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { loadSettings, parseSetting } from "../organisation/settings";
import { fullNameFault } from "../people/check-fields";
import type { Refusal } from "../refusal";
import { tooManyAtOnce } from "../refusal";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { authoriseSystem, system } from "./authorise";
import { hashToken, looksLikeToken, newToken, setUpLinkUrl } from "./link-tokens";
import { refuseWeakPassword } from "./new-password";
import { hashPassword, TooManyHashes } from "./password-hashing";
import { countWrongLink, linkWait } from "./sign-in-throttle";
import type { SetUpInput, SetUpLink } from "./types";

const linkHours = 24;

/** Anybody may know whether there is an administrator. */
export async function isSetUp(context: Context): Promise<Result<boolean>> {
  return done(await hasAdministrator(context.database));
}

/** Only the server itself may; replaces links that were made before. Refuses `already-set-up`. */
export async function createSetUpLink(context: Context): Promise<Result<SetUpLink>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  const token = newToken();
  return transact(context, async (tx) => {
    await lockAdministrators(tx);
    if (await hasAdministrator(tx)) return refuse({ code: "already-set-up" });
    const expiresAt = await insertToken(tx, {
      purpose: "SETUP",
      hash: hashToken("SETUP", token),
      accountId: null,
      messageId: null,
      minutes: linkHours * 60,
    });
    const subject = { type: "organisation", id: null, name: "Rollcall" } as const;
    await appendAudits(tx, [auditEntry(context, system, "setup.link-made", subject)]);
    return done({ url: setUpLinkUrl(context.settings.appUrl, token), expiresAt });
  });
}

/** Reads only. */
export async function checkSetUpLink(
  context: Context,
  input: { token: string },
): Promise<Result<{ expiresAt: Date; passwordMinLength: number }>> {
  const found = await findSetUpLink(context, input.token);
  if (!found.ok) return found;
  const settings = await loadSettings(context.database);
  return done({ expiresAt: found.value.expiresAt, passwordMinLength: settings["password.minLength"] });
}

/** Makes the organisation's first administrator, a Master, and uses the link up. */
export async function completeSetUp(
  context: Context,
  input: SetUpInput,
): Promise<Result<{ accountId: string }>> {
  const found = await findSetUpLink(context, input.token);
  if (!found.ok) return found;
  const organisation = parseSetting("organisation.name", input.organisation);
  if (!organisation.ok) return refuse({ code: "invalid", fields: { organisation: organisation.says } });
  const ready = await prepare(context, input);
  if (!ready.ok) return ready;
  return transact(context, async (tx) => {
    await lockAdministrators(tx);
    if (await hasAdministrator(tx)) return refuse({ code: "already-set-up" });
    if (!(await useToken(tx, found.value.id))) return refuse({ code: "link-unusable", reason: "used" });
    await writeSettings(tx, { "organisation.name": organisation.value });
    return makeMaster(context, tx, ready.value);
  });
}

/** From ADMIN_EMAIL and ADMIN_PASSWORD. Does nothing (`made: false`) when there is an administrator. */
export async function ensureFirstAdministrator(
  context: Context,
  input: { email: string; password: string; fullName?: string | undefined },
): Promise<Result<{ made: boolean }>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  if (await hasAdministrator(context.database)) return done({ made: false });
  const ready = await prepare(context, {
    ...input,
    fullName: input.fullName ?? input.email.split("@")[0] ?? "",
  });
  if (!ready.ok) return ready;
  return transact<{ made: boolean }>(context, async (tx) => {
    await lockAdministrators(tx);
    if (await hasAdministrator(tx)) return done({ made: false });
    const made = await makeMaster(context, tx, ready.value);
    return made.ok ? done({ made: true }) : made;
  });
}

interface Ready {
  email: string;
  key: string;
  fullName: string;
  hash: string;
}

async function prepare(
  context: Context,
  input: { email: string; fullName: string; password: string },
): Promise<Result<Ready>> {
  const email = input.email.trim();
  const fullName = input.fullName.trim();
  const key = addressKey(email);
  const fields: Record<string, string> = {};
  if (key === null) fields["email"] = "This is not a valid mail address.";
  const nameFault = fullNameFault(fullName);
  if (nameFault !== null) fields["fullName"] = nameFault;
  const weak = refuseWeakPassword(input.password, await loadSettings(context.database), {
    email,
    name: fullName,
  });
  if (weak?.refusal.code === "invalid") Object.assign(fields, weak.refusal.fields);
  if (key === null || Object.keys(fields).length > 0) return refuse({ code: "invalid", fields });
  try {
    return done({ email, key, fullName, hash: await hashPassword(input.password) });
  } catch (error) {
    if (error instanceof TooManyHashes) return refuse(tooManyAtOnce("Setting passwords"));
    throw error;
  }
}

async function makeMaster(
  context: Context,
  tx: Transaction,
  ready: Ready,
): Promise<Result<{ accountId: string }>> {
  const id = await insertAccount(tx, {
    fullName: ready.fullName,
    source: "MANUAL",
    role: "ADMINISTRATOR",
    adminRole: "MASTER",
    passwordHash: ready.hash,
    mustChangePassword: false,
    departmentId: null,
    phone: null,
    contactEmail: null,
    description: null,
  });
  if (!(await insertPrimaryAddress(tx, { key: ready.key, email: ready.email, accountId: id }))) {
    return refuse({ code: "address-taken", address: ready.email, by: null } satisfies Refusal);
  }
  const subject = accountSubject({ id, name: ready.fullName });
  const made = auditEntry(context, system, "account.created", subject, {
    email: ready.email,
    role: "Master",
  });
  const over = auditEntry(context, { accountId: id, name: ready.fullName }, "setup.completed", {
    type: "organisation",
    id: null,
    name: "Rollcall",
  });
  await appendAudits(tx, [made, over]);
  return done({ accountId: String(id) });
}

async function findSetUpLink(
  context: Context,
  text: string,
): Promise<Result<{ id: bigint; expiresAt: Date }>> {
  if (await hasAdministrator(context.database)) return refuse({ code: "already-set-up" });
  const closed = await linkWait(context.database, context.ip);
  if (closed > 0) return refuse({ code: "too-many-attempts", retryAfterSeconds: closed });
  const token = looksLikeToken(text) ? await findToken(context.database, [hashToken("SETUP", text)]) : null;
  if (token === null) {
    await countWrongLink(context.database, context.ip);
    return refuse({ code: "link-unusable", reason: "unknown" });
  }
  switch (token.state) {
    case "open":
      return done({ id: token.id, expiresAt: token.expiresAt });
    case "revoked":
      return refuse({ code: "link-unusable", reason: "unknown" });
    case "used":
    case "expired":
      return refuse({ code: "link-unusable", reason: token.state });
  }
}
