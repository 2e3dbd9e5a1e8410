/**
 * Keeps up the search index of imports that somebody reviews, a part a call, for the worker. Only an import that has been left
 * waiting gets one; it is never needed for an answer, only for a fast one.
 */
import {
  dropOldReviewIndexes,
  findReviewIndexWork,
  makeReviewSegment,
  noteReviewIndexed,
} from "@rollcall/db";
import { authoriseSystem } from "../access/authorise";
import type { Context } from "../context";
import { done, type Result } from "../result";

/** So long an import waits, or its rows are left alone, before its index is made. */
const quietSeconds = 3;

/** Only the system may. `importId`: of which a part was made; null: there is nothing to make now. */
export async function indexReview(context: Context): Promise<Result<{ importId: string | null }>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  const work = await findReviewIndexWork(context.database, quietSeconds);
  if (work === null || !(await makeReviewSegment(context.database, work))) return done({ importId: null });
  const next = await findReviewIndexWork(context.database, quietSeconds);
  if (next?.importId !== work.importId) await noteReviewIndexed(context.database, work.importId);
  return done({ importId: String(work.importId) });
}

/** Only the system may. Drops what was made for imports that ended a day ago; gives how many. */
export async function dropReviewIndexes(context: Context): Promise<Result<{ dropped: number }>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  return done({ dropped: await dropOldReviewIndexes(context.database) });
}
