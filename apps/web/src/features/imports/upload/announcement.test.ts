import { describe, expect, test } from "vitest";
import {
  decodeAnnouncement,
  encodeAnnouncement,
  longestAnnouncement,
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
    const header = encodeAnnouncement(announcement);
    expect(header).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(decodeAnnouncement(header)).toEqual(announcement);
  });

  test("more than a header can carry is not sent at all", () => {
    const groups = Array.from({ length: 50 }, (_, index) => `${"g".repeat(150)}${String(index)}`);
    expect(encodeAnnouncement({ ...plain, options: { groups } })).not.toBeNull();
    const wide = groups.map((name) => name.replaceAll("g", "ж"));
    expect(encodeAnnouncement({ ...plain, options: { groups: wide } })).toBeNull();
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
