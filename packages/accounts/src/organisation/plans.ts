/** Service plans: which services an account gets (sources/003, "user template"). Who has one is a field of the account. */
import {
  appendAudit,
  clearDefaultServicePlan,
  deleteServicePlan,
  findServicePlan,
  insertServicePlan,
  listServicePlans,
  lockServicePlan,
  lockServicePlans,
  updateServicePlan,
  type ServicePlanFields,
  type ServicePlanRow,
  type Transaction,
} from "@rollcall/db";
import { authorise, type Actor } from "../access/authorise";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { parseId } from "../ids";
import { fieldLengths, textFault, tidy } from "../people/check-fields";
import { faults } from "../people/faults";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { changesOf } from "./changes-of";
import { checkLines, checkName } from "./check-names";
import { unlessTaken } from "./unless-taken";
import type { PlanFields, ServicePlan } from "./types";

const mostServices = { lines: 50, characters: 200 };
const noPlan = refuse({ code: "not-found", what: "service plan" });

/** All of them, by name. */
export async function listPlans(context: Context): Promise<Result<ServicePlan[]>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  return done((await listServicePlans(context.database)).map(toPlan));
}

/** Enabled unless said otherwise. A new default takes the place of the old. Refuses `name-taken` and `invalid`. */
export async function createPlan(
  context: Context,
  input: PlanFields & { name: string },
): Promise<Result<ServicePlan>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const fields = { description: null, services: [], enabled: true, isDefault: false, ...given(input) };
  return write(context, input.name, async (tx) => {
    const checked = check(fields);
    if (!checked.ok) return checked;
    const plan = checked.value;
    const replaced = plan.isDefault ? await clearDefaultServicePlan(tx) : null;
    const id = await insertServicePlan(tx, plan);
    if (id === null) return refuse({ code: "name-taken", name: plan.name });
    const { nameKey: _, name, ...rest } = plan;
    await note(context, tx, gate.value, "plan.created", { id, name }, { ...rest, replacedDefault: replaced });
    return done(id);
  });
}

/**
 * What is left out stays. Only the default's own successor takes the default from it: a default plan can be neither disabled
 * nor a disabled one made the default. Refuses `not-found`, `name-taken` and `invalid`.
 */
export async function updatePlan(
  context: Context,
  input: PlanFields & { planId: string },
): Promise<Result<ServicePlan>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const id = parseId(input.planId);
  if (id === null) return noPlan;
  return write(context, input.name, async (tx) => {
    const before = await findServicePlan(tx, id);
    if (before === null) return noPlan;
    const checked = check({ ...before, ...given(input) });
    if (!checked.ok) return checked;
    const plan = checked.value;
    const changes = changesOf(before, plan, ["name", "description", "services", "enabled", "isDefault"]);
    if (Object.keys(changes).length === 0) return done(id);
    const replaced = plan.isDefault && !before.isDefault ? await clearDefaultServicePlan(tx) : null;
    await updateServicePlan(tx, id, plan);
    const data = { changes, ...(replaced === null ? {} : { replacedDefault: replaced }) };
    await note(context, tx, gate.value, "plan.updated", { id, name: plan.name }, data);
    return done(id);
  });
}

/** Refuses `wrong-state` while accounts have it, saying how many. */
export async function deletePlan(context: Context, input: { planId: string }): Promise<Result<null>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const id = parseId(input.planId);
  if (id === null) return noPlan;
  return transact(
    context,
    async (tx) => {
      const plan = await lockServicePlan(tx, id);
      if (plan === null) return noPlan;
      if (plan.accounts > 0) {
        const count = plan.accounts.toLocaleString("en");
        const state = plan.accounts === 1 ? "used by 1 account" : `used by ${count} accounts`;
        return refuse({ code: "wrong-state", what: "service plan", state });
      }
      await deleteServicePlan(tx, id);
      await note(context, tx, gate.value, "plan.deleted", { id, name: plan.name }, {});
      return done(null);
    },
    { what: "This service plan" },
  );
}

async function write(
  context: Context,
  name: string | undefined,
  work: (tx: Transaction) => Promise<Result<bigint>>,
): Promise<Result<ServicePlan>> {
  const written = await unlessTaken(name, () =>
    transact(
      context,
      async (tx) => {
        await lockServicePlans(tx);
        return work(tx);
      },
      { what: "This service plan" },
    ),
  );
  if (!written.ok) return written;
  const row = await findServicePlan(context.database, written.value);
  return row === null ? noPlan : done(toPlan(row));
}

function note(
  context: Context,
  tx: Transaction,
  actor: Actor,
  action: "plan.created" | "plan.updated" | "plan.deleted",
  plan: { id: bigint; name: string },
  data: Record<string, unknown>,
): Promise<void> {
  return appendAudit(tx, auditEntry(context, actor, action, { type: "plan", ...plan }, data));
}

/** Only what was said. */
function given(input: PlanFields): PlanFields {
  return Object.fromEntries(
    (["name", "description", "services", "enabled", "isDefault"] as const).flatMap((field) =>
      input[field] === undefined ? [] : [[field, input[field]]],
    ),
  );
}

function check(fields: PlanFields): Result<ServicePlanFields> {
  const { name, key, fault } = checkName(fields.name ?? "");
  const description = tidy(fields.description);
  const services = checkLines(fields.services ?? [], mostServices);
  const enabled = fields.enabled ?? true;
  const isDefault = fields.isDefault ?? false;
  const wrong = faults({
    name: fault,
    description: description === null ? null : textFault(description, fieldLengths.description),
    services: services.fault,
    enabled:
      isDefault && !enabled
        ? "The default plan cannot be disabled. Make another plan the default first."
        : null,
  });
  if (Object.keys(wrong).length > 0) return refuse({ code: "invalid", fields: wrong });
  return done({ name, nameKey: key, description, services: services.lines, enabled, isDefault });
}

function toPlan(row: ServicePlanRow): ServicePlan {
  return { ...row, id: String(row.id) };
}
