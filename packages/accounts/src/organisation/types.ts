/**
 * What use cases of the organisation take and give: groups, departments, settings, overview, search. Ids are strings here.
 */
import type { AuditEventView } from "../audit/types";
import type { MessageState } from "../mail/types";
import type { AccountListItem, AccountSource, AccountStatus } from "../people/types";
import type { ImportStatus, ImportSummary } from "../imports/types";

export interface ListNamedInput {
  /** part of the name */
  search?: string | undefined;
  /** default: by name, ascending; by members: largest first, at most the first 1,000 */
  sort?: "name" | "members" | undefined;
  cursor?: string | undefined;
  /** 1 to 200 */
  limit: number;
}

export interface GroupListItem {
  id: string;
  name: string;
  description: string | null;
  members: number;
  /** carried by the group itself; null: the default holds for its members */
  policy: { id: string; name: string } | null;
  createdAt: Date;
  /** the import that made it */
  importId: string | null;
}

/** A service plan: which services an account gets (sources/003, "user template"). */
export interface ServicePlan {
  id: string;
  name: string;
  description: string | null;
  /** their names, in the order given */
  services: string[];
  /** a disabled one is given to nobody any more; who has it keeps it */
  enabled: boolean;
  /** taken by rows that name none; one at most, and never a disabled one */
  isDefault: boolean;
  /** that have it */
  accounts: number;
  createdAt: Date;
}

/** What is left out stays, or of a new one has its default. */
export interface PlanFields {
  name?: string | undefined;
  description?: string | null | undefined;
  /** at most 50 of 200 characters */
  services?: string[] | undefined;
  enabled?: boolean | undefined;
  isDefault?: boolean | undefined;
}

/** A custom field of accounts. */
export interface Attribute {
  id: string;
  name: string;
  /** that have a value */
  accounts: number;
  createdAt: Date;
  /** the import that made it */
  importId: string | null;
}

/** Which mail a domain takes: for any address, for known addresses, or for accounts that the directory vouches for. */
export type RecipientValidation = "NONE" | "KNOWN_ADDRESSES" | "DIRECTORY_USERS";

export interface Domain {
  id: string;
  name: string;
  recipientValidation: RecipientValidation;
  /** whose primary address is in it */
  accounts: number;
  createdAt: Date;
}

/** What holds for the devices of a group's members. */
export interface Policy {
  id: string;
  name: string;
  /** sentences, in their order */
  rules: string[];
  /** holds for people whose groups carry none; one at most */
  isDefault: boolean;
  /** that carry it */
  groups: number;
  /** that were enrolled under it and are not removed */
  devices: number;
  createdAt: Date;
}

/** What is left out stays, or of a new one has its default. */
export interface PolicyFields {
  name?: string | undefined;
  /** at most 20 of 300 characters */
  rules?: string[] | undefined;
  isDefault?: boolean | undefined;
}

export interface DepartmentListItem {
  id: string;
  name: string;
  members: number;
  createdAt: Date;
  importId: string | null;
}

export interface NamedPage<T> {
  items: T[];
  nextCursor: string | null;
  total: number;
}

/** With the first members by name; the rest through listAccounts and its filter. */
export interface GroupDetails extends GroupListItem {
  firstMembers: AccountListItem[];
  events: AuditEventView[];
  may: { edit: boolean };
}

export interface DepartmentDetails extends DepartmentListItem {
  firstMembers: AccountListItem[];
  events: AuditEventView[];
  may: { edit: boolean };
}

/** A point of "accounts over time": how many there were at the end of the period, by source. Deleted ones are not counted. */
export interface AccountsPoint {
  /** the day the period ends, UTC */
  day: string;
  manual: number;
  imported: number;
  directory: number;
}

export interface MailPoint {
  /** UTC */
  day: string;
  sent: number;
  /** QUEUED and RETRYING */
  waiting: number;
  /** FAILED, UNKNOWN and CANCELLED */
  failed: number;
}

export interface OverviewImport {
  id: string;
  fileName: string;
  status: ImportStatus;
  createdAt: Date;
  rows: number;
  summary: ImportSummary | null;
}

/** One thing that wants a person, most urgent first. */
export type AttentionItem =
  | {
      kind: "import-waits";
      importId: string;
      fileName: string;
      create: number;
      update: number;
      problem: number;
      /** it was confirmed already, and this spoke against carrying it out */
      objection: string | null;
      since: Date;
    }
  | { kind: "import-failed"; importId: string; fileName: string; failure: string | null; since: Date }
  | { kind: "mail-failed"; count: number; since: Date }
  | { kind: "mail-unknown"; count: number; since: Date }
  | { kind: "mail-late"; count: number; since: Date }
  | { kind: "locked"; count: number }
  | { kind: "no-way-in"; count: number };

export interface Overview {
  totals: {
    accounts: number;
    byStatus: Record<AccountStatus, number>;
    bySource: Record<AccountSource, number>;
    administrators: number;
    groups: number;
    departments: number;
    imports: number;
    /** accounts that were made within the last 30 days and exist still */
    newIn30Days: number;
    /** messages made within the last 30 days */
    mail: Record<MessageState, number>;
  };
  accountsOverTime: AccountsPoint[];
  imports: OverviewImport[];
  mailByDay: MailPoint[];
  attention: AttentionItem[];
  events: AuditEventView[];
}

/** Small numbers for the navigation, cheap enough to ask for on every page. */
export interface NavigationCounts {
  accounts: { count: number; exact: boolean };
  groups: number;
  departments: number;
  /** imports that wait for a person */
  importsWaiting: number;
  /** messages that failed or whose fate is unknown */
  mailTrouble: number;
}

/** One hit of the command menu. */
export interface SearchHit {
  kind: "account" | "group" | "department" | "import";
  id: string;
  title: string;
  detail: string | null;
}
