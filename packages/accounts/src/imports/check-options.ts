/** Options as a caller gives them: sound in themselves, and naming only what exists. */
import { findUnknownGroupKeys, type Queryable } from "@rollcall/db";
import { describeProblem, isImplementedFormat, makeProblem } from "@rollcall/importer";
import { done, refuse, type Result } from "../result";
import { importOptionsSchema, keyedGroups, type StoredOptions } from "./import-options";

/** Refuses `invalid`, field by field: an unknown format, a group that does not exist (`group.unknown`), a note too long. */
export async function checkOptions(db: Queryable, given: unknown): Promise<Result<StoredOptions>> {
  const options = importOptionsSchema.safeParse(given);
  if (!options.success) {
    const fields = options.error.issues.map((issue): [string, string] => [
      issue.path.map(String).join("."),
      issue.message,
    ]);
    return refuse({ code: "invalid", fields: Object.fromEntries(fields) });
  }
  const { format } = options.data;
  if (format !== null && !isImplementedFormat(format)) {
    return refuse({ code: "invalid", fields: { format: `There is no format called “${format}”.` } });
  }
  const groups = keyedGroups(options.data.groups);
  const unknown = new Set(
    await findUnknownGroupKeys(
      db,
      groups.map((group) => group.key),
    ),
  );
  const first = groups.find((group) => unknown.has(group.key));
  if (first !== undefined) {
    const message = describeProblem(makeProblem("group.unknown", { value: first.name }));
    return refuse({ code: "invalid", fields: { groups: message } });
  }
  return done(options.data);
}
