/** Reads and changes the organisation's settings. */
import { appendAudit, shortenSessions, writeSettings } from "@rollcall/db";
import { authorise } from "../access/authorise";
import { sessionLimits } from "../access/sign-in";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { isSettingName, loadSettings, parseSetting, type OrganisationSettings } from "./settings";

export async function getSettings(context: Context): Promise<Result<OrganisationSettings>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  return done(await loadSettings(context.database));
}

/**
 * Changes those that are given. Shorter session limits count at once for those who are signed in. Refuses `invalid` with
 * words for each name that is unknown or whose value does not fit.
 */
export async function updateSettings(
  context: Context,
  input: { values: { readonly [name: string]: unknown } },
): Promise<Result<OrganisationSettings>> {
  const gate = await authorise(context, "settings.write");
  if (!gate.ok) return gate;
  const judged = Object.entries(input.values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, ...judge(name, value) }));
  const wrong = judged.flatMap((one) => (one.ok ? [] : [[one.name, one.says] as const]));
  if (wrong.length > 0) return refuse({ code: "invalid", fields: Object.fromEntries(wrong) });
  const values = Object.fromEntries(
    judged.flatMap((one) => (one.ok ? [[one.name, one.value] as const] : [])),
  );
  return transact(context, async (tx) => {
    const before = await loadSettings(tx);
    await writeSettings(tx, values);
    const after = await loadSettings(tx);
    await shortenSessions(tx, {
      ADMINISTRATOR: sessionLimits(after, "ADMINISTRATOR"),
      USER: sessionLimits(after, "USER"),
    });
    const changes = changesBetween(before, after);
    if (Object.keys(changes).length > 0) {
      const subject = { type: "settings", id: null, name: after["organisation.name"] } as const;
      await appendAudit(tx, auditEntry(context, gate.value, "settings.changed", subject, { changes }));
    }
    return done(after);
  });
}

function judge(name: string, value: unknown): ReturnType<typeof parseSetting> {
  return isSettingName(name)
    ? parseSetting(name, value)
    : { ok: false, says: `There is no setting called ${name}.` };
}

function changesBetween(
  before: OrganisationSettings,
  after: OrganisationSettings,
): Record<string, { from: unknown; to: unknown }> {
  const entries = Object.entries(after).flatMap(([name, to]) => {
    const from = before[name as keyof OrganisationSettings];
    return from === to ? [] : [[name, { from, to }] as const];
  });
  return Object.fromEntries(entries);
}
