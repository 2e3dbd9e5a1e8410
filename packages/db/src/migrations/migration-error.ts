// The one error that migrating throws on purpose, with a sentence for whoever runs Rollcall.

/** Why the database could not be brought to the state that this version of Rollcall needs. */
export type MigrationFault =
  /** The PostgreSQL is older than Rollcall supports. */
  | "server-too-old"
  /** The database was migrated by a newer Rollcall. */
  | "newer-database"
  /** A migration's SQL failed; nothing of it was kept. */
  | "failed"
  /** The migrations folder or the schema is not as it must be. */
  | "wrong-files";

/** A failure with one clear line as its message; `fault` says which kind. */
export class MigrationError extends Error {
  readonly fault: MigrationFault;

  constructor(fault: MigrationFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "MigrationError";
    this.fault = fault;
  }
}
