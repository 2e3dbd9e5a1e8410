/** Takes files through the whole pipeline, for tests of what comes after. */
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

/** Carried out; throws when it did not come to that. */
export async function carryOut(
  context: Context,
  text: string,
  options: Partial<ImportOptions> = {},
  fileName = "users.csv",
): Promise<ImportRecord> {
  const planned = await planFile(context, text, options, fileName);
  const confirmed =
    planned.status === "COMMITTING"
      ? planned
      : value(await confirmImport(context, { importId: planned.id, fingerprint: planned.fingerprint ?? "" }));
  const record = value(await commitImport(context, { importId: confirmed.id }));
  if (record.status !== "COMPLETED") throw new Error(`${record.status}: ${record.failure ?? ""}`);
  return record;
}
