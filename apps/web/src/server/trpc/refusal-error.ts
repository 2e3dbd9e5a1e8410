/**
 * A refusal on its way through tRPC. The table is exhaustive by type: a new refusal code does not compile until it has
 * its place here. Words come from the accounts package.
 */
import { TRPCError, type TRPC_ERROR_CODE_KEY } from "@trpc/server";
import { describeRefusal, type Refusal, type RefusalCode, type Result } from "@rollcall/accounts";

export const trpcCodes = {
  "not-signed-in": "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  "not-found": "NOT_FOUND",
  invalid: "UNPROCESSABLE_CONTENT",
  "address-taken": "CONFLICT",
  "name-taken": "CONFLICT",
  "role-above-yours": "FORBIDDEN",
  "last-master": "PRECONDITION_FAILED",
  "own-account": "PRECONDITION_FAILED",
  "changed-meanwhile": "CONFLICT",
  "wrong-state": "PRECONDITION_FAILED",
  busy: "CONFLICT",
  "sign-in-failed": "UNAUTHORIZED",
  "password-change-required": "FORBIDDEN",
  "too-many-attempts": "TOO_MANY_REQUESTS",
  "link-unusable": "PRECONDITION_FAILED",
  "already-set-up": "PRECONDITION_FAILED",
  guarded: "PRECONDITION_FAILED",
  "confirmed-already": "CONFLICT",
  "file-refused": "UNPROCESSABLE_CONTENT",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<RefusalCode, TRPC_ERROR_CODE_KEY>;

/** Carries the refusal itself, so that the client can tell codes apart without reading words. */
export class RefusalCause extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(describeRefusal(refusal));
    this.name = "RefusalCause";
    this.refusal = refusal;
  }
}

/** The value of a use case's result, or its refusal thrown as the TRPCError that stands for it. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const cause = new RefusalCause(result.refusal);
  throw new TRPCError({ code: trpcCodes[result.refusal.code], message: cause.message, cause });
}
