/**
 * Takes a file in: makes the import's record, reads and checks the bytes as they arrive, and stages every row. Nothing of
 * the organisation changes. A file that cannot be read ends FAILED with its problems, never in an exception.
 */
import {
  appendAudit,
  failUpload,
  insertImport,
  nextImportId,
  shortageOf,
  stageRows,
  UploadCancelled,
  writeProgress,
} from "@rollcall/db";
import { authorise, type Actor } from "../access/authorise";
import type { Context } from "../context";
import { describeShortage } from "../describe-shortage";
import { refuse, type Result } from "../result";
import { newImportKey, sealWithSecret } from "../secrets/sealing";
import { checkOptions } from "./check-options";
import { findCorrectionsTarget } from "./corrections-target";
import { FileRefused, openFileReading } from "./file-reading";
import { findRecord } from "./find-record";
import type { StoredOptions } from "./import-options";
import { queueImportFailed } from "../mail/queue-import-mail";
import { readOptions } from "./read-options";
import { readPolicy } from "./read-policy";
import { withoutSample } from "./to-import-record";
import type { ImportOptions, ImportRecord } from "./types";

export interface ReceiveInput {
  fileName: string;
  /** as the sender announced it; a shorter or longer body fails the import */
  declaredBytes: number | null;
  options: Partial<ImportOptions>;
  source: AsyncIterable<Uint8Array>;
  /** hex; when given, other bytes fail the import */
  expectedSha256?: string | null;
  /** told as soon as the record exists, so that progress can be shown and the upload cancelled */
  onStarted?: (importId: string) => void;
}

/**
 * Refuses `forbidden` below the role Basic, `invalid` for options that make no sense, and `file-refused` for a file larger
 * than the limit before a byte is read. Otherwise answers with the record: STAGED, FAILED or CANCELLED.
 */
export async function receiveImport(context: Context, input: ReceiveInput): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const options = await checkOptions(context.database, input.options);
  if (!options.ok) return options;
  if (input.declaredBytes !== null && input.declaredBytes > context.settings.importMaxBytes) {
    return refuse({ code: "file-refused", message: tooLarge(context.settings.importMaxBytes) });
  }
  const opened = await openImport(context, gate.value, input, options.value);
  input.onStarted?.(String(opened.importId));
  await readAndStage(context, input, options.value, opened);
  return findRecord(context.database, String(opened.importId));
}

interface OpenedImport {
  importId: bigint;
  importKey: Uint8Array;
}

async function openImport(
  context: Context,
  actor: Actor,
  input: ReceiveInput,
  options: StoredOptions,
): Promise<OpenedImport> {
  const importKey = newImportKey();
  const fileName = displayName(input.fileName);
  const importId = await context.database.transaction(async (tx) => {
    const id = await nextImportId(tx);
    await insertImport(tx, id, {
      createdById: actor.accountId,
      createdByName: actor.name,
      fileName,
      fileBytes: input.declaredBytes,
      options,
      sealedKey: sealWithSecret(context.settings.secret, "import-key", importKey, String(id)),
    });
    await appendAudit(tx, {
      actorId: actor.accountId,
      actorName: actor.name,
      action: "import.started",
      subjectType: "import",
      subjectId: String(id),
      subjectName: fileName,
      importId: id,
      data: { declaredBytes: input.declaredBytes },
      ip: context.ip,
    });
    return id;
  });
  return { importId, importKey };
}

async function readAndStage(
  context: Context,
  input: ReceiveInput,
  options: StoredOptions,
  opened: OpenedImport,
): Promise<void> {
  const { database } = context;
  const policy = await readPolicy(database);
  const reading = openFileReading({
    ...opened,
    source: input.source,
    declaredBytes: input.declaredBytes,
    expectedSha256: input.expectedSha256 ?? null,
    onBytes: (done) =>
      writeProgress(database, opened.importId, { phase: "reading", done, total: input.declaredBytes ?? 0 }),
    refuses: (recognition) => findCorrectionsTarget(database, recognition),
    options: readOptions(context, input.fileName, options, policy),
  });
  try {
    await stageRows(database, opened.importId, reading.batches(), reading.end);
  } catch (error) {
    if (!(error instanceof UploadCancelled)) await recordFailure(context, opened.importId, error);
  }
}

/** A refused file is told as such; everything else is a lost connection or a defect, logged once. */
async function recordFailure(context: Context, importId: bigint, error: unknown): Promise<void> {
  const refused = error instanceof FileRefused ? error : null;
  if (refused === null) {
    context.log.warn("import was not staged", { importId: String(importId), error: String(error) });
  }
  await context.database.transaction(async (tx) => {
    const failed = await failUpload(tx, importId, {
      failure: refused?.message ?? describeFailure(error),
      problems: refused?.problems ?? [],
      recognition: refused?.recognition ? withoutSample(refused.recognition) : null,
      formatId: refused?.recognition?.format?.id ?? null,
    });
    if (failed) await queueImportFailed(tx, importId);
  });
}

function describeFailure(error: unknown): string {
  const shortage = shortageOf(error);
  return shortage === null
    ? "The file did not arrive whole. Nothing was changed; choose it again."
    : `${describeShortage(shortage)} Nothing was changed; choose the file again.`;
}

function tooLarge(limit: number): string {
  const megabytes = String(Math.floor(limit / 1024 / 1024));
  return `The file is larger than the ${megabytes} MB that one file may have. Split it, or raise IMPORT_MAX_BYTES.`;
}

/** A file name is only ever shown: folders and control characters are taken off. */
function displayName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const clean = last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return clean === "" ? "file" : clean.slice(0, 255);
}
