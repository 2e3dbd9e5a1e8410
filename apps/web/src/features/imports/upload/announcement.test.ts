import { describe, expect, test } from "vitest";
import {
  announcedInBody,
  decodeAnnouncement,
  encodeAnnouncement,
  longestAnnouncement,
  longestInBody,
  readAnnouncement,
  type Announcement,
} from "./announcement";

const plain: Announcement = { fileName: "people.csv", bytes: 3, sha256: null, options: {} };

describe("announcement", () => {
  test.each<[why: string, announcement: Announcement]>([
    ["nothing special", plain],
    ["every script, quotes and line breaks", { ...plain, fileName: 'Größe "名簿"\r\n😀.csv' }],
    ["options", { ...plain, options: { mode: "upsert", groups: ["Équipe", "a/b+c"], note: "Q4?" } }],
    ["a hash", { ...plain, sha256: "ab".repeat(32) }],
  ])("comes back as it was sent: %s", (_why, announcement) => {
    const sent = encodeAnnouncement(announcement);
    expect(sent?.header).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(sent?.before).toHaveLength(0);
    expect(announcedInBody(sent?.header ?? null)).toBe(0);
    expect(decodeAnnouncement(sent?.header ?? null)).toEqual(announcement);
  });

  test("more than a header can carry stands before the file", () => {
    const groups = Array.from({ length: 50 }, (_, index) => `${"ж".repeat(150)}${String(index)}`);
    const announcement = { ...plain, options: { groups } };
    const sent = encodeAnnouncement(announcement);
    expect(announcedInBody(sent?.header ?? null)).toBe(sent?.before.length);
    expect(decodeAnnouncement(sent?.header ?? null)).toBeUndefined();
    expect(readAnnouncement(sent?.before ?? null)).toEqual(announcement);
  });

  test("what is longer still is not sent at all", () => {
    expect(encodeAnnouncement({ ...plain, options: { note: "n".repeat(longestInBody) } })).toBeNull();
    expect(announcedInBody(`body-${String(longestInBody + 1)}`)).toBe(0);
  });

  test.each<[why: string, header: string | null]>([
    ["none", null],
    ["no base64", "%%%"],
    ["no JSON", btoa("people.csv")],
    ["no UTF-8", btoa("\xff")],
    ["too long", "A".repeat(longestAnnouncement + 1)],
  ])("is undefined when it is not understood: %s", (_why, header) => {
    expect(decodeAnnouncement(header)).toBeUndefined();
  });
});
