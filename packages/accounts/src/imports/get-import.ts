/** One import's record. */
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import type { Result } from "../result";
import { findRecord } from "./find-record";
import type { ImportRecord } from "./types";

/** `importId` as "147" or "IMP-0147". Refuses `not-found`. */
export async function getImport(
  context: Context,
  input: { importId: string },
): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.read");
  return gate.ok ? findRecord(context.database, input.importId) : gate;
}
