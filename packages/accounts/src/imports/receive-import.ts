/**
 * Takes a file in: makes the import's record, reads and checks the bytes as they arrive, and stages every row. Nothing of
 * the organisation changes. A file that cannot be read ends FAILED with its problems, never in an exception.
 */
import { createHash } from "node:crypto";
import {
  appendAudit,
  failUpload,
  insertImport,
  nextImportId,
  stageRows,
  UploadCancelled,
  writeProgress,
  type StagedRow,
  type StagingEnd,
} from "@rollcall/db";
import { describeProblem, readRecords, type Problem, type Recognition } from "@rollcall/importer";
import { authorise, type Actor } from "../access/authorise";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { newImportKey, sealWithSecret } from "../secrets/sealing";
import { findRecord } from "./find-record";
import { importOptionsSchema, isImplemented, type StoredOptions } from "./import-options";
import { readPolicy } from "./read-policy";
import { toStagedRow } from "./stage-file";
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

/** Reading stopped because of the file itself; carries what to tell. */
class FileRefused extends Error {
  constructor(
    readonly problems: Problem[],
    readonly recognition: Recognition | null,
    message: string,
  ) {
    super(message);
    this.name = "FileRefused";
  }
}

/**
 * Refuses `forbidden` below the role Basic, `invalid` for options that make no sense, and `file-refused` for a file larger
 * than the limit before a byte is read. Otherwise answers with the record: STAGED, FAILED or CANCELLED.
 */
export async function receiveImport(context: Context, input: ReceiveInput): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const options = importOptionsSchema.safeParse(input.options);
  if (!options.success) return refuse({ code: "invalid", fields: fieldsOf(options.error) });
  if (options.data.format !== null && !isImplemented(options.data.format)) {
    return refuse({
      code: "invalid",
      fields: { format: `There is no format called “${options.data.format}”.` },
    });
  }
  if (input.declaredBytes !== null && input.declaredBytes > context.settings.importMaxBytes) {
    return refuse({ code: "file-refused", message: tooLarge(context.settings.importMaxBytes) });
  }
  const { importId, importKey } = await openImport(context, gate.value, input, options.data);
  input.onStarted?.(String(importId));
  await readAndStage(context, input, options.data, { importId, importKey });
  return findRecord(context.database, String(importId));
}

async function openImport(
  context: Context,
  actor: Actor,
  input: ReceiveInput,
  options: StoredOptions,
): Promise<{ importId: bigint; importKey: Uint8Array }> {
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
  made: { importId: bigint; importKey: Uint8Array },
): Promise<void> {
  const reading = await openReading(context, input, options, made);
  try {
    await stageRows(context.database, made.importId, reading.batches(), reading.end);
  } catch (error) {
    if (error instanceof UploadCancelled) return;
    await recordFailure(context, made.importId, error);
  }
}

/** A refused file is told as such; everything else is a defect or a lost connection, logged once. */
async function recordFailure(context: Context, importId: bigint, error: unknown): Promise<void> {
  const refused = error instanceof FileRefused ? error : null;
  if (refused === null) {
    context.log.error("import could not be staged", { importId: String(importId), error: String(error) });
  }
  await failUpload(context.database, importId, {
    failure: refused?.message ?? "The file did not arrive whole. Nothing was changed; choose it again.",
    problems: refused?.problems ?? [],
    recognition: refused?.recognition ? withoutSample(refused.recognition) : null,
    formatId: refused?.recognition?.format?.id ?? null,
  });
}

interface Reading {
  batches: () => AsyncGenerator<StagedRow[]>;
  end: () => StagingEnd;
}

/** The file as batches of rows to stage, and what is known of it at its end. */
async function openReading(
  context: Context,
  input: ReceiveInput,
  options: StoredOptions,
  made: { importId: bigint; importKey: Uint8Array },
): Promise<Reading> {
  const hash = createHash("sha256");
  let bytes = 0;
  let recognition: Recognition | null = null;
  let closed: { rows: number; blankRows: number } | null = null;
  let lastReport = 0;

  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of input.source) {
      hash.update(chunk);
      bytes += chunk.length;
      const now = performance.now();
      if (now - lastReport > 500) {
        lastReport = now;
        await writeProgress(context.database, made.importId, {
          phase: "reading",
          done: bytes,
          total: input.declaredBytes ?? 0,
        });
      }
      yield chunk;
    }
  }

  const policy = await readPolicy(context.database);
  async function* batches(): AsyncGenerator<StagedRow[]> {
    let rowNo = 0;
    const events = readRecords(counted(), {
      fileName: input.fileName,
      ...(options.format !== null && isImplemented(options.format) ? { format: options.format } : {}),
      ...(options.encoding === null ? {} : { encoding: options.encoding }),
      limits: { maxRows: context.settings.importMaxRows, maxBytes: context.settings.importMaxBytes },
      passwordPolicy: policy.password,
      domains: policy.domains,
      duplicates: false,
    });
    for await (const event of events) {
      switch (event.kind) {
        case "opened":
          recognition = event.recognition;
          break;
        case "refused":
          throw new FileRefused(event.problems, event.recognition, firstError(event.problems));
        case "rows":
          yield event.rows.map((row) => {
            rowNo += 1;
            return toStagedRow(row, rowNo, { ...made, columns: recognition?.columns ?? [] });
          });
          break;
        case "closed":
          closed = { rows: event.rows, blankRows: event.blankRows };
          break;
      }
    }
  }

  return {
    batches,
    end: () => {
      const sha256 = hash.digest("hex");
      // Assigned in the generator above, which the compiler cannot follow.
      const known = {
        recognition: recognition as Recognition | null,
        closed: closed as { rows: number; blankRows: number } | null,
      };
      if (known.recognition === null || known.closed === null)
        throw new Error("the importer ended without closing the file");
      assertWhole(input, bytes, sha256, known.recognition);
      return {
        file: { ...known.closed, fileBytes: bytes, fileSha256: sha256 },
        formatId: known.recognition.format?.id ?? "custom",
        recognition: withoutSample(known.recognition),
        problems: known.recognition.problems,
      };
    },
  };
}

/** What arrived must be what was sent (a proxy may cut a body without an error). */
function assertWhole(input: ReceiveInput, bytes: number, sha256: string, recognition: Recognition): void {
  const expected = input.expectedSha256 ?? null;
  if (
    (input.declaredBytes === null || input.declaredBytes === bytes) &&
    (expected === null || expected.toLowerCase() === sha256)
  ) {
    return;
  }
  const message = `The file did not arrive whole: ${String(bytes)} of ${String(input.declaredBytes ?? "an unknown number of")} bytes. Choose it again.`;
  throw new FileRefused([], recognition, message);
}

function firstError(problems: readonly Problem[]): string {
  const problem = problems.find((one) => one.severity === "error") ?? problems[0];
  if (problem === undefined) return "The file could not be read.";
  const words = describeProblem(problem);
  return problem.line === null ? words : `Line ${String(problem.line)}: ${words}`;
}

function tooLarge(limit: number): string {
  return `The file is larger than the ${String(Math.floor(limit / 1024 / 1024))} MB that one file may have. Split it, or raise IMPORT_MAX_BYTES.`;
}

/** A file name is only ever shown: control characters and folders are taken off. */
function displayName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  // eslint-disable-next-line no-control-regex -- these are exactly the characters to take out
  const clean = last.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "").trim();
  return clean === "" ? "file" : clean.slice(0, 255);
}

function fieldsOf(error: { issues: { path: PropertyKey[]; message: string }[] }): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.map(String).join("."), issue.message]));
}
