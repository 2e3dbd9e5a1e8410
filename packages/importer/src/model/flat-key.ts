// The one flat name of everything a row can say: what clears, blanks and staged values are kept under. The exchange account
// falls into its halves and attributes into one key each, so that a value is compared with what an account has key by key.
import { nameKey } from "../address/name-key";
import type { FieldName } from "./record";

/** "phone", "exchangeDomain", "attribute:<nameKey of its name>", … */
export function flatKey(field: FieldName, part?: string): string {
  if (field === "exchange") return part === "username" ? "exchangeUsername" : "exchangeDomain";
  if (field === "attributes") return `attribute:${nameKey(part ?? "")}`;
  return field;
}
