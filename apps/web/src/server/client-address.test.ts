import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address";

const cases: [
  reason: string,
  peer: string | undefined,
  forwarded: string | undefined,
  expected: string | null,
][] = [
  ["a direct visitor", "203.0.113.7", undefined, "203.0.113.7"],
  ["a direct visitor who makes a header up", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
  ["through a proxy on this machine", "127.0.0.1", "203.0.113.7", "203.0.113.7"],
  ["through a proxy in the private network", "10.1.2.3", "203.0.113.7", "203.0.113.7"],
  ["only the last entry is the proxy's own", "127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"],
  ["a header that is no address", "127.0.0.1", "unknown", "127.0.0.1"],
  ["IPv4 in IPv6 clothes", "::ffff:203.0.113.7", undefined, "203.0.113.7"],
  ["IPv6", "2001:db8::1", undefined, "2001:db8::1"],
  ["loopback of IPv6 as a proxy", "::1", "2001:db8::1", "2001:db8::1"],
  ["a zone is no part of it", "fe80::1%eth0", undefined, "fe80::1"],
  ["a socket that is gone", undefined, "203.0.113.7", null],
];

describe("clientAddress", () => {
  it.each(cases)("%s", (_reason, peer, forwarded, expected) => {
    expect(clientAddress(peer, forwarded)).toBe(expected);
  });
});
