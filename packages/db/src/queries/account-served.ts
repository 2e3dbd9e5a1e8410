/**
 * Which filters have an index together with which order (the migrations make them): what such a filter leaves out is never
 * looked at. Of any other the planner must not be told inside a walk, or it would look for it among everybody.
 */
import { noFilter, statusSql, type AccountFilter } from "./account-filter";
import type { AccountOrder } from "./account-order";

type Name = keyof AccountFilter;

/** The first that is asked for is taken. */
const served: Record<AccountOrder, { valued: readonly Name[]; missing: readonly Name[] }> = {
  name: { valued: ["role", "adminRole", "source"], missing: [] },
  email: { valued: [], missing: [] },
  created: { valued: ["source"], missing: [] },
  status: { valued: ["status"], missing: [] },
  lastSeen: {
    valued: ["importId", "departmentId", "status"],
    missing: ["importId", "planId", "departmentId", "status"],
  },
  department: { valued: ["departmentId"], missing: [] },
};

/** Most accounts are of a file and users: there is no index of those; nor is "none" a value that an index begins with. */
const others: readonly unknown[] = ["IMPORTED", "USER", "none"];

/** A column that stands before the order in an index, and the value that is asked of it. */
export interface Lead {
  column: string;
  value: unknown;
  type: "bigint" | "int";
}

const leads = {
  importId: { column: "a.created_import_id", type: "bigint" },
  departmentId: { column: "a.department_id", type: "bigint" },
  planId: { column: "a.plan_id", type: "bigint" },
  status: { column: statusSql, type: "int" },
} as const satisfies Partial<Record<Name, Omit<Lead, "value">>>;

function isLead(name: Name): name is keyof typeof leads {
  return name in leads;
}

/**
 * `pushed` and `lead`: what the index that gives the order meets as well; `rest`: what is looked at. Together they are the
 * filter.
 */
export function splitFilter(
  filter: AccountFilter,
  order: AccountOrder,
  part: "valued" | "missing",
): { pushed: AccountFilter; lead: Lead | null; rest: AccountFilter } {
  const name = served[order][part].find((one) => filter[one] !== null && !others.includes(filter[one]));
  if (name === undefined) return { pushed: noFilter, lead: null, rest: filter };
  const rest = { ...filter, [name]: null };
  if (isLead(name)) return { pushed: noFilter, lead: { ...leads[name], value: filter[name] }, rest };
  return { pushed: { ...noFilter, [name]: filter[name] }, lead: null, rest };
}
