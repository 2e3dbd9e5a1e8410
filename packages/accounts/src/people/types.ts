/**
 * What use cases of people take and give: plain data that crosses tRPC and the CLI unchanged. Ids are strings here.
 */
import type { AdminRole, Role } from "../access/permissions";
import type { AuditEventView } from "../audit/types";
import type { MessageListItem } from "../mail/types";

/** invited: enabled, but no password yet. A distribution list is active or disabled. */
export type AccountStatus = "active" | "invited" | "locked" | "disabled";
export type AccountSource = "MANUAL" | "IMPORTED" | "DIRECTORY";
export type AccountKind = "PERSON" | "LIST";

export type AccountSort = "name" | "email" | "department" | "status" | "created" | "lastSeen";

export interface AccountFilters {
  status?: AccountStatus | undefined;
  /** a role, or one admin role */
  role?: Role | AdminRole | undefined;
  source?: AccountSource | undefined;
  /** "none": accounts without a department */
  departmentId?: string | undefined;
  groupId?: string | undefined;
  /** a service plan */
  planId?: string | undefined;
  /** accounts that this import created */
  importId?: string | undefined;
}

export interface ListAccountsInput {
  /** words of name or address; each word must be found. One and two letters match only where a word begins. */
  search?: string | undefined;
  /** default: by name, ascending */
  sort?: { by: AccountSort; direction: "asc" | "desc" } | undefined;
  filters?: AccountFilters | undefined;
  /** `nextCursor` of the page before, with the same search, sort and filters */
  cursor?: string | undefined;
  /** 1 to 200 */
  limit: number;
  /** answer within a moment: the page may be short, or empty, while there is a next cursor */
  partial?: boolean | undefined;
}

export interface AccountListItem {
  id: string;
  name: string;
  email: string;
  kind: AccountKind;
  department: string | null;
  groups: string[];
  role: Role;
  adminRole: AdminRole | null;
  status: AccountStatus;
  source: AccountSource;
  lastSeenAt: Date | null;
  createdAt: Date;
}

/** How many there are: exact up to 10,000, beyond that an estimate. */
export interface Total {
  count: number;
  exact: boolean;
}

export interface AccountPage {
  items: AccountListItem[];
  nextCursor: string | null;
  total: Total;
}

/** What the caller may do with this account at this moment; the use case decides again when it is done. */
export interface AccountMay {
  edit: boolean;
  /** disable or enable */
  disable: boolean;
  lock: boolean;
  unlock: boolean;
  delete: boolean;
  changeRole: boolean;
  /** write the remote account code */
  accountCode: boolean;
  /** the admin roles the caller may grant, strongest first; "USER" is always among them when changeRole is true */
  grant: ("USER" | AdminRole)[];
  resetPassword: boolean;
  resendWelcome: boolean;
}

/** One import that made or changed the account. */
export interface AccountLineage {
  importId: string;
  fileName: string;
  at: Date;
  /** of the row in the file */
  line: number | null;
  kind: "created" | "updated";
}

/** The value of a custom attribute. */
export interface AccountAttribute {
  name: string;
  value: string;
}

export interface AccountDetails extends AccountListItem {
  version: number;
  /** the service plan */
  plan: string | null;
  planId: string | null;
  username: string | null;
  givenName: string | null;
  middleName: string | null;
  familyName: string | null;
  aliases: string[];
  departmentId: string | null;
  memberships: { id: string; name: string }[];
  phone: string | null;
  contactEmail: string | null;
  description: string | null;
  /** of the primary address, from an import */
  note: string | null;
  exchangeDomain: string | null;
  exchangeUsername: string | null;
  pop: boolean | null;
  submit: boolean | null;
  accountCode: string | null;
  delegates: string[];
  /** by name */
  attributes: AccountAttribute[];
  enabled: boolean;
  lockedOut: boolean;
  /** none: only a link lets them in; waiting: imported, works already, is being hashed */
  password: {
    state: "set" | "waiting" | "none";
    changedAt: Date | null;
    mustChange: boolean;
    neverExpires: boolean;
  };
  updatedAt: Date;
  /** who made it: a person, an import's starter, or Rollcall */
  createdBy: string | null;
  /** newest first, at most 20 */
  imports: AccountLineage[];
  /** open sign-ins */
  sessions: number;
  /** newest first, at most 10 */
  messages: MessageListItem[];
  /** newest first, at most 20 */
  events: AuditEventView[];
  may: AccountMay;
}

/** Fields left out stay as they are (of a new account: empty); null empties one. Lengths are those of PRODUCT.md. */
export interface EditAccountFields {
  kind?: AccountKind | undefined;
  fullName?: string | undefined;
  givenName?: string | null | undefined;
  middleName?: string | null | undefined;
  familyName?: string | null | undefined;
  username?: string | null | undefined;
  /** the primary address; kills every open link of the account */
  email?: string | undefined;
  /** exactly these, ten at most */
  aliases?: string[] | undefined;
  /** made when there is none of that name */
  departmentName?: string | null | undefined;
  /** exactly these groups, made when missing */
  groups?: string[] | undefined;
  /** a service plan that exists and is enabled */
  planName?: string | null | undefined;
  phone?: string | null | undefined;
  contactEmail?: string | null | undefined;
  description?: string | null | undefined;
  /** of the primary address */
  note?: string | null | undefined;
  exchangeDomain?: string | null | undefined;
  exchangeUsername?: string | null | undefined;
  /** only of addresses on the organisation's own domains, when it named any; null: not said */
  pop?: boolean | null | undefined;
  submit?: boolean | null | undefined;
  /** addresses of who may open this mailbox: exactly these, ten at most */
  delegates?: string[] | undefined;
  /** only Master and Migration may change it */
  accountCode?: string | null | undefined;
  /** those that are named; made when missing, and null or "" takes a value away */
  attributes?: { name: string; value: string | null }[] | undefined;
  enabled?: boolean | undefined;
  lockedOut?: boolean | undefined;
  mustChangePassword?: boolean | undefined;
  passwordNeverExpires?: boolean | undefined;
}

export interface AddAccountInput extends EditAccountFields {
  email: string;
  fullName: string;
  /** default USER */
  role?: Role | undefined;
  /** of an ADMINISTRATOR; default BASIC */
  adminRole?: AdminRole | null | undefined;
  /** chosen by the administrator; its owner must change it at the first sign-in unless `mustChangePassword` is false */
  password?: string | null | undefined;
  sendWelcome: boolean;
}

/** What a bulk action did: accounts changed, accounts that already were so, and ids that are no account any more. */
export interface BulkResult {
  changed: number;
  unchanged: number;
  gone: number;
}

/** At most this many accounts in one bulk action; callers go on with the next. */
export const bulkLimit = 1000;
