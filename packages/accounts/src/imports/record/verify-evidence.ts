/**
 * Whether an evidence bundle is as it was written: every byte of it, and by whose key it is signed. Needs no database and no secret;
 * `verifyEvidenceChain` asks a database besides whether its audit log still has these events, which nobody can forge outside.
 */
import { createHash, type Hash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { Writable } from "node:stream";
import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import { findLostEvent, verifyAuditChain, type ChainedEvent } from "@rollcall/db";
import { z } from "zod";
import { authorise } from "../../access/authorise";
import type { Context } from "../../context";
import { done, type Result } from "../../result";
import { fingerprintOf, isSignedBy, type PublicSigningKey } from "../../secrets/signing";
import { directoryOf, localHead, readDirectory, type Member } from "./evidence-archive";
import { canonical, memberNames, signedBytes, unsignedMemberNames, type Manifest } from "./evidence-shape";

/** What a whole bundle says of itself. */
export interface Verified {
  importId: string;
  events: ChainedEvent[];
  /** the last of the events: it holds the manifest's digest, and stands in the audit log of who made the bundle */
  recorded: { id: string; hash: string };
  /** valid, by whoever has this key: whose it is must be known from elsewhere; null: of an older version, nobody signed */
  signedBy: PublicSigningKey | null;
}

export type EvidenceVerdict =
  | ({ ok: true } & Verified)
  /** `part`: the first thing that was changed; `says`: in plain words */
  | { ok: false; part: string; says: string };

const eventSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9]\d{0,18}$/)
    .refine((id) => BigInt(id) <= 0x7fff_ffff_ffff_ffffn),
  text: z.string(),
  previousHash: z.string().regex(/^[0-9a-f]{64}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
const auditSchema = z.strictObject({ chain: z.string(), events: z.array(eventSchema) });
/** So many bytes as base64url, in the one way in which we write them. */
function bytesAsText(bytes: number): z.ZodType<string> {
  return z.string().refine((text) => {
    const read = Buffer.from(text, "base64url");
    return read.length === bytes && read.toString("base64url") === text;
  });
}
const signatureSchema = z.strictObject({
  algorithm: z.literal("Ed25519"),
  publicKey: bytesAsText(32),
  signature: bytesAsText(64),
});
const manifestSchema = z.strictObject({
  version: z.literal(1),
  import: z.string(),
  members: z.array(
    z.strictObject({
      name: z.string(),
      bytes: z.number(),
      sha256: z.string(),
      packedBytes: z.number(),
      packedSha256: z.string(),
    }),
  ),
});

class Tampered extends Error {
  readonly part: string;

  constructor(part: string, says: string) {
    super(says);
    this.part = part;
  }
}

/** Reads the file at `path`; memory does not grow with it. Throws only what reading throws. */
export async function verifyEvidence(path: string): Promise<EvidenceVerdict> {
  const file = await open(path, "r");
  try {
    return { ok: true, ...(await verify(file)) };
  } catch (error) {
    if (error instanceof Tampered) return { ok: false, part: error.part, says: error.message };
    throw error;
  } finally {
    await file.close();
  }
}

interface Placed {
  member: Member;
  start: number;
}

async function verify(file: FileHandle): Promise<Verified> {
  const placed = await readContainer(file);
  const recordedText = await readSmall(file, placed, "recorded.json");
  const recorded = parse("recorded.json", recordedText, eventSchema);
  checkEvent("recorded.json", recorded);
  const manifestText = await readSmall(file, placed, "manifest.json");
  const event = dataOf(recorded);
  if (event.action !== "import.recorded" || event.manifest !== digest(manifestText))
    throw new Tampered("manifest.json", "manifest.json is not the one whose digest the audit log has.");
  const manifest: Manifest = parse("manifest.json", manifestText, manifestSchema);
  if (manifest.import !== event.importId)
    throw new Tampered("manifest.json", "manifest.json is of another import.");
  for (const expected of manifest.members) {
    const { member, start } = find(placed, expected.name);
    const found = await digestMember(file, member, start);
    if (
      found.crc !== member.crc ||
      found.bytes !== member.size ||
      found.packedSha256 !== expected.packedSha256 ||
      found.sha256 !== expected.sha256 ||
      found.bytes !== expected.bytes
    )
      throw new Tampered(expected.name, `${expected.name} is not what it was when it was recorded.`);
  }
  const signedBy = await readSigner(file, placed, signedBytes(manifestText, recordedText));
  const events = await readEvents(file, placed, recorded);
  const { id, hash } = recorded;
  return { importId: manifest.import, events, recorded: { id, hash }, signedBy };
}

async function readSigner(
  file: FileHandle,
  placed: readonly Placed[],
  signed: Buffer,
): Promise<PublicSigningKey | null> {
  const part = "signature.json";
  if (!placed.some(({ member }) => member.name === part)) return null;
  const { publicKey, signature } = parse(part, await readSmall(file, placed, part), signatureSchema);
  if (!isSignedBy(publicKey, "evidence", signed, signature))
    throw new Tampered(part, "The signature is not that of this manifest.");
  return { publicKey, fingerprint: fingerprintOf(publicKey) };
}

/** The members that the manifest does not name: they lie in the archive as they are. */
const unlisted: readonly string[] = ["manifest.json", "recorded.json", "signature.json"];

/** Every byte that is no member's must be what the members make it. */
async function readContainer(file: FileHandle): Promise<Placed[]> {
  const broken = new Tampered("archive", "The archive itself was changed, or this is no evidence bundle.");
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - 4096), Math.min(size, 4096));
  const members = [memberNames, unsignedMemberNames]
    .map((names) => ({ names, found: readDirectory(tail, names.length) }))
    .find(({ names, found }) => found?.every(({ name }, n) => name === names[n]))?.found;
  if (members === undefined || members === null) throw broken;
  const placed: Placed[] = [];
  let at = 0;
  for (const member of members) {
    const head = localHead(member);
    if (unlisted.includes(member.name) && (member.method !== 0 || member.size !== member.packed))
      throw broken;
    if (at + head.length + member.packed > size) throw broken;
    if (!head.equals(await readAt(file, at, head.length))) throw broken;
    placed.push({ member, start: at + head.length });
    at += head.length + member.packed;
  }
  const directory = directoryOf(members);
  if (size !== at + directory.length || !directory.equals(await readAt(file, at, directory.length)))
    throw broken;
  return placed;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function find(placed: readonly Placed[], name: string): Placed {
  const found = placed.find(({ member }) => member.name === name);
  if (found === undefined) throw new Tampered(name, `${name} is missing.`);
  return found;
}

async function digestMember(
  file: FileHandle,
  member: Member,
  start: number,
): Promise<{ packedSha256: string; sha256: string; bytes: number; crc: number }> {
  const [packed, plain] = [createHash("sha256"), createHash("sha256")];
  let [bytes, crc] = [0, 0];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, next) {
      plain.update(chunk);
      bytes += chunk.length;
      crc = crc32(chunk, crc);
      // What claims to be small and is not would be unpacked for hours.
      next(bytes > member.size ? new Error("larger than it says") : null);
    },
  });
  try {
    await pipeline(pieces(file, start, member.packed, packed), createInflateRaw(), sink);
  } catch {
    throw new Tampered(member.name, `${member.name} cannot be unpacked: it was changed.`);
  }
  return { packedSha256: packed.digest("hex"), sha256: plain.digest("hex"), bytes, crc };
}

async function* pieces(file: FileHandle, start: number, length: number, hash: Hash): AsyncGenerator<Buffer> {
  for (let at = 0; at < length;) {
    const piece = await readAt(file, start + at, Math.min(256 * 1024, length - at));
    if (piece.length === 0) return;
    hash.update(piece);
    at += piece.length;
    yield piece;
  }
}

/** More than this no record has; what says so is no bundle of ours. */
const mostText = 64 * 1024 * 1024;
const mostUnlisted = 1024 * 1024;

/** One that is read as a whole. Nothing larger than it may be is held in memory, whatever it says of itself. */
async function readSmall(file: FileHandle, placed: readonly Placed[], name: string): Promise<Buffer> {
  const { member, start } = find(placed, name);
  const most = unlisted.includes(name) ? mostUnlisted : mostText;
  if (member.size > most || member.packed > most)
    throw new Tampered(name, `${name} is larger than it can be.`);
  const bytes = await readAt(file, start, member.packed);
  const plain = member.method === 0 ? bytes : unpack(name, bytes, member.size);
  if (crc32(plain) !== member.crc || plain.length !== member.size)
    throw new Tampered(name, `${name} is not what it was when it was recorded.`);
  return plain;
}

function unpack(name: string, bytes: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new Tampered(name, `${name} cannot be unpacked: it was changed.`);
  }
}

function parse<T>(name: string, text: Buffer, schema: z.ZodType<T>): T {
  try {
    const parsed = schema.parse(JSON.parse(text.toString("utf8")));
    if (canonical(parsed) === text.toString("utf8")) return parsed;
  } catch {
    // Said below.
  }
  throw new Tampered(name, `${name} is not as Rollcall writes it.`);
}

function checkEvent(part: string, { id, text, previousHash, hash }: ChainedEvent): void {
  const computed = createHash("sha256").update(Buffer.from(previousHash, "hex")).update(text).digest("hex");
  if (computed !== hash)
    throw new Tampered(part, `Audit event ${id} is not the one that was chained: its hash does not fit.`);
}

/** `text` is audit_text of packages/db: id, at, actor, name, action, subject (type, id, name), import, data, ip. */
function dataOf({ id, text }: ChainedEvent): { action: unknown; importId: string; manifest: unknown } {
  try {
    const columns = eventColumns.parse(JSON.parse(text));
    if (String(columns[0]) !== id) throw new Error("another event");
    const data = z.object({ manifest: z.string() }).parse(columns[9]);
    return { action: columns[4], importId: String(columns[8]), manifest: data.manifest };
  } catch {
    throw new Tampered("recorded.json", "recorded.json is not as Rollcall writes it.");
  }
}

const eventColumns = z.array(z.unknown()).min(10);

async function readEvents(
  file: FileHandle,
  placed: readonly Placed[],
  recorded: ChainedEvent,
): Promise<ChainedEvent[]> {
  const { events } = parse("audit.json", await readSmall(file, placed, "audit.json"), auditSchema);
  const all = [...events, recorded];
  for (const [n, event] of all.entries()) {
    checkEvent("audit.json", event);
    const before = all[n - 1];
    if (before === undefined) continue;
    const follows = BigInt(before.id) + 1n === BigInt(event.id);
    if (BigInt(before.id) >= BigInt(event.id) || (follows && before.hash !== event.previousHash))
      throw new Tampered("audit.json", `Audit event ${event.id} does not follow from the one before.`);
  }
  return all;
}

function digest(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Whether the audit log of this installation has exactly these events and its own chain holds; null when it does. */
export async function verifyEvidenceChain(
  context: Context,
  events: readonly ChainedEvent[],
): Promise<Result<string | null>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const lost = await findLostEvent(context.database, events);
  if (lost !== null) return done(`The audit log here does not have event ${lost} of the bundle.`);
  const { firstBroken } = await verifyAuditChain(context.database);
  return done(
    firstBroken === null ? null : `The audit log here was changed at event ${String(firstBroken)}.`,
  );
}
