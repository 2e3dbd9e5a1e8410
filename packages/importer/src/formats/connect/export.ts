// Accounts as a connect CSV that imports back unchanged. Passwords are never written.
import type { ExportCell, Exporter } from "../../model/format";
import { columns } from "./columns";

/** Writes the columns of the format. */
export function exporter(): Exporter {
  return {
    header: [columns.map(({ header }) => header)],
    cells: ({ email, fullName, mustChangePassword }): ExportCell[] => [
      email,
      fullName ?? "",
      "",
      mustChangePassword ?? "",
    ],
  };
}
