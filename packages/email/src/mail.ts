/**
 * Everything a mail can say, as data: one kind a mail, and what its template needs to know. Pure types, no React,
 * so that use cases can queue mails without knowing how one looks. No kind has a field for a password, and none may get one.
 */

/** What every mail knows. */
export interface EveryMail {
  /** the reader's full name; may be empty */
  personName: string;
  /** the organisation in whose name the mail is sent */
  organisation: string;
  /** where a reader who did not expect the mail can ask; left out of the mail when null or absent */
  supportAddress?: string | null | undefined;
  /** IANA time zone in which instants are written; UTC when null or absent */
  timeZone?: string | null | undefined;
}

/** An account was made. With `setPasswordUrl` the button chooses the first password, without it the button signs in. */
export interface WelcomeData extends EveryMail {
  /** full name of who made the account; null for the system (a directory, the set-up) */
  invitedBy: string | null;
  /** the address the reader signs in with */
  address: string;
  signInUrl: string;
  setPasswordUrl: string | null;
  /** when `setPasswordUrl` stops working */
  expiresAt: Date | null;
  /** used in the title instead of the full name */
  givenName?: string | null | undefined;
  department?: string | null | undefined;
  groups?: readonly string[] | undefined;
}

/** Somebody asked for a new password. */
export interface PasswordResetData extends EveryMail {
  address: string;
  resetUrl: string;
  expiresAt: Date;
  /** full name of the administrator who asked; null when it was the reader (or somebody with the address) */
  requestedBy: string | null;
}

/** A password was changed: a warning to the account's owner. */
export interface PasswordChangedData extends EveryMail {
  address: string;
  changedAt: Date;
  /** full name of the administrator who changed it; null when it was done from the account itself */
  changedBy: string | null;
  /** the page on which a new password can be asked for */
  resetUrl: string;
}

export interface ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  /** rows that wait to be corrected */
  problems: number;
}

/** An import was applied; goes to who started it. */
export interface ImportFinishedData extends EveryMail {
  fileName: string;
  /** the import's page in the console */
  importUrl: string;
  /** full name of who started it */
  startedBy: string;
  finishedAt: Date;
  counts: ImportCounts;
  /** mails queued to imported people */
  mails: number;
}

export interface ReportedProblem {
  /** the line of the file where the row begins; null for the file as a whole */
  line: number | null;
  /** the column's heading; null for the row as a whole */
  column: string | null;
  /** plain words, from the importer's `describeProblem`; never a password cell's text */
  message: string;
}

/** An import was not applied and nothing was changed; goes to who started it. */
export interface ImportFailedData extends EveryMail {
  fileName: string;
  importUrl: string;
  startedBy: string;
  failedAt: Date;
  /** one sentence: why the whole file was refused */
  reason: string;
  /** it waits in its review again, as it was before somebody confirmed it; absent or false: it is over */
  waits?: boolean | undefined;
  /** in the order of the file; the mail lists the first 20 */
  problems: readonly ReportedProblem[];
  /** how many there are in all, `problems` included */
  problemCount: number;
  /** name of the attached CSV that lists them; null or absent when there is none */
  attachmentName?: string | null | undefined;
  /** how many the attached CSV lists, when it was cut; null or absent when it lists all of them */
  attachedCount?: number | null | undefined;
}

/** Enrol a device. */
export interface InvitationData extends EveryMail {
  invitedBy: string | null;
  address: string;
  enrolUrl: string;
  expiresAt: Date;
  /** the policy the device will get; null or absent when there is none */
  policyName?: string | null | undefined;
}

/** A domain was deleted; its hosted users are attached, in the hosted-users format. */
export interface DomainExportData extends EveryMail {
  domain: string;
  accountCount: number;
  /** name of the attached file; one that ends in .gz is said to be packed */
  fileName: string;
  deletedBy: string;
  deletedAt: Date;
  /** the domains page in the console */
  domainsUrl: string;
}

/** Somebody tries whether mail works. */
export interface TestData extends EveryMail {
  address: string;
  requestedBy: string;
  sentAt: Date;
  /** how it was sent, in words without secrets, for example "smtp://mail.example.com:587" */
  transport: string;
  /** the mail settings page in the console */
  settingsUrl: string;
}

/** Every mail Rollcall sends. */
export type Mail =
  | { kind: "welcome"; data: WelcomeData }
  | { kind: "password-reset"; data: PasswordResetData }
  | { kind: "password-changed"; data: PasswordChangedData }
  | { kind: "import-finished"; data: ImportFinishedData }
  | { kind: "import-failed"; data: ImportFailedData }
  | { kind: "invitation"; data: InvitationData }
  | { kind: "domain-export"; data: DomainExportData }
  | { kind: "test"; data: TestData };

export type MailKind = Mail["kind"];

/** The data of one kind of mail. */
export type MailData<K extends MailKind> = Extract<Mail, { kind: K }>["data"];

/** A mail in the three forms a message carries. */
export interface RenderedMail {
  /** one line, no control characters */
  subject: string;
  /** a whole document */
  html: string;
  /** the same in plain text, lines of at most 76 characters save addresses */
  text: string;
}
