// Accounts in the layout of a directory spreadsheet, which imports back unchanged. Passwords are never written.
import { adminRoleNames } from "../../checks/check-admin-role";
import type { ExportAccount, Exporter, ExportShape } from "../../model/format";
import { isAttributeHeading, listedAtMost, numbered } from "./headings";

/** The headings with room for so many aliases and delegates, one each at least, and a column for each attribute. */
export function headers(aliases: number, delegates: number, attributes: readonly string[]): string[] {
  return [
    "email",
    "name",
    "password",
    "changepassword",
    "passwordneverexpire",
    "accountlockedout",
    "pop",
    "submit",
    ...numbered("alias", aliases),
    "remoteaccountcode",
    "adminrole",
    ...numbered("delegate", delegates),
    ...attributes,
  ];
}

/**
 * Writes the columns of the format. More aliases or delegates than the shape says, or than the format's ten, are refused,
 * since dropping them would lose data; attributes whose names mean something else here are left out (`isAttributeHeading`).
 */
export function exporter(shape: ExportShape): Exporter {
  const aliases = roomFor(shape.aliases, "aliases");
  const delegates = roomFor(shape.delegates, "delegates");
  const attributes = (shape.attributes ?? []).filter(isAttributeHeading);
  return {
    header: [headers(aliases, delegates, attributes)],
    cells: (account) => [
      account.email,
      account.fullName ?? "",
      "",
      switchCell(account.mustChangePassword),
      switchCell(account.passwordNeverExpires),
      switchCell(account.lockedOut),
      switchCell(account.pop),
      switchCell(account.submit),
      ...padded(account.aliases, aliases, "aliases"),
      account.accountCode ?? "",
      adminRoleCell(account),
      ...padded(account.delegates, delegates, "delegates"),
      ...attributes.map((name) => valueOf(account.attributes, name)),
    ],
  };
}

function roomFor(count: number | undefined, what: string): number {
  const room = Math.max(1, count ?? 0);
  if (room > listedAtMost)
    throw new RangeError(
      `An account has ${String(room)} ${what}; a directory spreadsheet has room for ${String(listedAtMost)}.`,
    );
  return room;
}

function padded(list: readonly string[] | null | undefined, room: number, what: string): string[] {
  const values = list ?? [];
  if (values.length > room)
    throw new RangeError(
      `An account has ${String(values.length)} ${what}; the export has room for ${String(room)}.`,
    );
  return Array.from({ length: room }, (_, i) => values[i] ?? "");
}

function switchCell(value: boolean | null | undefined): string {
  return value === true ? "yes" : value === false ? "no" : "";
}

// Who is only said to be an administrator is a Basic one.
function adminRoleCell({ role, adminRole }: ExportAccount): string {
  const kind = adminRole ?? (role === "ADMINISTRATOR" ? "BASIC" : null);
  return kind === null ? "" : adminRoleNames[kind];
}

function valueOf(attributes: Readonly<Record<string, string>> | null | undefined, name: string): string {
  return attributes && Object.hasOwn(attributes, name) ? (attributes[name] ?? "") : "";
}
