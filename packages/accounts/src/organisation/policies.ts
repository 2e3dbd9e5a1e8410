/** Policies: what holds for the devices of a group's members, in sentences that they are shown when they enrol. */
import {
  appendAudit,
  clearDefaultPolicy,
  countPolicyDevices,
  deletePolicy as removePolicy,
  findPolicy,
  holdPolicy,
  insertPolicy,
  listPolicies as readPolicies,
  lockGroupPolicy,
  lockPolicies,
  updatePolicy as writePolicy,
  writeGroupPolicy,
  type PolicyFields as StoredPolicy,
  type PolicyRow,
  type Transaction,
} from "@rollcall/db";
import { authorise } from "../access/authorise";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { parseId } from "../ids";
import { faults } from "../people/faults";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { changesOf } from "./changes-of";
import { checkLines, checkName } from "./check-names";
import { holdFigures } from "./hold-figures";
import { unlessTaken } from "./unless-taken";
import type { Policy, PolicyFields } from "./types";

const mostRules = { lines: 20, characters: 300 };
const noPolicy = refuse({ code: "not-found", what: "policy" });

/** All of them, by name. How many devices each has may be some seconds old in a large organisation. */
export async function listPolicies(context: Context): Promise<Result<Policy[]>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const { database } = context;
  const [policies, counts] = await Promise.all([
    readPolicies(database),
    holdFigures(database, "policy devices", () => countPolicyDevices(database)),
  ]);
  const devices = new Map(counts.map((one) => [one.policyId, one.devices]));
  return done(policies.map((policy) => toPolicy({ ...policy, devices: devices.get(policy.id) ?? 0 })));
}

/** At most 20 rules of 300 characters. A new default takes the place of the old. Refuses `name-taken` and `invalid`. */
export async function createPolicy(
  context: Context,
  input: PolicyFields & { name: string },
): Promise<Result<Policy>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const checked = check({ rules: [], isDefault: false, ...given(input) });
  if (!checked.ok) return checked;
  const policy = checked.value;
  return write(context, input.name, async (tx) => {
    const replaced = policy.isDefault ? await clearDefaultPolicy(tx) : null;
    const id = await insertPolicy(tx, policy);
    if (id === null) return refuse({ code: "name-taken", name: policy.name });
    const { name, rules, isDefault } = policy;
    const data = { rules, isDefault, replacedDefault: replaced };
    await appendAudit(
      tx,
      auditEntry(context, gate.value, "policy.created", { type: "policy", id, name }, data),
    );
    return done(id);
  });
}

/** What is left out stays. Devices that are enrolled already keep it. Refuses `not-found`, `name-taken` and `invalid`. */
export async function updatePolicy(
  context: Context,
  input: PolicyFields & { policyId: string },
): Promise<Result<Policy>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const id = parseId(input.policyId);
  if (id === null) return noPolicy;
  return write(context, input.name, async (tx) => {
    const before = await findPolicy(tx, id);
    if (before === null) return noPolicy;
    const checked = check({ ...before, ...given(input) });
    if (!checked.ok) return checked;
    const policy = checked.value;
    const changes = changesOf(before, policy, ["name", "rules", "isDefault"]);
    if (Object.keys(changes).length === 0) return done(id);
    const replaced = policy.isDefault && !before.isDefault ? await clearDefaultPolicy(tx) : null;
    await writePolicy(tx, id, policy);
    const subject = { type: "policy", id, name: policy.name } as const;
    const data = { changes, ...(replaced === null ? {} : { replacedDefault: replaced }) };
    await appendAudit(tx, auditEntry(context, gate.value, "policy.updated", subject, data));
    return done(id);
  });
}

/** Groups and devices that had it have none afterwards; gives how many those were. */
export async function deletePolicy(
  context: Context,
  input: { policyId: string },
): Promise<Result<{ groups: number; devices: number }>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const id = parseId(input.policyId);
  if (id === null) return noPolicy;
  return transact(
    context,
    async (tx) => {
      await lockPolicies(tx);
      const before = await findPolicy(tx, id);
      if (before === null) return noPolicy;
      const { name, groups, devices } = before;
      await removePolicy(tx, id);
      const subject = { type: "policy", id, name } as const;
      await appendAudit(tx, auditEntry(context, gate.value, "policy.deleted", subject, { groups, devices }));
      return done({ groups, devices });
    },
    { what: "This policy" },
  );
}

/** `policyId` null: the group carries none, and the default holds for its members. Refuses `not-found`. */
export async function setGroupPolicy(
  context: Context,
  input: { groupId: string; policyId: string | null },
): Promise<Result<null>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const groupId = parseId(input.groupId);
  if (groupId === null) return refuse({ code: "not-found", what: "group" });
  const policyId = input.policyId === null ? null : parseId(input.policyId);
  if (input.policyId !== null && policyId === null) return noPolicy;
  return transact(
    context,
    async (tx) => {
      const policy = policyId === null ? null : await holdPolicy(tx, policyId);
      if (policyId !== null && policy === null) return noPolicy;
      const group = await lockGroupPolicy(tx, groupId);
      if (group === null) return refuse({ code: "not-found", what: "group" });
      if (group.policyId === policyId) return done(null);
      await writeGroupPolicy(tx, groupId, policyId);
      const subject = { type: "group", id: groupId, name: group.name } as const;
      const data = { from: group.policy, to: policy?.name ?? null };
      await appendAudit(tx, auditEntry(context, gate.value, "group.policy-set", subject, data));
      return done(null);
    },
    { what: "This group" },
  );
}

async function write(
  context: Context,
  name: string | undefined,
  work: (tx: Transaction) => Promise<Result<bigint>>,
): Promise<Result<Policy>> {
  const written = await unlessTaken(name, () =>
    transact(
      context,
      async (tx) => {
        await lockPolicies(tx);
        return work(tx);
      },
      { what: "This policy" },
    ),
  );
  if (!written.ok) return written;
  const row = await findPolicy(context.database, written.value);
  return row === null ? noPolicy : done(toPolicy(row));
}

/** Only what was said. */
function given(input: PolicyFields): PolicyFields {
  return Object.fromEntries(
    (["name", "rules", "isDefault"] as const).flatMap((field) =>
      input[field] === undefined ? [] : [[field, input[field]]],
    ),
  );
}

function check(fields: PolicyFields): Result<StoredPolicy> {
  const { name, key, fault } = checkName(fields.name ?? "");
  const rules = checkLines(fields.rules ?? [], mostRules);
  const wrong = faults({ name: fault, rules: rules.fault });
  if (Object.keys(wrong).length > 0) return refuse({ code: "invalid", fields: wrong });
  return done({ name, nameKey: key, rules: rules.lines, isDefault: fields.isDefault ?? false });
}

function toPolicy(row: PolicyRow): Policy {
  return { ...row, id: String(row.id) };
}
