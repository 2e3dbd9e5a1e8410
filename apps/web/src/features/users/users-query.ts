/**
 * The list of users as an address: search, sort and filters, and what the server is asked for them. Pure; the page, the
 * list and the walk from user to user share it.
 */
import type { AccountFilters, AccountSort, AccountStatus, AdminRole, Role } from "@rollcall/accounts";
import { idOf, oneOf, searchOf, writeParams } from "../pieces/params";
import { adminRoleLabels } from "../pieces/role-name";
import type { UrlCodec } from "../pieces/use-url-state";

export interface UsersQuery {
  search: string;
  sort: { by: AccountSort; direction: "asc" | "desc" };
  filters: AccountFilters;
}

export const sorts = [
  "name",
  "email",
  "department",
  "status",
  "created",
  "lastSeen",
] as const satisfies readonly AccountSort[];
export const statuses = [
  "active",
  "invited",
  "locked",
  "disabled",
] as const satisfies readonly AccountStatus[];
export const sources = ["MANUAL", "IMPORTED", "DIRECTORY"] as const;
export const roles = [
  "USER",
  "ADMINISTRATOR",
  ...(Object.keys(adminRoleLabels) as AdminRole[]),
] satisfies readonly (Role | AdminRole)[];

const byDefault = { by: "name", direction: "asc" } as const;

export const usersQuery: UrlCodec<UsersQuery> = {
  parse: (params) => {
    const department = params.get("department");
    return {
      search: searchOf(params.get("search")),
      sort: {
        by: oneOf(params.get("sort"), sorts) ?? byDefault.by,
        direction: oneOf(params.get("direction"), ["asc", "desc"]) ?? byDefault.direction,
      },
      filters: given({
        status: oneOf(params.get("status"), statuses),
        role: oneOf(params.get("role"), roles),
        source: oneOf(params.get("source"), sources),
        departmentId: department === "none" ? "none" : idOf(department),
        groupId: idOf(params.get("group")),
        planId: idOf(params.get("plan")),
        importId: idOf(params.get("import")),
      }),
    };
  },
  write: ({ search, sort, filters }) =>
    writeParams({
      search,
      sort: sort.by === byDefault.by ? null : sort.by,
      direction: sort.direction === byDefault.direction ? null : sort.direction,
      status: filters.status,
      role: filters.role,
      source: filters.source,
      department: filters.departmentId,
      group: filters.groupId,
      plan: filters.planId,
      import: filters.importId,
    }),
};

/** How many rows a page of the list holds: some screens of them, so that scrolling rarely waits. */
export const PAGE = 100;

/** What `people.list` is asked. An address that says nothing gives the same input as one that was emptied. */
export function usersInput({ search, sort, filters }: UsersQuery) {
  const words = search.trim();
  return { limit: PAGE, partial: true, sort, filters, ...(words === "" ? {} : { search: words }) };
}

export function isFiltered({ search, filters }: UsersQuery): boolean {
  return search.trim() !== "" || Object.keys(filters).length > 0;
}

/** Without the names that have no value, so that equal filters make equal keys. */
function given(filters: AccountFilters): AccountFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}
