/**
 * The evidence of an import as one file that can be verified without us: record, rows, corrections, changes and audit events,
 * their digests in a manifest, the manifest's digest in an audit event of its own, and both signed. Made beside, then streamed.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import { appendAudit, findRecordedEvent, type ChainedEvent } from "@rollcall/db";
import { authorise, type Actor } from "../../access/authorise";
import { auditEntry } from "../../audit/audit-entry";
import type { Context } from "../../context";
import { done, refuse, type Result } from "../../result";
import { signingKeyOf, signWithSecret } from "../../secrets/signing";
import { findRecord, statusWords, type RecordKeys } from "../find-record";
import type { ImportRecord } from "../types";
import { directoryOf, localHead, type Member } from "./evidence-archive";
import {
  canonical,
  onlyChain,
  signedBytes,
  type Manifest,
  type ManifestMember,
  type Signature,
} from "./evidence-shape";
import { auditText, changesText, editsText, recordText, rowsText } from "./evidence-text";

export interface EvidenceFile {
  fileName: string;
  chunks: AsyncGenerator<Uint8Array>;
}

/** A member that lies packed in a file. */
interface PackedMember {
  member: Member;
  path: string;
  digests: ManifestMember;
}

/** Refuses `wrong-state` until the import has ended. The same content again is recorded once. Read the chunks to the end, or return them. */
export async function exportEvidence(
  context: Context,
  input: { importId: string },
): Promise<Result<EvidenceFile>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const record = found.value;
  if (!["COMPLETED", "FAILED", "CANCELLED"].includes(record.status))
    return refuse({ code: "wrong-state", what: "import", state: statusWords[record.status] });
  const folder = await mkdtemp(join(tmpdir(), "rollcall-evidence-"));
  try {
    const members = await packAll(context, record, folder);
    const manifest = manifestOf(record.id, members);
    const event = await recordOnce(context, gate.value, record, manifest);
    const stem = record.fileName.replace(/\.[a-z0-9]{1,5}$/i, "");
    return done({
      fileName: `${stem} - evidence.zip`,
      chunks: stream(folder, members, endOf(context, manifest, event)),
    });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function packAll(
  context: Context,
  record: ImportRecord & RecordKeys,
  folder: string,
): Promise<PackedMember[]> {
  const texts: [name: string, text: Iterable<string> | AsyncIterable<string>][] = [
    ["record.json", [recordText(record)]],
    ["rows.csv", rowsText(context, record)],
    ["edits.json", [await editsText(context, record.id)]],
    ["changes.csv", changesText(context, record.key)],
    ["audit.json", [await auditText(context, record.key)]],
  ];
  const packed: PackedMember[] = [];
  for (const [name, text] of texts) packed.push(await pack(name, text, join(folder, name)));
  return packed;
}

async function pack(
  name: string,
  text: Iterable<string> | AsyncIterable<string>,
  path: string,
): Promise<PackedMember> {
  const [plain, deflated] = [makeMeter(), makeMeter()];
  await pipeline(
    Readable.from(text),
    plain.stream,
    createDeflateRaw({ level: 6 }),
    deflated.stream,
    createWriteStream(path, { mode: 0o600 }),
  );
  const [raw, small] = [plain.read(), deflated.read()];
  return {
    member: { name, method: 8, crc: raw.crc, packed: small.bytes, size: raw.bytes },
    path,
    digests: {
      name,
      bytes: raw.bytes,
      sha256: raw.sha256,
      packedBytes: small.bytes,
      packedSha256: small.sha256,
    },
  };
}

/** Lets bytes through, counts and digests them. */
function makeMeter(): { stream: Transform; read: () => { bytes: number; crc: number; sha256: string } } {
  const hash = createHash("sha256");
  let [bytes, crc] = [0, 0];
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      bytes += chunk.length;
      crc = crc32(chunk, crc);
      hash.update(chunk);
      pass(null, chunk);
    },
  });
  return { stream, read: () => ({ bytes, crc, sha256: hash.digest("hex") }) };
}

function manifestOf(importId: string, members: readonly PackedMember[]): Buffer {
  const manifest: Manifest = { version: 1, import: importId, members: members.map(({ digests }) => digests) };
  return Buffer.from(canonical(manifest));
}

/** The audit event that holds the manifest's digest: the one there is, or a new one at the end of the chain. */
async function recordOnce(
  context: Context,
  actor: Actor,
  { key, fileName }: ImportRecord & RecordKeys,
  manifest: Buffer,
): Promise<ChainedEvent> {
  const digest = createHash("sha256").update(manifest).digest("hex");
  const before = await findRecordedEvent(context.database, key, digest);
  if (before !== null) return before;
  const subject = { type: "import", id: key, name: fileName } as const;
  const entry = auditEntry(context, actor, "import.recorded", subject, { manifest: digest });
  await context.database.transaction((tx) => appendAudit(tx, { ...entry, importId: key }));
  const event = await findRecordedEvent(context.database, key, digest);
  if (event === null) throw new Error("the event that was just appended is not there");
  return event;
}

/** The members that are not packed: they vouch for the others. */
function endOf(
  { settings }: Context,
  manifest: Buffer,
  event: ChainedEvent,
): [name: string, bytes: Buffer][] {
  const recorded = Buffer.from(canonical(onlyChain(event)));
  const signature: Signature = {
    algorithm: "Ed25519",
    publicKey: signingKeyOf(settings.secret, "evidence").publicKey,
    signature: signWithSecret(settings.secret, "evidence", signedBytes(manifest, recorded)),
  };
  return [
    ["manifest.json", manifest],
    ["recorded.json", recorded],
    ["signature.json", Buffer.from(canonical(signature))],
  ];
}

async function* stream(
  folder: string,
  packed: readonly PackedMember[],
  end: readonly [name: string, bytes: Buffer][],
): AsyncGenerator<Uint8Array> {
  try {
    for (const { member, path } of packed) {
      yield localHead(member);
      yield* createReadStream(path) as AsyncIterable<Buffer>;
    }
    const plain = end.map(([name, bytes]) => ({ member: storedMember(name, bytes), bytes }));
    for (const { member, bytes } of plain) {
      yield localHead(member);
      yield bytes;
    }
    yield directoryOf([...packed, ...plain].map(({ member }) => member));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function storedMember(name: string, bytes: Buffer): Member {
  return { name, method: 0, crc: crc32(bytes), packed: bytes.length, size: bytes.length };
}
