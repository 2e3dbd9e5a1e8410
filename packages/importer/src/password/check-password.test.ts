// The default policy of PRODUCT.md: length, common passwords, the person's own address and name.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPasswordPolicy } from "../model/check";
import { checkPassword } from "./check-password";
import { commonEndings, commonSigns, commonWords } from "./common-passwords";
import { isCommonPassword } from "./is-common-password";

const owner = { email: "Jane.Doe@Example.com", name: "Jane Anne Doe" };
const reasonOf = (password: string, policy = defaultPasswordPolicy): string | null =>
  checkPassword(password, policy, owner)?.reason ?? null;

describe("checkPassword", () => {
  it.each([
    ["eleven characters", "Kq7vLm2xTr9", "too-short"],
    ["twelve characters", "Kq7vLm2xTr9w", null],
    ["eleven characters of two units each", "😀".repeat(10) + "x", "too-short"],
    ["1,024 characters", "Kq7v".repeat(255) + "abcd", null],
    ["1,025 characters", "Kq7v".repeat(256) + "x", "too-long"],
    ["a megabyte", "x".repeat(1 << 20), "too-long"],
    ["a common one", "Password1234", "common"],
    ["the own address", "jane.doe@example.com", "own-address"],
    ["the own address in another case", "JANE.DOE@EXAMPLE.COM", "own-address"],
    ["the own name", "Jane Anne Doe", "own-name"],
    ["the own name without spaces", "janeannedoe!", "own-name"],
    ["the own name from behind", "Doe-Anne-Jane", "own-name"],
    ["words of one's own", "correct donkey battery clip", null],
    ["any script", "пароль с пробелами", null],
  ])("%s", (_, password, reason) => {
    expect(reasonOf(password)).toBe(reason);
  });

  it("refuses the part before the @ where it is long enough", () => {
    const policy = { minLength: 6, maxLength: 64 };
    expect(checkPassword("janedoe", policy, owner)?.reason).toBe("own-address");
  });

  it("says the lengths, for the words, and nothing else of the policy", () => {
    const policy = { minLength: 14, maxLength: 20, other: "x" };
    expect(checkPassword("short", policy, owner)).toEqual({
      reason: "too-short",
      minLength: 14,
      maxLength: 20,
    });
  });

  it("lets the example of sources/003 through where the organisation lowers the length", () => {
    expect(checkPassword("pwd", { minLength: 3, maxLength: 64 }, { email: null, name: null })).toBeNull();
  });

  it("never throws", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, text, (password, email, name) => {
        checkPassword(password, defaultPasswordPolicy, { email, name });
      }),
    );
  });
});

describe("isCommonPassword", () => {
  it.each(
    `password PASSWORD Password1 Password1! P@ssw0rd P@ssw0rd2024! passw0rd123 password1234 passwordpassword qwerty123
    qwertyuiop qwertyuiop12 1q2w3e4r5t6y 1qaz2wsx3edc 12345678 123456789012 0987654321 aaaaaaaa abcabcabcabc abcdefghijkl
    zyxwvutsrqpo iloveyou iloveyou123 letmein123 letmein12345 Welcome1 Welcome2024! welcome@123 Summer2025 Winter-2026!
    administrator admin123456 administrator1 changeme changeme123! sunshine1 football99 Liverpool1 michael1987 dragon123
    monkey12345 princess1! trustno1234 starwars1977 superman! superman123 batman2008 qazwsxedc asdfghjkl; zxcvbnm123
    11223344 147258369 correcthorsebatterystaple Januar2024 Juli2026! Sommer2024! Passwort123 motdepasse1 contraseña1 s3cr3t123`
      .trim()
      .split(/\s+/u),
  )("%s is", (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each(
    `Tidal-Copper-58-Lantern kumquat-envoy-42 Xq8#vT2!mLp9 teapotgiraffe sunshine-otter-mill 7Wd9Ye2Rt5Uq dragon#88127743 mybicyclehasfourwheels
    geologistpancake`
      .trim()
      .split(/\s+/u),
  )("%s is not", (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });

  it("knows some thousand passwords of 12 characters and more, as the default policy needs", () => {
    let count = 0;
    for (const word of commonWords)
      for (const ending of commonEndings) {
        const password = word + ending;
        if (password.length < 12) continue;
        count++;
        if (count % 97 === 0) expect(isCommonPassword(password)).toBe(true);
      }
    expect(count).toBeGreaterThan(3000);
    expect(Math.max(...Array.from(commonEndings, (ending) => ending.length))).toBeLessThanOrEqual(10);
    expect(Math.max(...Array.from(commonSigns, (sign) => sign.length))).toBeLessThanOrEqual(5);
  });
});
