import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newImportKey, openPassword, openWithSecret, sealPassword, sealWithSecret } from "./sealing";

const secret = "a secret that is long enough for it";
const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString("utf8"));

describe("sealWithSecret", () => {
  test("opens what it sealed, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, about) => {
        const sealed = sealWithSecret(secret, "message-body", bytes, about);
        expect(sealed).toHaveLength(29 + bytes.length);
        expect(sealed[0]).toBe(1);
        expect(openWithSecret(secret, "message-body", sealed, about)).toEqual(bytes);
      }),
    );
  });

  test("never gives the same bytes twice", () => {
    const bytes = Buffer.from("same");
    expect(sealWithSecret(secret, "import-key", bytes)).not.toEqual(
      sealWithSecret(secret, "import-key", bytes),
    );
  });

  const sealed = sealWithSecret(secret, "message-body", Buffer.from("hello"), "7");
  test.each([
    ["another secret", () => openWithSecret(`${secret}!`, "message-body", sealed, "7")],
    ["another purpose", () => openWithSecret(secret, "import-key", sealed, "7")],
    ["another row: a body cannot be moved", () => openWithSecret(secret, "message-body", sealed, "8")],
    ["cut short", () => openWithSecret(secret, "message-body", sealed.subarray(0, 20), "7")],
    ["empty", () => openWithSecret(secret, "message-body", new Uint8Array(), "7")],
    ["another version", () => openWithSecret(secret, "message-body", changed(0), "7")],
    ["a changed nonce", () => openWithSecret(secret, "message-body", changed(1), "7")],
    ["a changed tag", () => openWithSecret(secret, "message-body", changed(13), "7")],
    ["a changed byte", () => openWithSecret(secret, "message-body", changed(29), "7")],
  ])("stays shut: %s", (_why, attempt) => {
    expect(text(openWithSecret(secret, "message-body", sealed, "7"))).toBe("hello");
    expect(attempt()).toBeNull();
  });

  function changed(at: number): Uint8Array {
    const copy = Uint8Array.from(sealed);
    copy[at] = (copy[at]! + 1) & 255;
    return copy;
  }
});

describe("sealPassword", () => {
  test("opens beside its own import and row only", () => {
    const key = newImportKey();
    const sealed = sealPassword(key, 12n, 3, "pâss wörd");
    expect(openPassword(key, 12n, 3, sealed)).toBe("pâss wörd");
    expect(openPassword(key, "12", 3, sealed)).toBe("pâss wörd");
    expect(openPassword(key, 12n, 4, sealed)).toBeNull();
    expect(openPassword(key, 1n, 23, sealed)).toBeNull();
    expect(openPassword(newImportKey(), 12n, 3, sealed)).toBeNull();
  });
});
