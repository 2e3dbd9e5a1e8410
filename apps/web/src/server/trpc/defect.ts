/**
 * What nobody meant to happen gets an id and one line in the log. People are shown the id, never the message.
 */
import { randomBytes } from "node:crypto";
import { log } from "../log";

const ids = new WeakMap<Error, string>();

/** The id of this defect; the first call logs it, every later one gives the same id. */
export function reportDefect(error: Error, where: Record<string, unknown> = {}): string {
  const known = ids.get(error);
  if (known !== undefined) return known;
  const id = randomBytes(5).toString("hex");
  ids.set(error, id);
  log.error("defect", { id, ...where, error, cause: error.cause });
  return id;
}
