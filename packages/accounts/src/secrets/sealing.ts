/**
 * Seals what must be readable again: AES-256-GCM under a key derived from the organisation's secret, one per purpose, or
 * under the random key of one import. It knows no database and keeps nothing.
 *
 * Layout of every sealed value: version (1 byte, 1) · nonce (12) · tag (16) · ciphertext.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;

/** Values sealed for one purpose cannot be opened as another. */
export type SealPurpose = "import-key" | "message-body";

/**
 * Seals `bytes` under the secret's key for `purpose`. `about` (for example a row's id) is bound in: the value opens only
 * beside the same `about`, so it cannot be moved to another row.
 */
export function sealWithSecret(
  secret: string,
  purpose: SealPurpose,
  bytes: Uint8Array,
  about = "",
): Uint8Array<ArrayBuffer> {
  return seal(purposeKey(secret, purpose), bytes, Buffer.from(about, "utf8"));
}

/** Null when it was sealed with another secret, purpose or `about`, or was changed or cut. */
export function openWithSecret(
  secret: string,
  purpose: SealPurpose,
  sealed: Uint8Array,
  about = "",
): Uint8Array<ArrayBuffer> | null {
  return open(purposeKey(secret, purpose), sealed, Buffer.from(about, "utf8"));
}

/** 256 random bits for one import; store it only as `sealWithSecret(secret, "import-key", key, importId)`. */
export function newImportKey(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(randomBytes(32));
}

/** Seals one imported password; bound to its import and row. */
export function sealPassword(
  key: Uint8Array,
  importId: bigint | string,
  rowNo: number,
  password: string,
): Uint8Array<ArrayBuffer> {
  return seal(key, Buffer.from(password, "utf8"), rowOf(importId, rowNo));
}

/** Null when the value belongs to another import or row, was changed, or the key is another. */
export function openPassword(
  key: Uint8Array,
  importId: bigint | string,
  rowNo: number,
  sealed: Uint8Array,
): string | null {
  const bytes = open(key, sealed, rowOf(importId, rowNo));
  return bytes === null ? null : Buffer.from(bytes).toString("utf8");
}

function rowOf(importId: bigint | string, rowNo: number): Buffer {
  return Buffer.from(`${String(importId)}\u0000${String(rowNo)}`, "utf8");
}

const derived = new Map<string, Buffer>();

/** HKDF costs little, but a list of messages opens many values: keys are kept for the life of the process. */
function purposeKey(secret: string, purpose: SealPurpose): Buffer {
  const name = `${purpose}\u0000${secret}`;
  const known = derived.get(name);
  if (known !== undefined) return known;
  const key = Buffer.from(hkdfSync("sha256", secret, "rollcall", `rollcall seal ${purpose} v1`, 32));
  if (derived.size > 16) derived.clear();
  derived.set(name, key);
  return key;
}

function seal(key: Uint8Array, bytes: Uint8Array, about: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(about);
  const body = cipher.update(bytes);
  cipher.final();
  const sealed = new Uint8Array(headBytes + body.length);
  sealed[0] = version;
  sealed.set(nonce, 1);
  sealed.set(cipher.getAuthTag(), 1 + nonceBytes);
  sealed.set(body, headBytes);
  return sealed;
}

function open(key: Uint8Array, sealed: Uint8Array, about: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (sealed.length < headBytes || sealed[0] !== version) return null;
  try {
    const nonce = sealed.subarray(1, 1 + nonceBytes);
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(about);
    decipher.setAuthTag(sealed.subarray(1 + nonceBytes, headBytes));
    const bytes = decipher.update(sealed.subarray(headBytes));
    decipher.final();
    return Uint8Array.from(bytes);
  } catch {
    return null;
  }
}
