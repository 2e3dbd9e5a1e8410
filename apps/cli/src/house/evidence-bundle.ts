/** Writes the evidence of an import into a file, and verifies such a file: without a database, and with one where there is one. */
import { createWriteStream, existsSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  exportEvidence,
  verifyEvidence,
  verifyEvidenceChain,
  type EvidenceVerdict,
} from "@rollcall/accounts";
import { readSettings, resolvePath } from "../env";
import { SystemError, UsageError, type ExitCode } from "../exit";
import type { Output } from "../output/output";
import { count } from "../output/words";
import { granted } from "./granted";
import { withHouse } from "./open-house";

interface Asked {
  importId: string;
  file: string;
  as: string | null;
  json: boolean;
  output: Output;
}

export function writeBundle({ importId, file, as, json, output }: Asked): Promise<ExitCode> {
  return withHouse(output, as, async ({ context }) => {
    const { chunks } = granted(await exportEvidence(context, { importId }));
    try {
      await pipeline(Readable.from(chunks), createWriteStream(resolvePath(file), { mode: 0o600 }));
    } catch (error) {
      throw new SystemError(`${file} cannot be written.`, { cause: error });
    }
    if (json) await output.json({ import: importId, output: file });
    else await output.line(`The evidence was written to ${file}.`);
    return 0;
  });
}

/** Exit code 1 when anything was changed: in the bundle, or in the audit log that it points into. */
export async function verifyBundle(asked: Asked & { offline: boolean }): Promise<ExitCode> {
  const { importId, file, offline, output } = asked;
  const verdict = await read(file);
  if (!verdict.ok) return tell(asked, { ...verdict, chain: null });
  if (numberOf(verdict.importId) !== numberOf(importId))
    return tell(asked, {
      ok: false,
      part: "record.json",
      says: `It is of import ${verdict.importId}.`,
      chain: null,
    });
  const { events } = verdict;
  if (offline || !hasDatabase()) return tell(asked, { ok: true, events: events.length, chain: null });
  return withHouse(output, asked.as, async ({ context }) => {
    const says = granted(await verifyEvidenceChain(context, events));
    return says === null
      ? tell(asked, { ok: true, events: events.length, chain: true })
      : tell(asked, { ok: false, part: "audit log", says, chain: false });
  });
}

async function read(file: string): Promise<EvidenceVerdict> {
  const path = resolvePath(file);
  if (!existsSync(path)) throw new UsageError(`There is no file ${file}.`);
  return verifyEvidence(path);
}

/** As people name imports: 147, or IMP-0147. */
function numberOf(importId: string): string {
  return importId.replace(/^imp-/i, "").replace(/^0+/, "");
}

/** Verifying somebody's bundle makes no new installation. */
function hasDatabase(): boolean {
  const { databaseUrl, dataDir } = readSettings();
  return databaseUrl !== null || existsSync(join(dataDir, "postgres.json"));
}

type Told = { chain: boolean | null } & (
  { ok: true; events: number } | { ok: false; part: string; says: string }
);

async function tell({ file, json, output }: Asked, told: Told): Promise<ExitCode> {
  if (json) await output.json(told);
  else if (!told.ok) await output.line(`${file} was changed: ${told.part}. ${told.says}`);
  else {
    const chain = told.chain === null ? "No database was asked." : "The audit log has them too.";
    await output.line(`${file} is whole: every byte, and ${count(told.events, "audit event")}. ${chain}`);
  }
  return told.ok ? 0 : 1;
}
