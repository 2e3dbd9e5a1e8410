/**
 * What use cases of access take and give: plain data that crosses tRPC and the CLI unchanged. Ids are strings here.
 */
import type { AdminRole, Permission, Role } from "./permissions";

/** A sign-in that succeeded: put `sessionId` into the cookie, nothing else of this is ever trusted again. */
export interface SignedIn {
  sessionId: string;
  accountId: string;
  role: Role;
  /** until it is changed, every use case but those of one's own password refuses `password-change-required` */
  mustChangePassword: boolean;
  /** when the session ends whatever happens; it ends sooner after `session.*IdleMinutes` without a call */
  expiresAt: Date;
}

/** Who the caller is, fresh from the database. */
export interface Me {
  accountId: string;
  name: string;
  email: string;
  role: Role;
  adminRole: AdminRole | null;
  /** the organisation's name */
  organisation: string;
  permissions: Permission[];
  mustChangePassword: boolean;
  groups: string[];
  department: string | null;
  passwordChangedAt: Date | null;
  hasPassword: boolean;
  /** what a new password must be at least */
  passwordMinLength: number;
}

export interface SessionView {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  ip: string | null;
  userAgent: string | null;
  /** the one that asks */
  current: boolean;
}

/** What the page behind a mailed link may show before a password is chosen. */
export interface PasswordLink {
  email: string;
  name: string;
  /** welcome: the first password; reset: a new one */
  purpose: "welcome" | "reset";
  expiresAt: Date;
  organisation: string;
  passwordMinLength: number;
}

export interface SetUpLink {
  url: string;
  expiresAt: Date;
}

export interface SetUpInput {
  token: string;
  organisation: string;
  fullName: string;
  email: string;
  password: string;
}
