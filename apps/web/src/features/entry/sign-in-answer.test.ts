import { describe, expect, it } from "vitest";
import { readSignInError, writeSignInError, type SignInError } from "./sign-in-answer";

const answers: [reason: string, url: string, error: SignInError | null][] = [
  ["no error means signed in", "http://localhost:3000", null],
  ["our word for a wrong password", "http://localhost:3000/sign-in?error=sign-in-failed", { kind: "failed" }],
  ["next-auth's own word for it", "http://localhost:3000/x?error=CredentialsSignin", { kind: "failed" }],
  ["a wait", "http://localhost:3000/x?error=too-many-attempts:90", { kind: "wait", seconds: 90 }],
  ["a defect of next-auth", "http://localhost:3000/x?error=Configuration", { kind: "defect" }],
  ["an answer that is no address", "", { kind: "defect" }],
];

describe("readSignInError", () => {
  it.each(answers)("reads %s", (_reason, url, error) => {
    expect(readSignInError(url)).toEqual(error);
  });

  it("reads what was written", () => {
    const word = writeSignInError({ code: "too-many-attempts", retryAfterSeconds: 7 });
    const url = `http://localhost:3000/sign-in?error=${encodeURIComponent(word)}`;
    expect(readSignInError(url)).toEqual({ kind: "wait", seconds: 7 });
  });
});
