/**
 * Which network address a request came from. Read from the socket as the request arrives, because a header alone can be
 * made up; a proxy on a private network may speak for its clients. It knows nothing of throttling.
 */
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

const HEADER = "x-rollcall-client";

const nearby = new BlockList();
nearby.addSubnet("127.0.0.0", 8, "ipv4");
nearby.addSubnet("10.0.0.0", 8, "ipv4");
nearby.addSubnet("172.16.0.0", 12, "ipv4");
nearby.addSubnet("192.168.0.0", 16, "ipv4");
nearby.addAddress("::1", "ipv6");
nearby.addSubnet("fc00::", 7, "ipv6");

/**
 * The client's address, given the peer of the socket and the X-Forwarded-For header. Only a peer on a private network
 * (a reverse proxy) is believed, and then only the last entry, the one that it wrote itself.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | undefined): string | null {
  const address = plain(peer ?? "");
  if (address === null) return null;
  const isNear = nearby.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  if (!isNear) return address;
  const last = forwardedFor?.split(",").at(-1)?.trim() ?? "";
  return plain(last) ?? address;
}

/** Listens to every request of this process and writes the address into a header that no client can set. */
export function noteClientAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const forwarded = request.headers["x-forwarded-for"];
    const address = clientAddress(
      request.socket.remoteAddress,
      Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
    );
    request.headers[HEADER] = address ?? "";
  });
}

/** What `noteClientAddresses` wrote; null where nothing listens (tests). */
export function readClientAddress(headers: Headers): string | null {
  const address = headers.get(HEADER);
  return address === "" ? null : address;
}

/** Without a zone or the ::ffff: of an IPv4 address in IPv6 clothes; null when it is no address. */
function plain(text: string): string | null {
  const address = text.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(address) === 0 ? null : address;
}
