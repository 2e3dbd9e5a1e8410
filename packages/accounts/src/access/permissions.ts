/**
 * Which admin role may do what (PRODUCT.md, Roles), and which role stands above which. Pure; knows no database.
 */
export type AdminRole = "MASTER" | "MIGRATION" | "SUPER" | "FULL" | "BASIC" | "HELPDESK" | "GATEWAY";
export type Role = "ADMINISTRATOR" | "USER";

/** Strongest first. */
export const adminRoles = [
  "MASTER",
  "MIGRATION",
  "SUPER",
  "FULL",
  "BASIC",
  "HELPDESK",
  "GATEWAY",
] as const satisfies readonly AdminRole[];

export const adminRoleNames = {
  MASTER: "Master",
  MIGRATION: "Migration",
  SUPER: "Super",
  FULL: "Full",
  BASIC: "Basic",
  HELPDESK: "Help desk",
  GATEWAY: "Gateway",
} as const satisfies Record<AdminRole, string>;

/**
 * - `own`: one's own profile, password and sessions (everybody)
 * - `console.read`: see the console: accounts with what set their values last (a person, or line and name of a file), the audit log and
 *   its export; of imports themselves nothing
 * - `accounts.write`: add, edit, disable, delete; groups, departments, service plans, attributes, policies
 * - `accounts.help`: reset passwords, unlock, resend links and invitations
 * - `invitations.write`: invite people to enrol a device, take an invitation back
 * - `devices.write`: mark devices lost, remove them
 * - `imports.read`, `imports.run`
 * - `settings.write`: also the organisation's mail domains
 */
export type Permission =
  | "own"
  | "console.read"
  | "accounts.write"
  | "accounts.help"
  | "invitations.write"
  | "devices.write"
  | "imports.read"
  | "imports.run"
  | "settings.write";

const everything = [
  "own",
  "console.read",
  "accounts.write",
  "accounts.help",
  "invitations.write",
  "devices.write",
  "imports.read",
  "imports.run",
  "settings.write",
] as const;

const granted = {
  MASTER: everything,
  MIGRATION: everything,
  SUPER: everything,
  FULL: everything,
  BASIC: everything.filter((permission) => permission !== "settings.write"),
  HELPDESK: ["own", "console.read", "accounts.help"],
  GATEWAY: ["own", "console.read", "devices.write"],
} as const satisfies Record<AdminRole, readonly Permission[]>;

/** The words a refusal uses for what a permission takes. */
export const permissionNeeds = {
  own: "an account that may sign in",
  "console.read": "an administrator",
  "accounts.write": "an administrator with the role Basic or above",
  "accounts.help": "an administrator with the role Help desk or above",
  "invitations.write": "an administrator with the role Basic or above",
  "devices.write": "an administrator with the role Gateway, or Basic or above",
  "imports.read": "an administrator with the role Basic or above",
  "imports.run": "an administrator with the role Basic or above",
  "settings.write": "an administrator with the role Full or above",
} as const satisfies Record<Permission, string>;

/** An administrator without an admin role counts as Basic (PRODUCT.md). */
export function may(who: { role: Role; adminRole: AdminRole | null }, permission: Permission): boolean {
  if (who.role !== "ADMINISTRATOR") return permission === "own";
  const list: readonly Permission[] = granted[who.adminRole ?? "BASIC"];
  return list.includes(permission);
}

/** Everything the role carries, in the order of the list above. */
export function permissionsOf(who: { role: Role; adminRole: AdminRole | null }): Permission[] {
  return everything.filter((permission) => may(who, permission));
}

/** How strong: 0 is Master; a User is below every administrator. */
export function rank(who: { role: Role; adminRole: AdminRole | null }): number {
  return who.role === "ADMINISTRATOR" ? adminRoles.indexOf(who.adminRole ?? "BASIC") : adminRoles.length;
}

/** Nobody may act on, or grant, a role above their own. */
export function isAbove(
  other: { role: Role; adminRole: AdminRole | null },
  own: { role: Role; adminRole: AdminRole | null },
): boolean {
  return rank(other) < rank(own);
}

/** The words for a role: "User", "Help desk", … */
export function roleName(who: { role: Role; adminRole: AdminRole | null }): string {
  return who.role === "USER" ? "User" : adminRoleNames[who.adminRole ?? "BASIC"];
}

/** Only Master and Migration may write remote account codes (PRODUCT.md, directory-spreadsheet). */
export function mayWriteAccountCodes(who: { role: Role; adminRole: AdminRole | null }): boolean {
  return rank(who) <= adminRoles.indexOf("MIGRATION");
}
