/** Brings one file in as an administrator would, through the use cases, in this process or with a worker that runs. */
import { setTimeout as pause } from "node:timers/promises";
import {
  cancelImport,
  commitImport,
  confirmImport,
  getImport,
  planImport,
  receiveImport,
  type Context,
  type ImportRecord,
  type ImportStatus,
} from "@rollcall/accounts";
import { granted } from "./granted";
import type { PastFile } from "./past-files";

/** As far as `file.end` says. `operator` is who brings it in, `system` does what a worker does. */
export async function bringIn(
  operator: Context,
  system: Context,
  file: Pick<PastFile, "name" | "mode" | "end">,
  text: string,
): Promise<ImportRecord> {
  const bytes = Buffer.from(text);
  const { id: importId, status } = granted(
    await receiveImport(operator, {
      fileName: file.name,
      declaredBytes: bytes.length,
      options: { mode: file.mode },
      source: pieces(bytes),
    }),
  );
  if (status === "FAILED") return granted(await getImport(operator, { importId }));
  await planImport(system, { importId });
  const ready = await untilStatus(operator, importId, "READY");
  if (file.end === "waits") return ready;
  if (file.end === "cancelled") return granted(await cancelImport(operator, { importId }));
  granted(
    await confirmImport(operator, {
      importId,
      fingerprint: ready.fingerprint ?? "",
      // What is over a limit is meant: the seed knows its own files.
      typed: ready.guard?.number,
    }),
  );
  await commitImport(system, { importId });
  return untilStatus(operator, importId, "COMPLETED");
}

/** A running worker may have taken the step from us; then it is waited for. */
async function untilStatus(context: Context, importId: string, status: ImportStatus): Promise<ImportRecord> {
  for (;;) {
    const record = granted(await getImport(context, { importId }));
    if (record.status === status) return record;
    const trouble = record.failure ?? record.objection;
    if (trouble !== null) throw new Error(`${record.fileName}: ${trouble}`);
    await pause(100);
  }
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) {
    await Promise.resolve();
    yield bytes.subarray(at, at + 65_536);
  }
}
