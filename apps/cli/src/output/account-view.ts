/** An account as JSON prints it: the canonical record's fields under their names, and what only an account has. */
import type { AccountDetails, AccountListItem } from "@rollcall/accounts";

export function accountView(account: AccountDetails): Record<string, unknown> {
  return {
    id: account.id,
    email: account.email,
    username: account.username,
    fullName: account.name,
    givenName: account.givenName,
    middleName: account.middleName,
    familyName: account.familyName,
    hasPassword: account.password.state !== "none",
    department: account.department,
    groups: account.groups,
    aliases: account.aliases,
    role: account.role,
    adminRole: account.adminRole,
    plan: account.plan,
    phone: account.phone,
    contactEmail: account.contactEmail,
    description: account.description,
    enabled: account.enabled,
    lockedOut: account.lockedOut,
    mustChangePassword: account.password.mustChange,
    passwordNeverExpires: account.password.neverExpires,
    pop: account.pop,
    submit: account.submit,
    exchange:
      account.exchangeDomain === null && account.exchangeUsername === null
        ? null
        : { domain: account.exchangeDomain, username: account.exchangeUsername },
    accountCode: account.accountCode,
    delegates: account.delegates,
    attributes: Object.fromEntries(account.attributes.map(({ name, value }) => [name, value])),
    kind: account.kind,
    note: account.note,
    status: account.status,
    source: account.source,
    createdBy: account.createdBy,
    createdAt: account.createdAt.toISOString(),
    updatedAt: account.updatedAt.toISOString(),
    lastSeenAt: account.lastSeenAt?.toISOString() ?? null,
    imports: account.imports.map(({ importId, fileName, line, kind, at }) => ({
      id: importId,
      file: fileName,
      line,
      kind,
      at: at.toISOString(),
    })),
  };
}

export function accountItemView(account: AccountListItem): Record<string, unknown> {
  return {
    id: account.id,
    email: account.email,
    fullName: account.name,
    department: account.department,
    groups: account.groups,
    role: account.role,
    adminRole: account.adminRole,
    kind: account.kind,
    status: account.status,
    source: account.source,
    createdAt: account.createdAt.toISOString(),
    lastSeenAt: account.lastSeenAt?.toISOString() ?? null,
  };
}

/** "User", "Administrator (Master)" */
export function roleName({ role, adminRole }: Pick<AccountListItem, "role" | "adminRole">): string {
  if (role === "USER") return "User";
  const name = (adminRole ?? "BASIC").toLowerCase();
  return `Administrator (${name === "helpdesk" ? "help desk" : name})`;
}
