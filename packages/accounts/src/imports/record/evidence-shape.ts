/** What an evidence bundle consists of, for those who write one and those who verify one. */
import { createHash } from "node:crypto";
import type { ChainedEvent } from "@rollcall/db";

/** Of bundles of older versions: nothing says who made them. */
export const unsignedMemberNames = [
  "record.json",
  "rows.csv",
  "edits.json",
  "changes.csv",
  "audit.json",
  "manifest.json",
  "recorded.json",
] as const;

/**
 * In this order: the manifest has the digests of those before it, the next one is the audit event that has the manifest's, and the
 * signature is of these two. (decision 20)
 */
export const memberNames = [...unsignedMemberNames, "signature.json"] as const;

export interface ManifestMember {
  name: string;
  bytes: number;
  sha256: string;
  packedBytes: number;
  packedSha256: string;
}

export interface Manifest {
  version: 1;
  import: string;
  members: ManifestMember[];
}

/** Who made it: only who has the secret that belongs to the public key can have signed. */
export interface Signature {
  algorithm: "Ed25519";
  /** 32 bytes, base64url */
  publicKey: string;
  /** 64 bytes, base64url */
  signature: string;
}

/** What is signed: the digests of both, which between them have the digest of everything. */
export function signedBytes(manifest: Uint8Array, recorded: Uint8Array): Buffer {
  return Buffer.concat([manifest, recorded].map((bytes) => createHash("sha256").update(bytes).digest()));
}

/** The one way the small members are written, so that other bytes of the same meaning are seen. */
export function canonical(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

export function onlyChain({ id, text, previousHash, hash }: ChainedEvent): ChainedEvent {
  return { id, text, previousHash, hash };
}
