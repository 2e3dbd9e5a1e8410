// An announcement too long for a header stands before the file: however the body is cut, each must get its own bytes.
import { describe, expect, test, vi } from "vitest";
import {
  announcementHeader,
  encodeAnnouncement,
  type Announcement,
} from "../../../features/imports/upload/announcement";
import { readAnnounced } from "./read-announced";
import { readBody } from "./read-body";

// It only keeps modules out of browsers.
vi.mock("server-only", () => ({}));

const file = "Email\na@example.com\n";
const wide = Array.from({ length: 400 }, (_, at) => ({
  from: `Column ${String(at)} ${"x".repeat(30)}`,
  to: null,
}));
const announcement: Announcement = {
  fileName: "people.csv",
  bytes: file.length,
  sha256: null,
  options: { mapping: { name: "Wide", version: 1, header: 1, columns: wide } },
};

function send(before: Uint8Array, header: string, pieceBytes: number): Request {
  const all = Buffer.concat([before, Buffer.from(file)]);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (let at = 0; at < all.length; at += pieceBytes)
        controller.enqueue(all.subarray(at, at + pieceBytes));
      controller.close();
    },
  });
  const headers = { [announcementHeader]: header };
  return new Request("http://rollcall.example/api/imports", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of chunks) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe("a long announcement", () => {
  test.each([1, 7, 1000, 1_000_000])(
    "is read from before the file, in pieces of %i bytes",
    async (pieceBytes) => {
      const sent = encodeAnnouncement(announcement);
      if (sent === null) throw new Error("It was not encoded.");
      expect(sent.before.length).toBeGreaterThan(0);
      const request = send(sent.before, sent.header, pieceBytes);
      const body = readBody(request);
      expect((await readAnnounced(request, body)).data).toEqual(announcement);
      expect(await textOf(body.chunks())).toBe(file);
    },
  );

  test("that is cut off is none", async () => {
    const request = send(new Uint8Array(0), "body-5000", 8);
    expect((await readAnnounced(request, readBody(request))).success).toBe(false);
  });
});
