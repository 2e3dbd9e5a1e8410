/** Options as a caller gives them: sound in themselves, and naming only what exists. */
import { findUnknownGroupKeys, listDomainKeys, type Queryable } from "@rollcall/db";
import { describeProblem, domainKey, isImplementedFormat, makeProblem } from "@rollcall/importer";
import { done, refuse, type Result } from "../result";
import { formatOf, importOptionsSchema, keyedGroups, type StoredOptions } from "./import-options";

/**
 * Refuses `invalid`, field by field: an unknown format, a group that does not exist (`group.unknown`), a domain that is none of
 * the organisation's (`domain.unknown`) or is not given to a format that needs one (`domain.missing`), a note too long.
 */
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
  const unknown = await unknownNames(db, options.data);
  return unknown === null ? done(options.data) : refuse({ code: "invalid", fields: unknown });
}

async function unknownNames(db: Queryable, options: StoredOptions): Promise<Record<string, string> | null> {
  const groups = keyedGroups(options.groups);
  const keys = groups.map((group) => group.key);
  const unknown = new Set(await findUnknownGroupKeys(db, keys));
  const first = groups.find((group) => unknown.has(group.key));
  if (first !== undefined)
    return { groups: describeProblem(makeProblem("group.unknown", { value: first.name })) };
  const { domain } = options;
  if (domain === null) {
    const isNeeded = formatOf(options.format)?.demands.domain === true;
    return isNeeded ? { domain: describeProblem(makeProblem("domain.missing", {})) } : null;
  }
  const key = domainKey(domain);
  if (key !== null && (await listDomainKeys(db)).includes(key)) return null;
  return { domain: describeProblem(makeProblem("domain.unknown", { domain })) };
}
