/** The correction that takes an existing name where the file has one that is nearly the same. Pure. */
import type { ImportRecord } from "@rollcall/accounts";
import type { AskedStep } from "./use-edits";

export function nameStep(
  record: Pick<ImportRecord, "columns">,
  field: string,
  { name, near }: { name: string; near: string },
): AskedStep {
  const columns = record.columns.flatMap((column, index) => (column.field === field ? [index] : []));
  const [only] = columns;
  return {
    kind: "replace",
    // Groups may stand in several columns: then in all of them, whole cells only.
    column: columns.length === 1 && only !== undefined ? only : null,
    find: name,
    replace: near,
    matchCase: false,
    wholeCell: true,
    rows: { filter: { outcomes: [], search: null, cause: null } },
  };
}
