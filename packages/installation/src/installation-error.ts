/**
 * Why this installation cannot be used, in one clear line for the person at the terminal. It never carries a password.
 */
export class InstallationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "InstallationError";
  }
}

/** The `code` of a system or PostgreSQL error ("ECONNREFUSED", "28P01"); looks into causes and bundles; null when none. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string" && !error.code.startsWith("P2")) return error.code;
  const inner: unknown[] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  for (const one of [...inner, error.cause]) {
    const code = errorCode(one);
    if (code !== null) return code;
  }
  return null;
}
