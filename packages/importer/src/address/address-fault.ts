// Why a text is no address, for the words of a problem. Called only for texts of which `addressKey` makes nothing.
import type { AddressFault } from "../model/problem-params";
import { lengths } from "../model/limits";
import { domainKey } from "./domain-key";
import { normaliseAddress } from "./normalise-address";

/** The most telling reason. */
export function addressFault(text: string): AddressFault {
  const normal = normaliseAddress(text.slice(0, 4 * lengths.address));
  const parts = normal.split("@");
  if (parts.length < 2) return "no-at";
  if (parts.length > 2) return "several";
  if (normal.length > lengths.address) return "too-long";
  return domainKey(parts[1] ?? "") === null ? "domain" : "local";
}
