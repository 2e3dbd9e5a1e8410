/** Attributes: custom fields of accounts. Values are changed with the account; here the fields themselves are. */
import {
  appendAudit,
  deleteAttribute as removeAttribute,
  findAttribute,
  insertAttribute,
  listAttributes as readAttributes,
  lockAttribute,
  writeAttributeName,
  type AttributeRow,
} from "@rollcall/db";
import { authorise } from "../access/authorise";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { parseId } from "../ids";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { checkName } from "./check-names";
import type { Attribute } from "./types";
import { unlessTaken } from "./unless-taken";

const noAttribute = refuse({ code: "not-found", what: "attribute" });
/** A change of every account that has a value: bounded, but not by what a single form takes. */
const longWork = { what: "This attribute", timeoutMs: 120_000 };

/** All of them, by name. */
export async function listAttributes(context: Context): Promise<Result<Attribute[]>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  return done((await readAttributes(context.database)).map(toAttribute));
}

/** Refuses `name-taken` for a name that is the same but for case and blanks, and `invalid`. */
export async function createAttribute(context: Context, input: { name: string }): Promise<Result<Attribute>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const { name, key, fault } = checkName(input.name);
  if (fault !== null) return refuse({ code: "invalid", fields: { name: fault } });
  const made = await transact(context, async (tx) => {
    const id = await insertAttribute(tx, { name, nameKey: key });
    if (id === null) return refuse({ code: "name-taken", name });
    const subject = { type: "attribute", id, name } as const;
    await appendAudit(tx, auditEntry(context, gate.value, "attribute.created", subject));
    return done(id);
  });
  return made.ok ? find(context, made.value) : made;
}

/** Values keep their accounts, whose versions rise. Refuses `name-taken`, `not-found` and `invalid`. */
export async function renameAttribute(
  context: Context,
  input: { attributeId: string; name: string },
): Promise<Result<Attribute>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const id = parseId(input.attributeId);
  if (id === null) return noAttribute;
  const { name, key, fault } = checkName(input.name);
  if (fault !== null) return refuse({ code: "invalid", fields: { name: fault } });
  const renamed = await unlessTaken(name, () =>
    transact(
      context,
      async (tx) => {
        const before = await lockAttribute(tx, id);
        if (before === null) return noAttribute;
        if (before.name === name) return done(null);
        const accounts = await writeAttributeName(tx, id, { name, from: before.nameKey, nameKey: key });
        const subject = { type: "attribute", id, name } as const;
        const data = { from: before.name, to: name, accounts };
        await appendAudit(tx, auditEntry(context, gate.value, "attribute.updated", subject, data));
        return done(null);
      },
      longWork,
    ),
  );
  return renamed.ok ? find(context, id) : renamed;
}

/** With its values; gives how many accounts had one. */
export async function deleteAttribute(
  context: Context,
  input: { attributeId: string },
): Promise<Result<{ accounts: number }>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const id = parseId(input.attributeId);
  if (id === null) return noAttribute;
  return transact(
    context,
    async (tx) => {
      const before = await lockAttribute(tx, id);
      if (before === null) return noAttribute;
      const accounts = await removeAttribute(tx, id, before.nameKey);
      const subject = { type: "attribute", id, name: before.name } as const;
      await appendAudit(tx, auditEntry(context, gate.value, "attribute.deleted", subject, { accounts }));
      return done({ accounts });
    },
    longWork,
  );
}

async function find(context: Context, id: bigint): Promise<Result<Attribute>> {
  const row = await findAttribute(context.database, id);
  return row === null ? noAttribute : done(toAttribute(row));
}

function toAttribute(row: AttributeRow): Attribute {
  return { ...row, id: String(row.id), importId: row.importId === null ? null : String(row.importId) };
}
