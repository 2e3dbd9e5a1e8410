/**
 * Accepts an invitation on the device that is enrolled: sets the first password where there is none, makes the device under the
 * policy that applies, and uses the link up, all or nothing.
 */
import {
  appendAudits,
  cancelMessages,
  findPolicyOfAccount,
  holdPolicy,
  insertDevice,
  lockTargets,
  markAccepted,
  passwordPurposes,
  revokeInvitationTokens,
  revokeTokens,
  setPassword,
  useToken,
  type TargetRow,
  type Transaction,
} from "@rollcall/db";
import { refuseWeakPassword } from "../access/new-password";
import { hashPassword, TooManyHashes } from "../access/password-hashing";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { loadSettings } from "../organisation/settings";
import { withoutControls } from "../people/check-fields";
import { tooManyAtOnce } from "../refusal";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { deviceNameFault } from "./device-name";
import { findInvitationLink, type OpenInvitation } from "./invitation-link";
import type { AcceptInvitationInput, Enrolled, PolicyWords } from "./types";

/**
 * Nobody need be signed in; the token is enough. A password that the account has already is neither asked for nor changed.
 * Refuses `link-unusable`, and `invalid` (fields `password`, `deviceName`), which uses nothing up.
 */
export async function acceptInvitation(
  context: Context,
  input: AcceptInvitationInput,
): Promise<Result<Enrolled>> {
  const found = await findInvitationLink(context, input.token);
  if (!found.ok) return found;
  const fault = await judge(context, input, found.value.account);
  if (fault !== null) return fault;
  let hash: string | null = null;
  try {
    if (!found.value.account.hasPassword && input.password !== null)
      hash = await hashPassword(input.password);
  } catch (error) {
    if (error instanceof TooManyHashes) return refuse(tooManyAtOnce("Setting passwords"));
    throw error;
  }
  return transact(context, (tx) => enrol(context, tx, found.value, input, hash), { what: "This account" });
}

/** What is wrong with the form; null when nothing is. */
async function judge(
  context: Context,
  input: AcceptInvitationInput,
  account: TargetRow,
): Promise<(Result<never> & { ok: false }) | null> {
  const fields: Record<string, string> = {};
  const name = deviceNameFault(input.deviceName);
  if (name !== null) fields["deviceName"] = name;
  if (!account.hasPassword) {
    const settings = await loadSettings(context.database);
    const weak = refuseWeakPassword(input.password ?? "", settings, account);
    if (weak?.refusal.code === "invalid") Object.assign(fields, weak.refusal.fields);
  }
  return Object.keys(fields).length === 0 ? null : refuse({ code: "invalid", fields });
}

async function enrol(
  context: Context,
  tx: Transaction,
  { token, invitation }: OpenInvitation,
  input: AcceptInvitationInput,
  hash: string | null,
): Promise<Result<Enrolled>> {
  const [account] = await lockTargets(tx, [invitation.accountId]);
  if (account === undefined || !account.enabled || account.lockedOut)
    return refuse({ code: "link-unusable", reason: "unknown" });
  if (!(await useToken(tx, token.id)) || !(await markAccepted(tx, invitation.id)))
    return refuse({ code: "link-unusable", reason: "used" });
  await revokeInvitationTokens(tx, invitation.id);
  // Somebody may have set one, through another link, since the page was shown: that one counts.
  const passwordSet = !account.hasPassword;
  if (passwordSet) {
    if (hash === null) return refuse({ code: "changed-meanwhile", what: "account" });
    await setFirstPassword(tx, account, hash);
  }
  const policy = await policyFor(tx, account.id);
  const name = input.deviceName.trim();
  const deviceId = await insertDevice(tx, {
    accountId: account.id,
    invitationId: invitation.id,
    policyId: policy?.id ?? null,
    name,
    platform: input.platform,
    userAgent: input.userAgent === null ? null : withoutControls(input.userAgent),
  });
  const doer = { accountId: account.id, name: account.name };
  const subject = accountSubject(account);
  const facts = { deviceId: String(deviceId), device: name, platform: input.platform };
  await appendAudits(tx, [
    ...(passwordSet ? [auditEntry(context, doer, "password.changed", subject, { by: "invitation" })] : []),
    auditEntry(context, doer, "device.enrolled", subject, {
      ...facts,
      policy: policy?.words.name ?? null,
      invitationId: String(invitation.id),
    }),
  ]);
  const words = policy?.words ?? null;
  return done({
    deviceId: String(deviceId),
    deviceName: name,
    address: account.email,
    passwordSet,
    policy: words,
  });
}

/** As with a welcome link: every other link that sets a password ends with it. */
async function setFirstPassword(tx: Transaction, account: TargetRow, hash: string): Promise<void> {
  await setPassword(tx, account.id, hash, false);
  await revokeTokens(tx, [account.id], passwordPurposes);
  await cancelMessages(tx, [account.id], "A password was set meanwhile.", ["password-reset"]);
}

/** Kept from being deleted until the device points to it. */
async function policyFor(
  tx: Transaction,
  accountId: bigint,
): Promise<{ id: bigint; words: PolicyWords } | null> {
  const found = await findPolicyOfAccount(tx, accountId);
  if (found === null || (await holdPolicy(tx, found.id)) === null) return null;
  return { id: found.id, words: { name: found.name, rules: found.rules } };
}
