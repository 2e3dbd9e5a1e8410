import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { ChainedEvent } from "@rollcall/db";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, play, run, value, type Player } from "../../testing/cast";
import { carryOut, planFile } from "../../testing/files";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { commitImport } from "../commit-import";
import { undoImport } from "../undo/undo-import";
import type { ImportRecord } from "../types";
import { signingKeyOf, signWithSecret } from "../../secrets/signing";
import { directoryOf, localHead, readDirectory, type Member } from "./evidence-archive";
import { evidenceKey } from "./evidence-key";
import { canonical, memberNames, signedBytes, type Manifest, type Signature } from "./evidence-shape";
import { exportEvidence } from "./export-evidence";
import { verifyEvidence, verifyEvidenceChain } from "./verify-evidence";

const folder = mkdtempSync(join(tmpdir(), "rollcall-evidence-test-"));
let given: TestContext;
let master: Player;
let record: ImportRecord;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
  record = await carryOut(
    master.context,
    "Email,Full Name,Password,Send email\r\nann@e.example,=Ann,a secret phrase of hers,Yes\r\nbob@e.example,Bob,,\r\nnobody,No,,\r\n",
  );
});
afterAll(async () => {
  await given.close();
  rmSync(folder, { recursive: true });
});

async function bundle(importId: string, name: string): Promise<string> {
  const { chunks } = value(await exportEvidence(master.context, { importId }));
  const pieces: Uint8Array[] = [];
  for await (const piece of chunks) pieces.push(piece);
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat(pieces));
  return path;
}

test("a bundle verifies, offline and against the chain, and is recorded once", async () => {
  const path = await bundle(record.id, "whole.zip");
  const verdict = await verifyEvidence(path);
  const signedBy = value(await evidenceKey(master.context));
  expect(verdict).toMatchObject({ ok: true, importId: record.id, signedBy });
  if (!verdict.ok) return;
  expect(value(await verifyEvidenceChain(master.context, verdict.events))).toBeNull();
  expect(readFileSync(await bundle(record.id, "again.zip"))).toEqual(readFileSync(path));
  const recorded = await run(
    given,
    "SELECT count(*)::int AS n FROM audit_event WHERE action = 'import.recorded' AND import_id = $1",
    record.id,
  );
  expect(recorded).toEqual([{ n: 1 }]);
});

test("no password and no hash is in it", async () => {
  const undo = value(await undoImport(master.context, { importId: record.id }));
  value(await commitImport(master.context, { importId: undo.id }));
  for (const importId of [record.id, undo.id]) {
    const path = await bundle(importId, `clear-${importId}.zip`);
    const { unzipped } = unzip(path);
    expect(unzipped).not.toMatch(/a secret phrase of hers|argon2|password_hash/);
    expect(unzipped).toContain("ann@e.example");
  }
});

test("a changed bit is found, wherever it is: in every member and between them", async () => {
  const path = await bundle(record.id, "bits.zip");
  const whole = readFileSync(path);
  const members = readDirectory(whole.subarray(-4096), memberNames.length)!;
  const places: [number, string | null][] = [];
  let at = 0;
  for (const { name, packed } of members) {
    const start = at + 30 + name.length;
    // Some of the container, then the first, the last and some of the bytes of the member.
    for (const place of [at, at + 10, at + 14]) places.push([place, null]);
    for (let part = 0; part < 12; part += 1)
      places.push([start + Math.floor(((packed - 1) * part) / 11), name]);
    at = start + packed;
  }
  for (let place = at; place < whole.length; place += 7) places.push([place, null]);
  const flipped = join(folder, "flipped.zip");
  for (const [place, name] of places) {
    for (const bit of [0x01, 0x80]) {
      const bytes = Buffer.from(whole);
      bytes[place] = bytes[place]! ^ bit;
      writeFileSync(flipped, bytes);
      const verdict = await verifyEvidence(flipped);
      expect([place, bit, verdict.ok]).toEqual([place, bit, false]);
      if (!verdict.ok && name !== null && !["recorded.json", "manifest.json"].includes(name)) {
        expect(verdict.part).toBe(name);
      }
    }
  }
});

test.each<[why: string, make: (whole: Buffer) => Buffer]>([
  ["cut short", (whole) => whole.subarray(0, -1)],
  ["something appended", (whole) => Buffer.concat([whole, Buffer.from("x")])],
  ["something before it", (whole) => Buffer.concat([Buffer.from("x"), whole])],
  ["no bundle at all", () => Buffer.from("Email,Full Name\r\n")],
  ["empty", () => Buffer.alloc(0)],
])("%s is found", async (_why, make) => {
  const path = join(folder, "other.zip");
  writeFileSync(path, make(readFileSync(await bundle(record.id, "base.zip"))));
  expect(await verifyEvidence(path)).toMatchObject({ ok: false, part: "archive" });
});

test("a bundle whose events the log does not have is found", async () => {
  const verdict = await verifyEvidence(await bundle(record.id, "forged.zip"));
  if (!verdict.ok) throw new Error(verdict.says);
  const [first, ...rest] = verdict.events;
  const forged = [{ ...first!, hash: "0".repeat(64) }, ...rest];
  expect(value(await verifyEvidenceChain(master.context, forged))).toContain(`event ${first!.id}`);
});

describe("a bundle that somebody made up, everything in it fitting together", () => {
  const lie = (rows: Buffer) => deflateRawSync(inflateRawSync(rows).toString("utf8").replace("Bob", "Eve"));

  test("is found by its signature, with nothing but the file", async () => {
    const path = await forge("lie.zip", lie, (signature) => signature);
    expect(await verifyEvidence(path)).toMatchObject({ ok: false, part: "signature.json" });
  });

  test("signed by who made it up: the key is another, and told", async () => {
    const other = "a secret of a stranger, long enough";
    const path = await forge("signed-lie.zip", lie, (_before, signed) => ({
      algorithm: "Ed25519",
      publicKey: signingKeyOf(other, "evidence").publicKey,
      signature: signWithSecret(other, "evidence", signed),
    }));
    const verdict = await verifyEvidence(path);
    expect(verdict).toMatchObject({ ok: true, signedBy: signingKeyOf(other, "evidence") });
    if (!verdict.ok) return;
    expect(verdict.signedBy).not.toEqual(value(await evidenceKey(master.context)));
    expect(value(await verifyEvidenceChain(master.context, verdict.events))).not.toBeNull();
  });

  test("without a signature it is read, as bundles of older versions are, and vouched for by nobody", async () => {
    const path = await forge(
      "old.zip",
      (rows) => rows,
      () => null,
    );
    expect(await verifyEvidence(path)).toMatchObject({ ok: true, importId: record.id, signedBy: null });
  });
});

describe("a bundle whose parts are not what they say", () => {
  const first = { id: "1", previousHash: "0".repeat(64) };

  test.each<[why: string, part: string, change: (parts: Parts) => void]>([
    [
      "a small part that unpacks to hundreds of megabytes",
      "archive",
      (parts) => parts.put("manifest.json", deflateRawSync(Buffer.alloc(1 << 28)), { method: 8, size: 100 }),
    ],
    [
      "a manifest of many megabytes",
      "manifest.json",
      (parts) => parts.put("manifest.json", Buffer.alloc(8 << 20, " ")),
    ],
    [
      "rows that unpack to more than they say",
      "rows.csv",
      (parts) => parts.put("rows.csv", deflateRawSync(Buffer.alloc(64 << 20)), { method: 8, size: 9 }),
    ],
    ["no JSON", "recorded.json", (parts) => parts.put("recorded.json", Buffer.from("{"))],
    ["an event that is no JSON", "recorded.json", (parts) => parts.chain("not JSON", first)],
    ["an event that is no list", "recorded.json", (parts) => parts.chain("{}", first)],
    [
      "an event of another kind",
      "manifest.json",
      (parts) => parts.chain('[1,2,3,4,5,6,7,8,9,{"manifest":""}]', first),
    ],
    [
      "a signature with something after it that base64 passes over",
      "signature.json",
      (parts) => {
        const signature = JSON.parse(parts.text("signature.json")) as Signature;
        parts.put(
          "signature.json",
          Buffer.from(canonical({ ...signature, signature: `${signature.signature}=hidden` })),
        );
      },
    ],
  ])("%s: refused, and %s is named", async (_why, part, change) => {
    const parts = partsOf(await bundle(record.id, "base-of-odd.zip"));
    change(parts);
    const path = join(folder, "odd.zip");
    parts.write(path);
    const before = process.memoryUsage().rss;
    expect(await verifyEvidence(path)).toMatchObject({ ok: false, part });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test("bytes of chance in it, between and after: never anything but a refusal in words", async () => {
    const whole = readFileSync(await bundle(record.id, "chance.zip"));
    const place = fc.nat({ max: whole.length - 1 });
    const path = join(folder, "chance-odd.zip");
    await fc.assert(
      fc.asyncProperty(place, place, fc.uint8Array({ maxLength: 8 }), async (from, to, bytes) => {
        const changed = Buffer.concat([whole.subarray(0, from), bytes, whole.subarray(to)]);
        fc.pre(!changed.equals(whole));
        writeFileSync(path, changed);
        const verdict = await verifyEvidence(path);
        expect(verdict).toMatchObject({ ok: false, says: expect.stringMatching(/\.$/) as string });
      }),
      { numRuns: 400 },
    );
  });
});

test("users do not see the key", async () => {
  const user = await play(given, "USER");
  expect(codeOf(await evidenceKey(user.context))).toBe("forbidden");
});

test("what has not ended has no evidence, and users get none", async () => {
  const planned = await planFile(master.context, "Email,Full Name\r\nx@e.example,X\r\n");
  expect(codeOf(await exportEvidence(master.context, { importId: planned.id }))).toBe("wrong-state");
  const user = await play(given, "USER");
  expect(codeOf(await exportEvidence(user.context, { importId: record.id }))).toBe("forbidden");
});

/** The bundle with other rows, and all digests and the event computed anew: what anybody can do who has the file. */
async function forge(
  name: string,
  change: (rows: Buffer) => Buffer,
  sign: (before: Signature, signed: Buffer) => Signature | null,
): Promise<string> {
  const parts = partsOf(await bundle(record.id, `base-of-${name}`));
  const rows = change(parts.bytes("rows.csv"));
  const plain = inflateRawSync(rows);
  parts.put("rows.csv", rows, { method: 8, size: plain.length, crc: crc32(plain) });
  const manifest = JSON.parse(parts.text("manifest.json")) as Manifest;
  Object.assign(manifest.members[1]!, {
    ...{ bytes: plain.length, sha256: sha256(plain) },
    ...{ packedBytes: rows.length, packedSha256: sha256(rows) },
  });
  const before = sha256(parts.bytes("manifest.json"));
  parts.put("manifest.json", Buffer.from(canonical(manifest)));
  const event = JSON.parse(parts.text("recorded.json")) as ChainedEvent;
  parts.chain(event.text.replace(before, sha256(parts.bytes("manifest.json"))), event);
  const signature = sign(
    JSON.parse(parts.text("signature.json")) as Signature,
    signedBytes(parts.bytes("manifest.json"), parts.bytes("recorded.json")),
  );
  if (signature === null) parts.drop("signature.json");
  else parts.put("signature.json", Buffer.from(canonical(signature)));
  const path = join(folder, name);
  parts.write(path);
  return path;
}

interface Parts {
  bytes: (part: string) => Buffer;
  text: (part: string) => string;
  put: (part: string, bytes: Buffer, says?: { method: 0 | 8; size: number; crc?: number }) => void;
  drop: (part: string) => void;
  /** puts an event with this text, its hash right */
  chain: (text: string, after: Pick<ChainedEvent, "id" | "previousHash">) => void;
  write: (path: string) => void;
}

/** What a bundle is made of, to be put together otherwise. */
function partsOf(path: string): Parts {
  const whole = readFileSync(path);
  const found = new Map<string, { member: Member; bytes: Buffer }>();
  let at = 0;
  for (const member of readDirectory(whole.subarray(-4096), memberNames.length)!) {
    const start = at + 30 + member.name.length;
    at = start + member.packed;
    found.set(member.name, { member, bytes: whole.subarray(start, at) });
  }
  const put: Parts["put"] = (name, bytes, { method, size, crc = crc32(bytes) } = stored(bytes)) =>
    found.set(name, { member: { name, method, crc, packed: bytes.length, size }, bytes });
  return {
    ...{
      put,
      bytes: (part) => found.get(part)!.bytes,
      text: (part) => found.get(part)!.bytes.toString("utf8"),
    },
    drop: (part) => found.delete(part),
    chain: (text, { id, previousHash }) => {
      const hash = sha256(Buffer.concat([Buffer.from(previousHash, "hex"), Buffer.from(text)]));
      put("recorded.json", Buffer.from(canonical({ id, text, previousHash, hash })));
    },
    write: (to) => {
      const all = [...found.values()];
      const bytes = all.flatMap(({ member, bytes: own }) => [localHead(member), own]);
      writeFileSync(to, Buffer.concat([...bytes, directoryOf(all.map(({ member }) => member))]));
    },
  };
}

const stored = (bytes: Buffer) => ({ method: 0 as const, size: bytes.length });

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function unzip(path: string): { unzipped: string } {
  const parts = partsOf(path);
  const listed = (JSON.parse(parts.text("manifest.json")) as Manifest).members.map(({ name }) => name);
  const plain = memberNames.map((name) =>
    listed.includes(name) ? inflateRawSync(parts.bytes(name)).toString("utf8") : parts.text(name),
  );
  return { unzipped: plain.join("") };
}
