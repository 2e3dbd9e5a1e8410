/**
 * Reads a file for staging: counts and hashes the bytes as they pass, lets the importer read and check them, and yields
 * rows ready to be staged. Knows nothing of the import's record but its id.
 */
import { createHash } from "node:crypto";
import type { StagedRow, StagingEnd } from "@rollcall/db";
import {
  cellMasker,
  describeProblem,
  readRecords,
  type Problem,
  type ReadOptions,
  type Recognition,
} from "@rollcall/importer";
import { formatOf } from "./import-options";
import { toStagedRow, type StagingContext } from "./stage-file";
import { withoutSample } from "./to-import-record";

/** Reading stopped because of the file itself; carries what to tell. */
export class FileRefused extends Error {
  readonly problems: Problem[];
  readonly recognition: Recognition | null;
  constructor(problems: Problem[], recognition: Recognition | null, message: string) {
    super(message);
    this.name = "FileRefused";
    this.problems = problems;
    this.recognition = recognition;
  }
}

export interface FileSource {
  source: AsyncIterable<Uint8Array>;
  declaredBytes: number | null;
  /** hex */
  expectedSha256: string | null;
  importId: bigint;
  importKey: Uint8Array;
  options: ReadOptions;
  /** told how many bytes have passed, at most twice a second */
  onBytes: (bytes: number) => Promise<void>;
  /** asked as soon as it is known what the file is: why it is not taken all the same */
  refuses: (recognition: Recognition) => Promise<Problem | null>;
}

export interface FileReading {
  /** Throws FileRefused when the file cannot be read. */
  batches: () => AsyncGenerator<StagedRow[]>;
  /** The facts of the whole file; call it after the last batch. Throws FileRefused when bytes are missing or changed. */
  end: () => StagingEnd;
}

interface Facts {
  bytes: number;
  recognition: Recognition | null;
  closed: { rows: number; blankRows: number } | null;
}

export function openFileReading(file: FileSource): FileReading {
  const hash = createHash("sha256");
  const facts: Facts = { bytes: 0, recognition: null, closed: null };

  async function* counted(): AsyncGenerator<Uint8Array> {
    let told = 0;
    for await (const chunk of file.source) {
      hash.update(chunk);
      facts.bytes += chunk.length;
      const now = performance.now();
      if (now - told > 500) {
        told = now;
        await file.onBytes(facts.bytes);
      }
      yield chunk;
    }
  }

  async function* batches(): AsyncGenerator<StagedRow[]> {
    let rowNo = 0;
    let context: StagingContext | null = null;
    for await (const event of readRecords(counted(), file.options)) {
      switch (event.kind) {
        case "opened": {
          facts.recognition = event.recognition;
          const refused = await file.refuses(event.recognition);
          if (refused === null) break;
          throw new FileRefused([refused], event.recognition, firstError([refused]));
        }
        case "refused":
          throw new FileRefused(event.problems, event.recognition, firstError(event.problems));
        case "closed":
          facts.closed = event;
          break;
        case "rows": {
          const prepared = (context ??= stagingContext(file, facts.recognition));
          yield event.rows.map((row) => toStagedRow(row, (rowNo += 1), prepared));
        }
      }
    }
  }

  return { batches, end: () => endOf(file, facts, hash.digest("hex")) };
}

/** What is the same for all rows of a file, once it is opened. */
function stagingContext(file: FileSource, recognition: Recognition | null): StagingContext {
  const { importId, importKey } = file;
  const format = formatOf(recognition?.format?.id ?? null);
  return {
    importId,
    importKey,
    mask: cellMasker(recognition?.columns ?? []),
    impliedRole: format?.protectsAdministrators ?? false,
  };
}

function endOf(file: FileSource, facts: Facts, sha256: string): StagingEnd {
  const { bytes, recognition, closed } = facts;
  if (recognition === null || closed === null) throw new Error("the importer ended without closing the file");
  assertWhole(file, bytes, sha256, recognition);
  return {
    file: { rows: closed.rows, blankRows: closed.blankRows, fileBytes: bytes, fileSha256: sha256 },
    formatId: recognition.format?.id ?? "custom",
    recognition: withoutSample(recognition),
    problems: recognition.problems,
  };
}

/** What arrived must be what was sent: a proxy may cut a body without an error. */
function assertWhole(file: FileSource, bytes: number, sha256: string, recognition: Recognition): void {
  const sameLength = file.declaredBytes === null || file.declaredBytes === bytes;
  const sameContent = file.expectedSha256 === null || file.expectedSha256.toLowerCase() === sha256;
  if (sameLength && sameContent) return;
  const what = sameLength
    ? "The file that arrived is not the one that was sent."
    : `The file did not arrive whole: ${String(bytes)} of ${String(file.declaredBytes)} bytes.`;
  throw new FileRefused([], recognition, `${what} Nothing was changed; choose it again.`);
}

function firstError(problems: readonly Problem[]): string {
  const problem = problems.find((one) => one.severity === "error") ?? problems[0];
  if (problem === undefined) return "The file could not be read.";
  const words = describeProblem(problem);
  return problem.line === null ? words : `Line ${String(problem.line)}: ${words}`;
}
