/**
 * What a browser announces about a file before its bytes: one header, base64url of JSON, because names and notes are in
 * every script. Pure; used by the page that sends and the route that receives. Neither trusts what it says.
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

/** Null when it is too long to be sent (very many groups). */
export function encodeAnnouncement(announcement: Announcement): string | null {
  const bytes = new TextEncoder().encode(JSON.stringify(announcement));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const text = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return text.length > longestAnnouncement ? null : text;
}

/** The JSON of the header; undefined when it is none. What is in it is for a schema to say. */
export function decodeAnnouncement(header: string | null): unknown {
  if (header === null || header.length > longestAnnouncement) return undefined;
  try {
    const binary = atob(header.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
