/** Admin roles as they are typed, and the option that says for whom a command acts. */
import { adminRoles, type AdminRole } from "@rollcall/accounts";

/** Strongest first, in lower case. */
export const adminRoleChoices: readonly string[] = adminRoles.map((role) => role.toLowerCase());

export function readAdminRole(typed: string | null): AdminRole | null {
  return adminRoles.find((role) => role.toLowerCase() === typed) ?? null;
}

export const asOption = {
  as: {
    kind: "text",
    value: "EMAIL",
    help: "the administrator who acts; the strongest there is when left out",
  },
} as const;
