/** What the tests of corrections share: a file that is staged and planned, and the value of a result that must be one. */
import type { Context } from "../../context";
import type { TestContext } from "../../testing/test-context";
import type { Result } from "../../result";
import { planImport } from "../plan-import";
import { receiveImport } from "../receive-import";
import type { ImportOptions, ImportRecord } from "../types";

/** The value; throws with the refusal otherwise. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** Received and planned: READY. */
export async function stageFile(
  context: Context,
  content: string | Uint8Array,
  fileName: string,
  options: Partial<ImportOptions> = {},
): Promise<ImportRecord> {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const source = (async function* (): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield bytes;
  })();
  const input = { fileName, declaredBytes: bytes.length, options: { hold: true, ...options }, source };
  const received = value(await receiveImport(context, input));
  if (received.status !== "STAGED") throw new Error(received.failure ?? received.status);
  return value(await planImport(context, { importId: received.id }));
}

/** Does something while another transaction holds the import's row. */
export async function holding<T>(given: TestContext, importId: string, work: () => Promise<T>): Promise<T> {
  const { database } = given.context;
  return database.transaction(async (tx) => {
    await tx.$queryRawUnsafe("SELECT FROM import WHERE id = $1::bigint FOR UPDATE", importId);
    return work();
  });
}
