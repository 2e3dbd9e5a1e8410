/** What an evidence bundle consists of, for those who write one and those who verify one. */
import type { ChainedEvent } from "@rollcall/db";

/** In this order; the manifest has the digests of those before it, the last one is the audit event that has the manifest's. */
export const memberNames = [
  "record.json",
  "rows.csv",
  "edits.json",
  "changes.csv",
  "audit.json",
  "manifest.json",
  "recorded.json",
] as const;

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

/** The one way the small members are written, so that other bytes of the same meaning are seen. */
export function canonical(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

export function onlyChain({ id, text, previousHash, hash }: ChainedEvent): ChainedEvent {
  return { id, text, previousHash, hash };
}
