/** One canonical record as `check --records` prints it: the fields of INTERFACE.md in their order, never a password. */
import { toPublicRecord, type AccountRecord } from "@rollcall/importer";

export function publicRecord(line: number, record: AccountRecord): Record<string, unknown> {
  const given = toPublicRecord(record);
  return {
    line,
    email: given.email,
    username: given.username,
    fullName: given.fullName,
    givenName: given.givenName,
    middleName: given.middleName,
    familyName: given.familyName,
    hasPassword: given.hasPassword,
    department: given.department,
    groups: given.groups,
    aliases: given.aliases,
    role: given.role,
    adminRole: given.adminRole,
    plan: given.plan,
    phone: given.phone,
    contactEmail: given.contactEmail,
    description: given.description,
    enabled: given.enabled,
    lockedOut: given.lockedOut,
    mustChangePassword: given.mustChangePassword,
    passwordNeverExpires: given.passwordNeverExpires,
    pop: given.pop,
    submit: given.submit,
    exchange: given.exchange,
    accountCode: given.accountCode,
    delegates: given.delegates,
    attributes: given.attributes,
    sendWelcome: given.sendWelcome,
    kind: given.kind,
    note: given.note,
  };
}
