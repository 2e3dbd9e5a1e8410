/**
 * A step that throws what trying again cannot mend would be tried for ever: the import is failed instead, in plain words
 * with an id that stands in the log (or what the database could not give), and the defect is thrown on.
 */
import { randomUUID } from "node:crypto";
import { failImport, isRetryable, shortageOf } from "@rollcall/db";
import type { Context } from "../context";
import { describeShortage } from "../describe-shortage";
import { queueImportFailed } from "../mail/queue-import-mail";

export async function failOnDefect<T>(
  context: Context,
  importId: bigint,
  step: () => Promise<T>,
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!isRetryable(error)) {
      const id = randomUUID().slice(0, 8);
      context.log.error("import failed", {
        id,
        importId: String(importId),
        error: error instanceof Error ? error.stack : String(error),
      });
      const shortage = shortageOf(error);
      const failure = `${shortage === null ? `Something went wrong on our side (${id}).` : describeShortage(shortage)} Nothing was changed.`;
      await context.database.transaction(async (tx) => {
        if (await failImport(tx, importId, failure)) await queueImportFailed(tx, importId);
      });
    }
    throw error;
  }
}
