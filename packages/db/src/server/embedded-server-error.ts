// The one error the embedded database throws on purpose: a sentence for the person who started Rollcall.
// It must not carry a password or a statement.

/** Why the embedded database could not be opened. */
export type EmbeddedServerFault =
  /** No PostgreSQL is packaged for this operating system and processor. */
  | "unsupported-platform"
  /** Root started it and there is no other user to run PostgreSQL as. */
  | "no-system-user"
  /** The data folder belongs to a PostgreSQL of another major version. Nothing was changed. */
  | "other-version"
  /** Something that is no PostgreSQL cluster lies where the cluster belongs. Nothing was changed. */
  | "not-a-cluster"
  /** A folder or file cannot be read, written or run. */
  | "not-permitted"
  /** The disk is full. */
  | "disk-full"
  /** Another machine or container uses the same data folder. */
  | "in-use-elsewhere"
  /** PostgreSQL itself refused; its own words are in the message. */
  | "refused";

/** A failure with one clear line as its message; `fault` says which kind. */
export class EmbeddedServerError extends Error {
  readonly fault: EmbeddedServerFault;

  constructor(fault: EmbeddedServerFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EmbeddedServerError";
    this.fault = fault;
  }
}

/**
 * Turns a failure of the file system into one clear line (what was being done, why it failed, what to do).
 * Anything that is no failure of the file system is given back as it is.
 */
export function explain(error: unknown, doing: string): unknown {
  if (!(error instanceof Error) || error instanceof EmbeddedServerError) return error;
  const code = errorCode(error);
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return new EmbeddedServerError("disk-full", `Could not ${doing}: the disk is full.`, { cause: error });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new EmbeddedServerError(
        "not-permitted",
        `Could not ${doing}: ${error.message}. The folder must belong to the user who runs Rollcall.`,
        { cause: error },
      );
    default:
      return code === undefined
        ? error
        : new EmbeddedServerError("refused", `Could not ${doing}: ${error.message}`, { cause: error });
  }
}

/** The `code` of a Node.js system error, such as ENOENT. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
