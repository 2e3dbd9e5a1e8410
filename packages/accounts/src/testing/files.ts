/** Takes files through the whole pipeline, for tests of what comes after. */
import { previewUndo } from "../imports/undo/preview-undo";
import { undoImport, type UndoImportInput } from "../imports/undo/undo-import";
import type { Context } from "../context";
import { commitImport } from "../imports/commit-import";
import { confirmImport } from "../imports/confirm-import";
import { planImport } from "../imports/plan-import";
import { receiveImport } from "../imports/receive-import";
import type { ImportOptions, ImportRecord } from "../imports/types";
import { value } from "./cast";

async function* once(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield new TextEncoder().encode(text);
}

/** Planned and waiting for a person. */
export async function planFile(
  context: Context,
  text: string,
  options: Partial<ImportOptions> = {},
  fileName = "users.csv",
): Promise<ImportRecord> {
  const received = value(
    await receiveImport(context, { fileName, declaredBytes: null, options, source: once(text) }),
  );
  return value(await planImport(context, { importId: received.id }));
}

/** Confirmed, by the number alone where it is over a limit: as from the terminal, since these people have no password. */
export async function confirmFile(context: Context, planned: ImportRecord): Promise<ImportRecord> {
  const { id: importId, fingerprint, guard } = planned;
  const who = guard === null ? context : await atTheTerminal(context);
  const answer = { importId, fingerprint: fingerprint ?? "", typed: guard?.number };
  return value(await confirmImport(who, answer));
}

/** The same administrator, as the command line acts for them. */
export async function atTheTerminal(context: Context): Promise<Context> {
  const { principal, database } = context;
  if (principal.kind !== "session") return context;
  const { rows } = await database.pool.query<{ id: string }>(
    "SELECT account_id AS id FROM session WHERE id = $1",
    [principal.sessionId],
  );
  return { ...context, principal: { kind: "operator", accountId: BigInt(rows[0]?.id ?? 0) } };
}

/** Confirmed, by the number alone where it is over a limit, as from the terminal. */
export async function startUndo(context: Context, input: UndoImportInput): Promise<ImportRecord> {
  const { guard } = value(await previewUndo(context, input));
  const who = guard === null ? context : await atTheTerminal(context);
  return value(await undoImport(who, { ...input, typed: guard?.number }));
}

/** Carried out; throws when it did not come to that. */
export async function carryOut(
  context: Context,
  text: string,
  options: Partial<ImportOptions> = {},
  fileName = "users.csv",
): Promise<ImportRecord> {
  const planned = await planFile(context, text, options, fileName);
  const confirmed = planned.status === "COMMITTING" ? planned : await confirmFile(context, planned);
  const record = value(await commitImport(context, { importId: confirmed.id }));
  if (record.status !== "COMPLETED") throw new Error(`${record.status}: ${record.failure ?? ""}`);
  return record;
}
