/** Reads the audit log: a page of it, all that a filter matches, and whether its chain still holds. */
import { appendAudit, listAuditRows, verifyAuditChain, type AuditFilter as StoredFilter } from "@rollcall/db";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { pageSize, readIdCursor, writeCursor } from "../cursors";
import { parseId } from "../ids";
import { withoutControls } from "../people/check-fields";
import { done, type Result } from "../result";
import { auditEntry } from "./audit-entry";
import { toEventView } from "./to-event-view";
import type {
  AuditEventView,
  AuditFilter,
  AuditPage,
  AuditVerification,
  ListAuditEventsInput,
} from "./types";

const scope = "audit";
const exportBatch = 1_000;

/** Newest first. A filter by something that cannot exist finds nothing. */
export async function listAuditEvents(
  context: Context,
  input: ListAuditEventsInput,
): Promise<Result<AuditPage>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const before = readIdCursor(scope, input.cursor);
  if (!before.ok) return before;
  const filter = toStoredFilter(input);
  if (filter === null) return done({ items: [], nextCursor: null });
  const size = pageSize(input.limit);
  const rows = await listAuditRows(context.database, filter, { before: before.value, limit: size + 1 });
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const nextCursor = rows.length > size && last !== undefined ? writeCursor(scope, [String(last.id)]) : null;
  return done({ items: shown.map(toEventView), nextCursor });
}

/** Oldest first, read as it is consumed, by whoever may read it page by page; that somebody took it away is an event itself. */
export async function exportAuditEvents(
  context: Context,
  input: AuditFilter,
): Promise<Result<AsyncIterable<AuditEventView>>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const filter = toStoredFilter(input);
  const subject = { type: "audit", id: null, name: "Audit log" } as const;
  await appendAudit(context.database, auditEntry(context, gate.value, "audit.exported", subject));
  return done(filter === null ? nothing() : stream(context, filter));
}

async function* stream(context: Context, filter: StoredFilter): AsyncGenerator<AuditEventView> {
  let after = 0n;
  for (;;) {
    const rows = await listAuditRows(context.database, filter, { after, limit: exportBatch });
    for (const row of rows) yield toEventView(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < exportBatch) return;
    after = last.id;
  }
}

async function* nothing(): AsyncGenerator<AuditEventView> {
  // A filter by what cannot exist.
}

/** Recomputes the whole chain: `ok` false and the first broken event when anything was changed, moved or removed. */
export async function verifyAudit(context: Context): Promise<Result<AuditVerification>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const { checked, firstBroken } = await verifyAuditChain(context.database);
  return done({
    ok: firstBroken === null,
    checked: Number(checked),
    firstBroken: firstBroken === null ? null : String(firstBroken),
  });
}

/** Null when an id cannot be the id of anything. */
function toStoredFilter(filter: AuditFilter): StoredFilter | null {
  const actorId =
    filter.actor === undefined ? null : filter.actor === "system" ? "system" : parseId(filter.actor);
  const importId = filter.importId === undefined ? null : parseId(filter.importId);
  if (filter.actor !== undefined && actorId === null) return null;
  if (filter.importId !== undefined && importId === null) return null;
  return {
    actorId,
    importId,
    action: filter.action ?? null,
    subjectType: filter.subjectType ?? null,
    subjectId: filter.subjectId === undefined ? null : withoutControls(filter.subjectId),
    from: filter.from ?? null,
    to: filter.to ?? null,
  };
}
