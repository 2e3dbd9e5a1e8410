/**
 * Signs what leaves the house and must be known again: Ed25519 under a key derived from the organisation's secret (HKDF, a label
 * of its own). Whoever has the public key can verify, and only who has the secret can sign. It knows no database and keeps nothing.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";

/** What is signed for one purpose is not valid as another. */
export type SignPurpose = "evidence";

export interface PublicSigningKey {
  /** the 32 bytes of RFC 8032, base64url: 43 characters */
  publicKey: string;
  /** to be compared by people: the first half of its SHA-256, in groups of four */
  fingerprint: string;
}

/** The key that others verify with. Another secret is another key. */
export function signingKeyOf(secret: string, purpose: SignPurpose): PublicSigningKey {
  const { x = "" } = createPublicKey(privateKey(secret, purpose)).export({ format: "jwk" });
  return { publicKey: x, fingerprint: fingerprintOf(x) };
}

/** 64 bytes as base64url; the same bytes have the same signature. */
export function signWithSecret(secret: string, purpose: SignPurpose, bytes: Uint8Array): string {
  return sign(null, labelled(purpose, bytes), privateKey(secret, purpose)).toString("base64url");
}

/** False too when the key or the signature is none. */
export function isSignedBy(
  publicKey: string,
  purpose: SignPurpose,
  bytes: Uint8Array,
  signature: string,
): boolean {
  try {
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
    return verify(null, labelled(purpose, bytes), key, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}

/** Of a public key as it stands in a bundle. */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash("sha256").update(Buffer.from(publicKey, "base64url")).digest("hex");
  return digest.slice(0, 32).replaceAll(/.{4}(?!$)/g, "$& ");
}

/** What stands before the 32 bytes of a private key in PKCS#8 (RFC 8410). */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

function privateKey(secret: string, purpose: SignPurpose): KeyObject {
  const seed = Buffer.from(hkdfSync("sha256", secret, "rollcall", `rollcall sign ${purpose} v1`, 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
}

function labelled(purpose: SignPurpose, bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`rollcall ${purpose} v1\u0000`), bytes]);
}
