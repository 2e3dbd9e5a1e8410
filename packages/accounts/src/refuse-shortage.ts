/**
 * The border's answer to what the database could not give: a refusal in words instead of a defect. Use cases let such errors
 * pass; tRPC and route handlers ask here.
 */
import { shortageOf } from "@rollcall/db";
import type { Context } from "./context";
import type { Refusal } from "./refusal";

/** Null when the error is something else. Writes the error to the log, since the words do not carry it. */
export function refuseShortage(
  context: { log: Pick<Context["log"], "error"> },
  error: unknown,
): Refusal | null {
  const shortage = shortageOf(error);
  if (shortage === null) return null;
  context.log.error("the database could not do it", { shortage, error: String(error) });
  return { code: "unavailable", shortage };
}
