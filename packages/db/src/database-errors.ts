/**
 * Reads PostgreSQL's error codes, so that nobody outside this package has to know them.
 */

/** Deadlock, serialization failure, a lost or refused connection: the same work may be tried again. */
const retryable = /^(40P01|40001|08\d{3}|57P0[1-3]|53300)$/;
const lostConnection = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

/** True when nothing was changed and trying again may well succeed. */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return retryable.test(code) || lostConnection.has(code) || /Connection terminated/.test(error.message);
}
