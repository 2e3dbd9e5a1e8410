/**
 * What groups and departments have in common: lists, details, making, renaming, deleting. The use cases in groups.ts and
 * departments.ts give it their kind and their shapes.
 */
import {
  noFilter,
  appendAudit,
  countMembers,
  countNamed,
  findNamed,
  insertNamed,
  listAccountRows,
  listNamed,
  listNamedByMembers,
  lockNamed,
  recentAuditRows,
  removeNamed,
  troubleOf,
  writeDescription,
  writeName,
  type NamedKind,
  type NamedRow,
} from "@rollcall/db";
import { nameKey } from "@rollcall/importer";
import { authorise } from "../access/authorise";
import { may } from "../access/permissions";
import { auditEntry } from "../audit/audit-entry";
import { toEventView } from "../audit/to-event-view";
import type { AuditEventView } from "../audit/types";
import type { Context } from "../context";
import { badCursor, pageSize, readCursor, writeCursor } from "../cursors";
import { parseId } from "../ids";
import { fieldLengths, textFault, tidy, withoutControls } from "../people/check-fields";
import { toListItems } from "../people/list-accounts";
import type { AccountListItem } from "../people/types";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { checkName } from "./check-names";
import { holdFigures } from "./hold-figures";
import type { ListNamedInput, NamedPage } from "./types";

const firstMembers = 20;
const recentEvents = 20;
/** Sorting by members counts everybody's members: only the first of them can be asked for. */
const mostByMembers = 1_000;

export async function listAll(
  context: Context,
  kind: NamedKind,
  input: ListNamedInput,
): Promise<Result<NamedPage<NamedRow>>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const search = nameKey(withoutControls(input.search ?? "")) || null;
  const size = pageSize(input.limit);
  const { database } = context;
  const [total, counts] = await Promise.all([
    countNamed(database, kind, search),
    holdFigures(database, `members of every ${kind}`, () => countMembers(database, kind)),
  ]);
  return input.sort === "members"
    ? listByMembers(context, kind, input.cursor, { search, size, total, counts })
    : listByName(context, kind, input.cursor, { search, size, total, counts });
}

interface Page {
  search: string | null;
  size: number;
  total: number;
  /** members of each; of a large organisation some seconds old */
  counts: ReadonlyMap<bigint, number>;
}

async function listByName(
  context: Context,
  kind: NamedKind,
  cursor: string | undefined,
  { search, size, total, counts }: Page,
): Promise<Result<NamedPage<NamedRow>>> {
  const scope = `${kind} name`;
  let after: { nameKey: string; id: bigint } | null = null;
  if (cursor !== undefined) {
    const [key, id] = readCursor(scope, cursor, 2) ?? [];
    const parsed = parseId(id ?? "");
    if (parsed === null || key === undefined || key === null) return badCursor;
    after = { nameKey: key, id: parsed };
  }
  const rows = await listNamed(context.database, kind, { search, after, limit: size + 1 }, counts);
  const items = rows.slice(0, size);
  const last = items.at(-1);
  const nextCursor =
    rows.length > size && last !== undefined ? writeCursor(scope, [last.nameKey, String(last.id)]) : null;
  return done({ items, nextCursor, total });
}

async function listByMembers(
  context: Context,
  kind: NamedKind,
  cursor: string | undefined,
  { search, size, total, counts }: Page,
): Promise<Result<NamedPage<NamedRow>>> {
  const scope = `${kind} members`;
  let offset = 0;
  if (cursor !== undefined) {
    const [text] = readCursor(scope, cursor, 1) ?? [];
    const parsed = parseId(text ?? "");
    if (parsed === null || parsed > BigInt(mostByMembers)) return badCursor;
    offset = Number(parsed);
  }
  const items = await listNamedByMembers(context.database, kind, { search, offset, limit: size }, counts);
  const next = offset + items.length;
  const more = items.length === size && next < total && next <= mostByMembers;
  return done({ items, nextCursor: more ? writeCursor(scope, [String(next)]) : null, total });
}

export interface NamedDetails {
  row: NamedRow;
  firstMembers: AccountListItem[];
  events: AuditEventView[];
  may: { edit: boolean };
}

export async function getOne(context: Context, kind: NamedKind, text: string): Promise<Result<NamedDetails>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const id = parseId(text);
  const row = id === null ? null : await findNamed(context.database, kind, id);
  if (row === null) return refuse({ code: "not-found", what: kind });
  const filter = kind === "group" ? { ...noFilter, groupId: row.id } : { ...noFilter, departmentId: row.id };
  const [members, events] = await Promise.all([
    listAccountRows(context.database, {
      words: null,
      filter,
      order: "name",
      direction: "asc",
      after: null,
      limit: firstMembers,
    }),
    recentAuditRows(context.database, kind, row.id, recentEvents),
  ]);
  return done({
    row,
    firstMembers: await toListItems(context, members.rows),
    events: events.map(toEventView),
    may: { edit: may(gate.value, "accounts.write") },
  });
}

/** Refuses `name-taken` for a name that is the same but for case and blanks. */
export async function createOne(
  context: Context,
  kind: NamedKind,
  input: { name: string; description?: string | null | undefined },
): Promise<Result<NamedRow>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const checked = checkNamed(input);
  if (!checked.ok) return checked;
  const { name, key, description } = checked.value;
  const made = await transact(context, async (tx) => {
    const id = await insertNamed(tx, kind, { name, nameKey: key });
    if (id === null) return refuse({ code: "name-taken", name });
    if (kind === "group" && description !== null) await writeDescription(tx, id, description);
    await appendAudit(tx, auditEntry(context, gate.value, `${kind}.created`, { type: kind, id, name }));
    return done(id);
  });
  if (!made.ok) return made;
  const row = await findNamed(context.database, kind, made.value);
  return row === null ? refuse({ code: "not-found", what: kind }) : done(row);
}

/** `description` left out stays as it is. */
export async function renameOne(
  context: Context,
  kind: NamedKind,
  id: string,
  input: { name: string; description?: string | null | undefined },
): Promise<Result<null>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const key = parseId(id);
  if (key === null) return refuse({ code: "not-found", what: kind });
  const checked = checkNamed(input);
  if (!checked.ok) return checked;
  const { name, key: newKey, description } = checked.value;
  try {
    return await transact(context, async (tx) => {
      const before = await lockNamed(tx, kind, key);
      if (before === null) return refuse({ code: "not-found", what: kind });
      const described =
        kind === "group" && input.description !== undefined && description !== before.description;
      if (before.name === name && !described) return done(null);
      await writeName(tx, kind, key, { name, nameKey: newKey });
      if (described) await writeDescription(tx, key, description);
      const data = before.name === name ? {} : { from: before.name, to: name };
      await appendAudit(
        tx,
        auditEntry(context, gate.value, `${kind}.updated`, { type: kind, id: key, name }, data),
      );
      return done(null);
    });
  } catch (error) {
    if (troubleOf(error) === "unique-violation") return refuse({ code: "name-taken", name });
    throw error;
  }
}

/** Its members stay, without it. Gives how many there were. */
export async function deleteOne(
  context: Context,
  kind: NamedKind,
  text: string,
): Promise<Result<{ members: number }>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const id = parseId(text);
  if (id === null) return refuse({ code: "not-found", what: kind });
  return transact(
    context,
    async (tx) => {
      const row = await lockNamed(tx, kind, id);
      if (row === null) return refuse({ code: "not-found", what: kind });
      const members = await removeNamed(tx, kind, id);
      const subject = { type: kind, id, name: row.name };
      await appendAudit(tx, auditEntry(context, gate.value, `${kind}.deleted`, subject, { members }));
      return done({ members });
    },
    { what: kind === "group" ? "This group" : "This department", timeoutMs: 120_000 },
  );
}

function checkNamed(input: {
  name: string;
  description?: string | null | undefined;
}): Result<{ name: string; key: string; description: string | null }> {
  const { name, key, fault } = checkName(input.name);
  const description = tidy(input.description);
  const fields: Record<string, string> = {};
  if (fault !== null) fields["name"] = fault;
  const descriptionFault = description === null ? null : textFault(description, fieldLengths.description);
  if (descriptionFault !== null) fields["description"] = descriptionFault;
  return Object.keys(fields).length > 0
    ? refuse({ code: "invalid", fields })
    : done({ name, key, description });
}
