/**
 * Reads PostgreSQL's error codes, so that nobody outside this package has to know them.
 */

/** Deadlock, serialization failure, a lost or refused connection: the same work may be tried again. */
const retryable = /^(40P01|40001|08\d{3}|57P0[1-3]|53300)$/;
/** Node's names of a connection that was lost or never came about, and Prisma's (P…). */
const lostConnection = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
]);
/** What pg and its pool say without a code: the connection ended, or none was free or answered in time. */
const lostWords = /Connection terminated|timeout exceeded when trying to connect|timeout expired/;

/** True when nothing was changed and trying again may well succeed. */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return retryable.test(code) || lostConnection.has(code) || lostWords.test(error.message);
}
