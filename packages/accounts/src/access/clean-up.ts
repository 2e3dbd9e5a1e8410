/** Removes what access leaves behind: long-ended sessions, dead links, forgotten throttles. For the worker, now and then. */
import { removeStaleAccess } from "@rollcall/db";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { authoriseSystem } from "./authorise";

/** Only the system may. Gives how many rows went; at most 15,000 a call. */
export async function cleanUpAccess(context: Context): Promise<Result<{ removed: number }>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  return done({ removed: await removeStaleAccess(context.database) });
}
