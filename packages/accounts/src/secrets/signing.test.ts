// A signature must not be valid for other bytes, another secret or a key that somebody made up.
import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprintOf, isSignedBy, signingKeyOf, signWithSecret } from "./signing";

const secret = "a secret that is long enough for it";
const { publicKey, fingerprint } = signingKeyOf(secret, "evidence");

test("verifies what it signed, whatever the bytes, and signs the same bytes the same way", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const signature = signWithSecret(secret, "evidence", bytes);
      expect(signature).toHaveLength(86);
      expect(signWithSecret(secret, "evidence", bytes)).toBe(signature);
      expect(isSignedBy(publicKey, "evidence", bytes, signature)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test("the key is the same for the same secret, whose bytes it does not show", () => {
  expect(signingKeyOf(secret, "evidence").publicKey).toBe(publicKey);
  expect(publicKey).toMatch(/^[\w-]{43}$/);
  expect(signingKeyOf(`${secret}!`, "evidence").publicKey).not.toBe(publicKey);
  expect(fingerprint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
  expect(fingerprintOf(publicKey)).toBe(fingerprint);
});

const bytes = Buffer.from("what was signed");
const signature = signWithSecret(secret, "evidence", bytes);
const stranger = generateKeyPairSync("ed25519");
test.each([
  ["other bytes", publicKey, Buffer.from("what was signeD"), signature],
  ["another secret's key", signingKeyOf(`${secret}!`, "evidence").publicKey, bytes, signature],
  ["a stranger's signature", publicKey, bytes, sign(null, bytes, stranger.privateKey).toString("base64url")],
  [
    "signed without the purpose",
    String(stranger.publicKey.export({ format: "jwk" }).x),
    bytes,
    sign(null, bytes, stranger.privateKey).toString("base64url"),
  ],
  ["no key", "", bytes, signature],
  ["no signature", publicKey, bytes, ""],
])("is not valid: %s", (_why, key, what, signed) => {
  expect(isSignedBy(key, "evidence", what, signed)).toBe(false);
});
