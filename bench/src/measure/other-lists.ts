/** Every other list of a large organisation, as `measure/lists.ts` asks them. */
import {
  deviceCounts,
  getImport,
  listAuditEvents,
  listDepartments,
  listDevices,
  listDomains,
  listGroups,
  listImports,
  listInvitations,
  listMessages,
  listPlans,
  listPolicies,
  listUndoneRows,
  mailSummary,
  overview,
  type Context,
  type Result,
} from "@rollcall/accounts";

export type Ask = () => Promise<Result<unknown>>;

const page = { limit: 50 };
const scope = (...values: string[]): string =>
  Buffer.from(JSON.stringify(values), "utf8").toString("base64url");

export function otherLists(context: Context): [name: string, ask: Ask][] {
  return [...organisation(context), ...events(context), ...enrolment(context), ...imports(context)];
}

function organisation(context: Context): [name: string, ask: Ask][] {
  return [
    ["overview", () => overview(context, { days: 30 })],
    ["groups", () => listGroups(context, page)],
    ["groups: by members", () => listGroups(context, { ...page, sort: "members" })],
    ["groups: search", () => listGroups(context, { ...page, search: "group 1" })],
    ["departments", () => listDepartments(context, page)],
    ["departments: by members", () => listDepartments(context, { ...page, sort: "members" })],
    ["plans", () => listPlans(context)],
    ["policies", () => listPolicies(context)],
    ["domains", () => listDomains(context)],
  ];
}

function events(context: Context): [name: string, ask: Ask][] {
  const audit =
    (filter: object): Ask =>
    () =>
      listAuditEvents(context, { ...page, ...filter });
  const mail =
    (filter: object): Ask =>
    () =>
      listMessages(context, { ...page, ...filter });
  const month = {
    from: new Date(Date.now() - 400 * 86_400_000),
    to: new Date(Date.now() - 370 * 86_400_000),
  };
  return [
    ["audit log", audit({})],
    ["audit log: far down", audit({ cursor: scope("audit", "100000") })],
    ["audit log: of an actor", audit({ actor: "290" })],
    ["audit log: of the system", audit({ actor: "system" })],
    ["audit log: of an action", audit({ action: "settings.updated" })],
    ["audit log: an action that never was", audit({ action: "domain.deleted" })],
    ["audit log: of a subject", audit({ subjectType: "account", subjectId: "77" })],
    ["audit log: subjects of a kind", audit({ subjectType: "account" })],
    ["audit log: subjects of a kind without any", audit({ subjectType: "domain" })],
    ["audit log: a subject without a kind", audit({ subjectId: "77" })],
    ["audit log: of an import", audit({ importId: "5" })],
    ["audit log: a month", audit(month)],
    ["audit log: a month, an action", audit({ ...month, action: "settings.updated" })],
    ["audit log: a month, an action that never was", audit({ ...month, action: "domain.deleted" })],
    ["audit log: an actor's action that never was", audit({ actor: "1", action: "domain.deleted" })],
    ["mail", mail({})],
    ["mail: far down", mail({ cursor: scope("messages", "100000") })],
    ...(["QUEUED", "RETRYING", "SENT", "FAILED", "UNKNOWN", "CANCELLED"] as const).map(
      (state): [string, Ask] => [`mail: ${state.toLowerCase()}`, mail({ state })],
    ),
    ["mail: of an import", mail({ importId: "13" })],
    ["mail: sent of yesterday's import", mail({ importId: "13", state: "SENT" })],
    ["mail: failed of an import", mail({ importId: "5", state: "FAILED" })],
    ["mail: of somebody", mail({ accountId: "77" })],
    ["mail: search", mail({ search: "mehta" })],
    ["mail: search, two letters", mail({ search: "me" })],
    ["mail: search, nobody", mail({ search: "nobodyatall" })],
    ["mail: search, failed", mail({ search: "mehta", state: "FAILED" })],
    ["mail: tabs", () => mailSummary(context)],
  ];
}

function enrolment(context: Context): [name: string, ask: Ask][] {
  const devices =
    (filter: object): Ask =>
    () =>
      listDevices(context, { ...page, ...filter });
  const invitations =
    (filter: object): Ask =>
    () =>
      listInvitations(context, { ...page, ...filter });
  return [
    ["devices", devices({})],
    ["devices: far down", devices({ cursor: scope("devices", "100000") })],
    ["devices: lost", devices({ state: "LOST" })],
    ["devices: removed", devices({ state: "REMOVED" })],
    ["devices: of a platform nobody has", devices({ platform: "OTHER" })],
    ["devices: lost of a platform", devices({ state: "LOST", platform: "LINUX" })],
    ["devices: search", devices({ search: "mehta" })],
    ["devices: search, nobody", devices({ search: "nobodyatall" })],
    ["devices: counts", () => deviceCounts(context)],
    ["invitations", invitations({})],
    ["invitations: far down", invitations({ cursor: scope("invitations", "100000") })],
    ...(["pending", "accepted", "expired", "revoked"] as const).map((state): [string, Ask] => [
      `invitations: ${state}`,
      invitations({ state }),
    ]),
    ["invitations: of an import", invitations({ importId: "5" })],
    ["invitations: pending of an import", invitations({ importId: "5", state: "pending" })],
    ["invitations: search", invitations({ search: "mehta" })],
  ];
}

function imports(context: Context): [name: string, ask: Ask][] {
  return [
    ["imports", () => listImports(context, page)],
    ["imports: far down", () => listImports(context, { ...page, cursor: "20" })],
    ["import of a million mails", () => getImport(context, { importId: "1" })],
    ["yesterday's import", () => getImport(context, { importId: "13" })],
    ["undo: rows", () => listUndoneRows(context, { importId: "2999", limit: 100 })],
    ["undo: rows far down", () => listUndoneRows(context, { importId: "2999", limit: 100, cursor: 900_000 })],
    [
      "undo: rows that were kept",
      () => listUndoneRows(context, { importId: "2999", limit: 100, heap: "kept" }),
    ],
  ];
}
