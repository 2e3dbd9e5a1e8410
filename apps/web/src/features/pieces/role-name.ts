/** The word for what somebody is: "User", or the administrator's role. Pure. */
import type { AdminRole, Role } from "@rollcall/accounts";

// Said here again because components may import only types of the accounts package; `satisfies` keeps the list whole.
export const adminRoleLabels = {
  MASTER: "Master",
  MIGRATION: "Migration",
  SUPER: "Super",
  FULL: "Full",
  BASIC: "Basic",
  HELPDESK: "Help desk",
  GATEWAY: "Gateway",
} as const satisfies Record<AdminRole, string>;

export function roleName(who: { role: Role; adminRole: AdminRole | null }): string {
  return who.role === "USER" ? "User" : adminRoleLabels[who.adminRole ?? "BASIC"];
}
