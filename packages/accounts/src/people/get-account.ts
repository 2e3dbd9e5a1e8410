/** Everything about one account, what happened to it, and what the caller may do with it. */
import {
  findAccountDetails,
  findLineage,
  findMaker,
  groupsOf,
  listAliases,
  listMessageRows,
  recentAuditRows,
  type AccountDetailsRow,
  type LineageRow,
} from "@rollcall/db";
import { authorise, type Actor } from "../access/authorise";
import { toEventView } from "../audit/to-event-view";
import type { Context } from "../context";
import { parseId } from "../ids";
import { toMessageItem } from "../mail/to-message-item";
import { done, refuse, type Result } from "../result";
import { accountMay } from "./account-may";
import { statusOf } from "./account-status";
import type { AccountDetails } from "./types";

const recentMessages = 10;
const recentEvents = 20;

/** Refuses `not-found`. */
export async function getAccount(
  context: Context,
  input: { accountId: string },
): Promise<Result<AccountDetails>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const id = parseId(input.accountId);
  const row = id === null ? null : await findAccountDetails(context.database, id);
  if (row === null) return refuse({ code: "not-found", what: "account" });
  return done(await describe(context, gate.value, row));
}

async function describe(context: Context, actor: Actor, row: AccountDetailsRow): Promise<AccountDetails> {
  const { database } = context;
  const [groups, aliases, lineage, maker, messages, events] = await Promise.all([
    groupsOf(database, [row.id]),
    listAliases(database, row.id),
    findLineage(database, row.id, row.createdImportId),
    findMaker(database, row.id),
    listMessageRows(database, {
      state: null,
      importId: null,
      accountIds: [row.id],
      address: null,
      before: null,
      limit: recentMessages,
    }),
    recentAuditRows(database, "account", row.id, recentEvents),
  ]);
  const memberships = groups.get(row.id) ?? [];
  return {
    ...plainFields(row),
    memberships: memberships.map((group) => ({ id: String(group.id), name: group.name })),
    groups: memberships.map((group) => group.name),
    aliases,
    createdBy: maker ?? lineage.find((one) => one.kind === "created")?.startedBy ?? null,
    imports: lineage.map(toLineage),
    messages: messages.map(toMessageItem),
    events: events.map(toEventView),
    may: accountMay(actor, row),
  };
}

type Plain = Omit<
  AccountDetails,
  "memberships" | "groups" | "aliases" | "createdBy" | "imports" | "messages" | "events" | "may"
>;

function plainFields(row: AccountDetailsRow): Plain {
  return {
    id: String(row.id),
    name: row.name,
    email: row.email,
    kind: row.kind,
    department: row.department,
    departmentId: row.departmentId === null ? null : String(row.departmentId),
    role: row.role,
    adminRole: row.role === "ADMINISTRATOR" ? (row.adminRole ?? "BASIC") : null,
    status: statusOf(row.status),
    source: row.source,
    lastSeenAt: row.lastSeenAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    version: row.version,
    plan: row.plan,
    planId: row.planId === null ? null : String(row.planId),
    username: row.username,
    givenName: row.givenName,
    middleName: row.middleName,
    familyName: row.familyName,
    phone: row.phone,
    contactEmail: row.contactEmail,
    description: row.description,
    note: row.note,
    exchangeDomain: row.exchangeDomain,
    exchangeUsername: row.exchangeUsername,
    pop: row.pop,
    submit: row.submit,
    accountCode: row.accountCode,
    delegates: row.delegates ?? [],
    attributes: row.attributes.map(({ name, value }) => ({ name, value })),
    enabled: row.enabled,
    lockedOut: row.lockedOut,
    password: {
      state: row.waiting ? "waiting" : row.hasPassword ? "set" : "none",
      changedAt: row.passwordChangedAt,
      mustChange: row.mustChangePassword,
      neverExpires: row.passwordNeverExpires,
    },
    sessions: row.sessions,
  };
}

function toLineage(row: LineageRow): AccountDetails["imports"][number] {
  return {
    importId: String(row.importId),
    fileName: row.fileName,
    at: row.at,
    line: row.line,
    kind: row.kind,
  };
}
