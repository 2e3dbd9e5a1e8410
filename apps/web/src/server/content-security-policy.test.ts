import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const policy = contentSecurityPolicy({ nonce: "abc", secure: true, development: false });

describe("contentSecurityPolicy", () => {
  it.each([
    ["scripts need the nonce", "script-src 'self' 'nonce-abc' 'strict-dynamic'"],
    ["nobody frames us", "frame-ancestors 'none'"],
    ["no plugin", "object-src 'none'"],
    ["no other base", "base-uri 'none'"],
    ["everything else is closed", "default-src 'none'"],
    ["https stays https", "upgrade-insecure-requests"],
  ])("%s", (_reason, directive) => {
    expect(policy.split("; ")).toContain(directive);
  });

  it("evaluates no text outside development", () => {
    expect(policy).not.toContain("unsafe-eval");
    expect(contentSecurityPolicy({ nonce: "abc", secure: false, development: true })).toContain(
      "'unsafe-eval'",
    );
  });

  it("runs no inline script", () => {
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });
});
