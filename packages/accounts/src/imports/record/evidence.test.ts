import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { ChainedEvent } from "@rollcall/db";
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
  const whole = readFileSync(await bundle(record.id, `base-of-${name}`));
  const found = new Map<string, { member: Member; bytes: Buffer }>();
  let at = 0;
  for (const member of readDirectory(whole.subarray(-4096), memberNames.length)!) {
    const start = at + 30 + member.name.length;
    at = start + member.packed;
    found.set(member.name, { member, bytes: whole.subarray(start, at) });
  }
  const put = (part: string, bytes: Buffer, plain = bytes) => {
    const { method } = found.get(part)!.member;
    const member = { name: part, method, crc: crc32(plain), packed: bytes.length, size: plain.length };
    found.set(part, { member, bytes });
  };
  const read = (part: string) => JSON.parse(found.get(part)!.bytes.toString("utf8")) as unknown;
  const rows = change(found.get("rows.csv")!.bytes);
  put("rows.csv", rows, inflateRawSync(rows));
  const manifest = read("manifest.json") as Manifest;
  Object.assign(manifest.members[1]!, {
    ...{ bytes: inflateRawSync(rows).length, sha256: sha256(inflateRawSync(rows)) },
    ...{ packedBytes: rows.length, packedSha256: sha256(rows) },
  });
  const before = sha256(found.get("manifest.json")!.bytes);
  put("manifest.json", Buffer.from(canonical(manifest)));
  const event = read("recorded.json") as ChainedEvent;
  event.text = event.text.replace(before, sha256(found.get("manifest.json")!.bytes));
  event.hash = sha256(Buffer.concat([Buffer.from(event.previousHash, "hex"), Buffer.from(event.text)]));
  put("recorded.json", Buffer.from(canonical(event)));
  const signature = sign(
    read("signature.json") as Signature,
    signedBytes(found.get("manifest.json")!.bytes, found.get("recorded.json")!.bytes),
  );
  if (signature === null) found.delete("signature.json");
  else put("signature.json", Buffer.from(canonical(signature)));
  const parts = [...found.values()];
  const path = join(folder, name);
  const bytes = parts.flatMap(({ member, bytes: own }) => [localHead(member), own]);
  writeFileSync(path, Buffer.concat([...bytes, directoryOf(parts.map(({ member }) => member))]));
  return path;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function unzip(path: string): { unzipped: string } {
  const whole = readFileSync(path);
  let at = 0;
  let unzipped = "";
  for (const { name, method, packed } of readDirectory(whole.subarray(-4096), memberNames.length)!) {
    const start = at + 30 + name.length;
    const bytes = whole.subarray(start, start + packed);
    unzipped += (method === 8 ? inflateRawSync(bytes) : bytes).toString("utf8");
    at = start + packed;
  }
  return { unzipped };
}
