// Accounts as a hosted-users CSV that imports back unchanged. Passwords are never written, and nobody is mailed again.
import type { ExportAccount, Exporter, ExportShape } from "../../model/format";

/** The headers with room for so many groups, one at least. */
export function headers(groups: number): string[] {
  return [
    "Email",
    "Full Name",
    "Password",
    "Department",
    "Send email",
    ...Array.from({ length: Math.max(1, groups) }, () => "Group"),
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
    "",
    account.department ?? "",
    "",
    ...Array.from({ length: room }, (_, i) => groups[i] ?? ""),
  ];
}
