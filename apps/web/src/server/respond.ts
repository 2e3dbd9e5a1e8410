/**
 * Answers of route handlers that are no tRPC: the refusal of foreign requests, and the mapping of a use case's refusal
 * to a status. Everything that changes something calls `refuseForeign` first.
 */
import "server-only";
import {
  describeRefusal,
  refuseShortage,
  type Context,
  type Refusal,
  type RefusalCode,
} from "@rollcall/accounts";
import { environment } from "../env";
import { isSameOrigin } from "./same-origin";

/** A 403 when another site sent the request, else null. */
export function refuseForeign(request: Request): Response | null {
  if (isSameOrigin(request.headers, environment().appUrl)) return null;
  return Response.json({ error: "This request did not come from Rollcall's own pages." }, { status: 403 });
}

const statuses = {
  "not-signed-in": 401,
  forbidden: 403,
  "not-found": 404,
  invalid: 422,
  "address-taken": 409,
  "name-taken": 409,
  "role-above-yours": 403,
  "last-master": 409,
  "own-account": 409,
  "changed-meanwhile": 409,
  "wrong-state": 409,
  busy: 409,
  "sign-in-failed": 401,
  "password-change-required": 403,
  "too-many-attempts": 429,
  "link-unusable": 410,
  "already-set-up": 409,
  guarded: 409,
  "confirmed-already": 409,
  "file-refused": 422,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>;

/** A refusal as an HTTP answer, in plain words. */
export function respondRefusal(refusal: Refusal): Response {
  return Response.json(
    { error: describeRefusal(refusal), code: refusal.code },
    { status: statuses[refusal.code] },
  );
}

/** The answer of `work`; when the database could not give what it takes, that, in plain words. */
export async function answerShortage(context: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const refusal = refuseShortage(context, error);
    if (refusal === null) throw error;
    return respondRefusal(refusal);
  }
}
