/**
 * What a use case is given besides its input: the database, who asks (as a claim, never trusted: `authorise` looks it up),
 * and the few settings that use cases need. It knows nothing of HTTP, terminals or jobs.
 */
import type { Database } from "@rollcall/db";

/** Who says they are asking. A session and an operator are looked up on every call; the system is our own worker. */
export type Principal =
  | { kind: "session"; sessionId: string }
  /** the command line on the server itself, acting as one administrator */
  | { kind: "operator"; accountId: bigint }
  /** background work that nobody asks for */
  | { kind: "system" }
  | { kind: "anonymous" };

export interface AccountsSettings {
  /** base of every link, without a trailing slash */
  appUrl: string;
  /** the organisation-wide secret: seals import keys and message bodies; ≥ 32 characters */
  secret: string;
  importMaxRows: number;
  importMaxBytes: number;
}

export interface Log {
  info(message: string, data?: Record<string, unknown>): void;
  warn(message: string, data?: Record<string, unknown>): void;
  error(message: string, data?: Record<string, unknown>): void;
}

export interface Context {
  database: Database;
  principal: Principal;
  /** the network address the request came from; null for terminal and worker */
  ip: string | null;
  userAgent: string | null;
  settings: AccountsSettings;
  log: Log;
}
