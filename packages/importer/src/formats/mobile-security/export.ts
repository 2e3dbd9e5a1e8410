// Accounts as a mobile-security CSV that imports back unchanged.
import type { ExportAccount, Exporter, ExportShape } from "../../model/format";
import type { Role } from "../../model/record";

const roles: Record<Role, string> = { ADMINISTRATOR: "Administrator", USER: "User" };

/** The headers with room for so many groups, one at least. */
export function headers(groups: number): string[] {
  return [
    "Email ID",
    "Name",
    ...Array.from({ length: Math.max(1, groups) }, () => "Group"),
    "Role",
    "Exchange domain",
    "Exchange username",
  ];
}

/** Writes the columns of the format; groups beyond `shape.groups` are refused, since dropping them would lose data. */
export function exporter(shape: ExportShape): Exporter {
  const room = Math.max(1, shape.groups);
  return { header: [headers(room)], cells: (account) => cellsOf(account, room) };
}

function cellsOf(account: ExportAccount, room: number): string[] {
  const groups = account.groups ?? [];
  if (groups.length > room)
    throw new RangeError(
      `An account is in ${String(groups.length)} groups; the export has room for ${String(room)}.`,
    );
  return [
    account.email,
    account.fullName ?? "",
    ...Array.from({ length: room }, (_, i) => groups[i] ?? ""),
    account.role === null || account.role === undefined ? "" : roles[account.role],
    account.exchange?.domain ?? "",
    account.exchange?.username ?? "",
  ];
}
