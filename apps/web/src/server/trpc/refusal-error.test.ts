import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { done, refuse, type Refusal } from "@rollcall/accounts";
import { RefusalCause, trpcCodes, unwrap } from "./refusal-error";

const refusals: Refusal[] = [
  { code: "not-signed-in" },
  { code: "forbidden", need: "an administrator" },
  { code: "not-found", what: "user" },
  { code: "invalid", fields: { email: "This is not a valid mail address." } },
  { code: "address-taken", address: "a@example.com", by: null },
  { code: "name-taken", name: "Staff" },
  { code: "role-above-yours", role: "Master" },
  { code: "last-master" },
  { code: "own-account", what: "delete" },
  { code: "changed-meanwhile", what: "user" },
  { code: "wrong-state", what: "import", state: "cancelled" },
  { code: "busy", what: "This account" },
  { code: "sign-in-failed" },
  { code: "password-change-required" },
  { code: "too-many-attempts", retryAfterSeconds: 9 },
  { code: "link-unusable", reason: "expired" },
  { code: "already-set-up" },
  {
    code: "guarded",
    wrong: "missing",
    number: 12,
    of: "accounts",
    reasons: ["It changes an administrator."],
  },
  { code: "confirmed-already", by: "Bea", at: "2026-03-03T14:03:00.000Z", you: false },
  { code: "file-refused", message: "The file is empty." },
  { code: "unavailable", shortage: "disk-full" },
];

function thrownBy(refusal: Refusal): unknown {
  try {
    return unwrap(refuse(refusal));
  } catch (error) {
    return error;
  }
}

describe("unwrap", () => {
  it("gives the value of what was done", () => {
    expect(unwrap(done(4))).toBe(4);
  });

  it.each(refusals.map((refusal) => [refusal.code, refusal] as const))(
    "throws %s as it is",
    (code, refusal) => {
      const error = thrownBy(refusal);
      expect(error).toBeInstanceOf(TRPCError);
      const { cause, code: outside } = error as TRPCError;
      expect(outside).toBe(trpcCodes[code]);
      expect(cause).toBeInstanceOf(RefusalCause);
      expect((cause as RefusalCause).refusal).toEqual(refusal);
    },
  );

  it("has a refusal of every code in this table", () => {
    expect(refusals.map((refusal) => refusal.code).sort()).toEqual(Object.keys(trpcCodes).sort());
  });

  it("never passes a refusal off as a defect", () => {
    expect(Object.values(trpcCodes)).not.toContain("INTERNAL_SERVER_ERROR");
  });
});
