// The canonical key of a group's or a department's name. It knows nothing of groups or departments.
import { isAscii } from "./is-ascii";

const space = /\s+/gu;

/**
 * The key by which two names are the same: NFKC, white space around it off and inside it folded to one space, lower case.
 * Total and idempotent; "" for a name that is blank.
 */
export function nameKey(text: string): string {
  if (isAscii(text)) return text.replace(space, " ").trim().toLowerCase();
  return text.normalize("NFKC").replace(space, " ").trim().toLowerCase().normalize("NFKC");
}
