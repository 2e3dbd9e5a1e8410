/**
 * How guessing is slowed down: by address (a growing wait, never for good) and by network (a block). The numbers are those of
 * research/reliability.md, section 3; the counting is the database's.
 */
import { isIPv4, isIPv6 } from "node:net";
import {
  clearFailures,
  countInWindow,
  takeAttempt,
  waitOf,
  type Backoff,
  type Database,
  type Window,
} from "@rollcall/db";

/** From the 5th failure 1 s, doubled each time to 15 minutes; forgotten after 12 hours. */
const addressBackoff: Backoff = { from: 5, firstSeconds: 1, mostSeconds: 900, forgetHours: 12 };
/** 30 failures from one network within 3 minutes close it for 15. */
const networkWindow: Window = { failures: 30, windowSeconds: 180, blockSeconds: 900 };
/** 20 wrong links from one network within 10 minutes close it for 10. */
const linkWindow: Window = { failures: 20, windowSeconds: 600, blockSeconds: 600 };
/** More than 10 requests for a new password from one network within the hour. */
const resetWindow: Window = { failures: 11, windowSeconds: 3600, blockSeconds: 3600 };
/** More than 5 requests for one address within the hour; the account itself gets at most 3 mails. */
const resetAddressWindow: Window = { failures: 6, windowSeconds: 3600, blockSeconds: 3600 };

/** An IPv4 address, or the /64 of an IPv6 address: what one customer of a provider has. Null when there is none. */
export function networkOf(ip: string | null): string | null {
  if (ip === null) return null;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIPv4(ip)) return ip;
  if (!isIPv6(ip)) return null;
  const [head = "", tail] = (ip.split("%")[0] ?? "").toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  const groups = [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(":")}::/64`;
}

/** Seconds to wait before this network may try to sign in again; 0 when it may. */
export async function networkWait(db: Database, ip: string | null): Promise<number> {
  const network = networkOf(ip);
  return network === null ? 0 : waitOf(db, `network:${network}`);
}

/** One failed sign-in from this network. */
export async function countNetworkFailure(db: Database, ip: string | null): Promise<void> {
  const network = networkOf(ip);
  if (network !== null) await countInWindow(db, `network:${network}`, networkWindow);
}

/** Counts an attempt on the address as failed until `forgiveAddress`; says how many there were, or how long to wait. */
export async function takeSignIn(
  db: Database,
  addressKey: string,
): Promise<{ failures: number } | { waitSeconds: number }> {
  return takeAttempt(db, `address:${addressKey}`, addressBackoff);
}

/** The owner has shown to be the owner. */
export async function forgiveAddress(
  db: Parameters<typeof clearFailures>[0],
  addressKey: string,
): Promise<void> {
  await clearFailures(db, `address:${addressKey}`);
}

/** Whether waiting began with this failure: worth an audit event even for an address nobody has. */
export function waitingBegins(failures: number): boolean {
  return failures === addressBackoff.from;
}

/** Seconds this network is closed for links; 0 when it is not. */
export async function linkWait(db: Database, ip: string | null): Promise<number> {
  const network = networkOf(ip);
  return network === null ? 0 : waitOf(db, `link:${network}`);
}

/** One link that nobody ever got. */
export async function countWrongLink(db: Database, ip: string | null): Promise<void> {
  const network = networkOf(ip);
  if (network !== null) await countInWindow(db, `link:${network}`, linkWindow);
}

/** Counts a request for a new password; seconds to wait when there were too many. */
export async function countResetRequest(
  db: Database,
  ip: string | null,
  addressKey: string,
): Promise<number> {
  const network = networkOf(ip);
  const byNetwork = network === null ? 0 : await countInWindow(db, `reset:${network}`, resetWindow);
  if (byNetwork > 0) return byNetwork;
  return countInWindow(db, `reset-address:${addressKey}`, resetAddressWindow);
}
