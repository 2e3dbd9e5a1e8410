/** A page of the organisation's accounts: searched, filtered, sorted. */
import {
  groupsOf,
  listAccountRows,
  type AccountFilter,
  type AccountListQuery,
  type AccountListRow,
  type AfterAccount,
} from "@rollcall/db";
import { authorise } from "../access/authorise";
import { adminRoles, type AdminRole } from "../access/permissions";
import type { Context } from "../context";
import { badCursor, pageSize, readCursor, writeCursor } from "../cursors";
import { parseId } from "../ids";
import { done, type Result } from "../result";
import { statusNumber, statusOf } from "./account-status";
import { searchWords } from "./search-words";
import type { AccountFilters, AccountListItem, AccountPage, AccountSort, ListAccountsInput } from "./types";

/** Refuses `invalid` for a cursor of another list. A filter by something that does not exist finds nothing. */
export async function listAccounts(context: Context, input: ListAccountsInput): Promise<Result<AccountPage>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const words = searchWords(input.search);
  const filter = toFilter(input.filters ?? {});
  if (filter === null || words?.length === 0) {
    return done({ items: [], nextCursor: null, total: { count: 0, exact: true } });
  }
  const { by, direction } = input.sort ?? { by: "name", direction: "asc" };
  const scope = `accounts ${by} ${direction}`;
  const after = input.cursor === undefined ? null : readAfter(by, scope, input.cursor);
  if (after === "bad") return badCursor;
  const size = pageSize(input.limit);
  const partial = input.partial ?? false;
  const q: AccountListQuery = { words, filter, order: by, direction, after, limit: size + 1, partial };
  const { rows, total, end } = await listAccountRows(context.database, q);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const next = rows.length > size && last !== undefined ? { value: last.sortValue, id: last.id } : end;
  const nextCursor = next === null ? null : writeCursor(scope, [next.value, String(next.id)]);
  return done({ items: await toListItems(context, shown), nextCursor, total });
}

/** With the groups of all of them, in one query. */
export async function toListItems(
  context: Context,
  rows: readonly AccountListRow[],
): Promise<AccountListItem[]> {
  const groups = await groupsOf(
    context.database,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: String(row.id),
    name: row.name,
    email: row.email,
    kind: row.kind,
    department: row.department,
    groups: (groups.get(row.id) ?? []).map((group) => group.name),
    role: row.role,
    adminRole: row.role === "ADMINISTRATOR" ? (row.adminRole ?? "BASIC") : null,
    status: statusOf(row.status),
    source: row.source,
    lastSeenAt: row.lastSeenAt,
    createdAt: row.createdAt,
  }));
}

/** Null when an id cannot be the id of anything. */
export function toFilter(filters: AccountFilters): AccountFilter | null {
  const { status, role, source, departmentId, groupId, planId, importId } = filters;
  const ids = {
    departmentId:
      departmentId === undefined ? null : departmentId === "none" ? ("none" as const) : parseId(departmentId),
    groupId: groupId === undefined ? null : parseId(groupId),
    planId: planId === undefined ? null : parseId(planId),
    importId: importId === undefined ? null : parseId(importId),
  };
  if (departmentId !== undefined && ids.departmentId === null) return null;
  if (groupId !== undefined && ids.groupId === null) return null;
  if (planId !== undefined && ids.planId === null) return null;
  if (importId !== undefined && ids.importId === null) return null;
  return {
    status: status === undefined ? null : statusNumber(status),
    role: role === "USER" || role === "ADMINISTRATOR" ? role : null,
    adminRole: role !== undefined && isAdminRole(role) ? role : null,
    source: source ?? null,
    ...ids,
  };
}

function isAdminRole(role: string): role is AdminRole {
  return adminRoles.some((one) => one === role);
}

/** Every one that this matches is an instant to PostgreSQL: but for days that a month does not have. */
const instant =
  /^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/u;

/** False for the thirtieth of February. */
function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;
}

/** What the sort value of a cursor looks like: as PostgreSQL writes it. */
const sortValues = {
  name: /^/u,
  email: /^/u,
  department: /^/u,
  status: /^[0-3]$/u,
  created: instant,
  lastSeen: instant,
} as const satisfies Record<AccountSort, RegExp>;

function readAfter(by: AccountSort, scope: string, cursor: string): AfterAccount | "bad" {
  const values = readCursor(scope, cursor, 2);
  const id = parseId(values?.[1] ?? "");
  if (values === null || id === null) return "bad";
  const value = values[0] ?? null;
  if (value !== null && !sortValues[by].test(value)) return "bad";
  return value === null || sortValues[by] !== instant || isDay(value) ? { value, id } : "bad";
}
