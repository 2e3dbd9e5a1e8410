/** Mappings of columns that are kept under a name and offered again for files with the same headers. */
import { appendAudit, deleteMappings, findMappings, insertMapping, type SavedMappingRow } from "@rollcall/db";
import { nameKey, type Mapping } from "@rollcall/importer";
import { authorise } from "../access/authorise";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { parseId } from "../ids";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { mappingSchema } from "./mapping-schema";

export interface SavedMapping {
  id: string;
  name: string;
  version: number;
  /** importer's fingerprint of the headers it was made for */
  fingerprint: string;
  mapping: Mapping;
  savedBy: string;
  savedAt: Date;
}

/** The newest version of each, by name; with `fingerprint` those made for such headers, newest first. */
export async function listMappings(
  context: Context,
  input: { fingerprint?: string | undefined },
): Promise<Result<SavedMapping[]>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const rows = await findMappings(context.database, input.fingerprint ?? null);
  return done(rows.flatMap(toSavedMapping));
}

/** Every save is a new version of its name. Refuses `invalid` for a mapping that is none. */
export async function saveMapping(
  context: Context,
  input: { name: string; mapping: unknown; fingerprint: string },
): Promise<Result<SavedMapping>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const actor = gate.value;
  const name = input.name.trim();
  if (name === "" || name.length > 200) {
    return refuse({
      code: "invalid",
      fields: { name: "Give the mapping a name of at most 200 characters." },
    });
  }
  const mapping = mappingSchema.safeParse(input.mapping);
  if (!mapping.success) {
    const fields = { mapping: mapping.error.issues[0]?.message ?? "This is no mapping." };
    return refuse({ code: "invalid", fields });
  }
  return transact(
    context,
    async (tx) => {
      const entry = { name, nameKey: nameKey(name), fingerprint: input.fingerprint.slice(0, 200) };
      const row = await insertMapping(tx, {
        ...entry,
        mapping: { ...mapping.data, name },
        createdByName: actor.name,
      });
      const [saved] = toSavedMapping(row);
      if (saved === undefined) throw new Error("a mapping that was just checked is none");
      const subject = { type: "organisation", id: null, name } as const;
      await appendAudit(tx, auditEntry(context, actor, "mapping.saved", subject, { version: row.version }));
      return done(saved);
    },
    { what: "This mapping" },
  );
}

/** All versions of its name. Refuses `not-found`. */
export async function deleteMapping(context: Context, input: { mappingId: string }): Promise<Result<null>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const id = parseId(input.mappingId);
  const gone = refuse({ code: "not-found", what: "mapping" });
  if (id === null) return gone;
  return transact(
    context,
    async (tx) => {
      const name = await deleteMappings(tx, id);
      if (name === null) return gone;
      const subject = { type: "organisation", id: null, name } as const;
      await appendAudit(tx, auditEntry(context, gate.value, "mapping.deleted", subject, {}));
      return done(null);
    },
    { what: "This mapping" },
  );
}

/** One that an older version wrote differently is left out, never guessed. */
function toSavedMapping(row: SavedMappingRow): SavedMapping[] {
  const mapping = mappingSchema.safeParse(row.mapping);
  if (!mapping.success) return [];
  const { name, version, fingerprint, createdByName: savedBy, createdAt: savedAt } = row;
  return [{ id: String(row.id), name, version, fingerprint, mapping: mapping.data, savedBy, savedAt }];
}
