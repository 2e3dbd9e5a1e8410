/**
 * What a browser announces about a file before its bytes: one header, base64url of JSON, because names and notes are in
 * every script; where that is too long (a mapping of many columns) the JSON stands before the file in the body, and the header
 * says how many bytes it has. Pure; used by the page that sends and the route that receives. Neither trusts what it says.
 */
import type { ImportOptions } from "@rollcall/accounts";

export const announcementHeader = "x-rollcall-import";

/** Node refuses requests whose headers are larger than 16 KiB; ours must leave room for the others. */
export const longestAnnouncement = 12 * 1024;

export interface Announcement {
  fileName: string;
  bytes: number;
  /** hex; null where the browser could not compute it */
  sha256: string | null;
  options: Partial<ImportOptions>;
}

/** Enough for a mapping of the widest table; what is longer is refused before anything is sent. */
export const longestInBody = 1024 * 1024;

/** How an announcement is sent: the header, and what stands before the file in the body. */
export interface SentAnnouncement {
  header: string;
  before: Uint8Array<ArrayBuffer>;
}

/** Null when it is too long to be sent at all. */
export function encodeAnnouncement(announcement: Announcement): SentAnnouncement | null {
  const bytes = new TextEncoder().encode(JSON.stringify(announcement));
  if (Math.ceil((bytes.length * 4) / 3) > longestAnnouncement)
    return bytes.length > longestInBody ? null : { header: `body-${String(bytes.length)}`, before: bytes };
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const header = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return { header, before: new Uint8Array(0) };
}

/** How many bytes of the body are the announcement; 0 when it is in the header. */
export function announcedInBody(header: string | null): number {
  const bytes = Number(/^body-(\d{1,7})$/.exec(header ?? "")?.[1] ?? 0);
  return bytes <= longestInBody ? bytes : 0;
}

/** The JSON of the bytes before the file; undefined when they are none. */
export function readAnnouncement(before: Uint8Array | null): unknown {
  try {
    return before === null
      ? undefined
      : (JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(before)) as unknown);
  } catch {
    return undefined;
  }
}

/** The JSON of the header; undefined when it is none. What is in it is for a schema to say. */
export function decodeAnnouncement(header: string | null): unknown {
  if (header === null || header.length > longestAnnouncement) return undefined;
  try {
    const binary = atob(header.replaceAll("-", "+").replaceAll("_", "/"));
    return readAnnouncement(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
