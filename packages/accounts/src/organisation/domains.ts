/** Mail domains of the organisation: listed, added, changed. Deleting one is in delete-domain.ts. */
import {
  appendAudit,
  findDomain,
  insertDomain,
  listDomains as readDomains,
  lockDomain,
  writeRecipientValidation,
  type DomainRow,
} from "@rollcall/db";
import { domainKey } from "@rollcall/importer";
import { authorise } from "../access/authorise";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { parseId } from "../ids";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import type { Domain, RecipientValidation } from "./types";

export const noDomain = refuse({ code: "not-found", what: "domain" });
/** Longer than any domain can be written. */
const longest = 1_000;

/** All of them, by name, with how many accounts have their primary address there. */
export async function listDomains(context: Context): Promise<Result<Domain[]>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  return done((await readDomains(context.database)).map(toDomain));
}

/** Refuses `invalid` for what is no mail domain, and `name-taken` for the same one in any spelling. */
export async function createDomain(
  context: Context,
  input: { name: string; recipientValidation?: RecipientValidation | undefined },
): Promise<Result<Domain>> {
  const gate = await authorise(context, "settings.write");
  if (!gate.ok) return gate;
  const name = input.name.trim().replace(/^@/u, "");
  const key = name.length > longest ? null : domainKey(name);
  if (key === null)
    return refuse({
      code: "invalid",
      fields: { name: "This is not a mail domain. Give one like example.com." },
    });
  const recipientValidation = input.recipientValidation ?? "NONE";
  const made = await transact(context, async (tx) => {
    const id = await insertDomain(tx, { name, domainKey: key, recipientValidation });
    if (id === null) return refuse({ code: "name-taken", name });
    const subject = { type: "domain", id, name } as const;
    await appendAudit(
      tx,
      auditEntry(context, gate.value, "domain.created", subject, { recipientValidation }),
    );
    return done(id);
  });
  return made.ok ? find(context, made.value) : made;
}

/** Which mail the domain takes. Refuses `not-found`. */
export async function updateDomain(
  context: Context,
  input: { domainId: string; recipientValidation: RecipientValidation },
): Promise<Result<Domain>> {
  const gate = await authorise(context, "settings.write");
  if (!gate.ok) return gate;
  const id = parseId(input.domainId);
  if (id === null) return noDomain;
  const changed = await transact(
    context,
    async (tx) => {
      const before = await lockDomain(tx, id);
      if (before === null) return noDomain;
      const [from, to] = [before.recipientValidation, input.recipientValidation];
      if (from === to) return done(null);
      await writeRecipientValidation(tx, id, to);
      const subject = { type: "domain", id, name: before.name } as const;
      const data = { changes: { recipientValidation: { from, to } } };
      await appendAudit(tx, auditEntry(context, gate.value, "domain.updated", subject, data));
      return done(null);
    },
    { what: "This domain" },
  );
  return changed.ok ? find(context, id) : changed;
}

async function find(context: Context, id: bigint): Promise<Result<Domain>> {
  const row = await findDomain(context.database, id);
  return row === null ? noDomain : done(toDomain(row));
}

function toDomain(row: DomainRow): Domain {
  return {
    id: String(row.id),
    name: row.name,
    recipientValidation: row.recipientValidation,
    accounts: row.accounts,
    createdAt: row.createdAt,
  };
}
