/** The roles somebody may give, strongest first, with what each may do. Pure; the server decides again. */
import type { AdminRole, Role } from "@rollcall/accounts";
import { adminRoleLabels } from "../pieces/role-name";

export type Grant = "USER" | AdminRole;

const meanings: Record<Grant, string> = {
  USER: "Sees only their own account.",
  MASTER: "Everything, and gives any role.",
  MIGRATION: "Everything but the role Master.",
  SUPER: "Everything but the roles above.",
  FULL: "People, imports and settings.",
  BASIC: "People, groups and imports; no settings.",
  HELPDESK: "Resets passwords, unlocks, resends links.",
  GATEWAY: "Reads, changes nothing.",
};

export interface GrantOption {
  value: Grant;
  label: string;
  description: string;
}

export function grantOption(value: Grant): GrantOption {
  return { value, label: value === "USER" ? "User" : adminRoleLabels[value], description: meanings[value] };
}

/** Nobody grants a role above their own. */
export function grantable(who: { role: Role; adminRole: AdminRole | null }): GrantOption[] {
  const all = Object.keys(adminRoleLabels) as AdminRole[];
  const own = who.role === "USER" ? all.length : all.indexOf(who.adminRole ?? "BASIC");
  return [grantOption("USER"), ...all.slice(own).map(grantOption)];
}
