/**
 * What use cases of mail take and give. Ids are strings here.
 */
import type { Attachment, Mail, RenderedMail } from "@rollcall/email/types";

export type MessageState = "QUEUED" | "RETRYING" | "SENT" | "FAILED" | "UNKNOWN" | "CANCELLED";
export type MessageKind = Mail["kind"];

export interface ListMessagesInput {
  state?: MessageState | undefined;
  importId?: string | undefined;
  accountId?: string | undefined;
  /** words of the person's name or address, or a whole address */
  search?: string | undefined;
  cursor?: string | undefined;
  /** 1 to 200 */
  limit: number;
}

export interface MessageListItem {
  id: string;
  kind: MessageKind;
  /** "Welcome", "Password reset", … */
  kindName: string;
  state: MessageState;
  /** this and the address are "" once they were removed with the rows of the mail's import */
  toName: string;
  toAddress: string;
  accountId: string | null;
  importId: string | null;
  /** null until it was first made ready to send */
  subject: string | null;
  attempts: number;
  /** why it was not accepted, in plain words */
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
  /** when it is tried next; null unless QUEUED or RETRYING */
  nextAttemptAt: Date | null;
}

export interface MessagePage {
  /** newest first */
  items: MessageListItem[];
  nextCursor: string | null;
}

export interface MessageDetails extends MessageListItem {
  providerId: string | null;
  firstTryAt: Date | null;
  importFileName: string | null;
  /**
   * Readable only when it was "sent" to the outbox: transport. The text holds a working link, so it is shown only to
   * those who could send that link themselves.
   */
  body: {
    subject: string;
    html: string;
    text: string;
    attachments: { fileName: string; bytes: number }[];
  } | null;
  /** why `body` is null */
  bodyHidden: "not-kept" | "not-sent" | "not-yours" | "removed" | null;
  may: { retry: boolean };
}

/** How many messages are in each state, and how long the oldest has waited. */
export interface MailSummary {
  states: Record<MessageState, number>;
  /** of the oldest message that is QUEUED or RETRYING and due */
  oldestWaitingSince: Date | null;
}

/** Renders a mail: `renderMail` of @rollcall/email. */
export type RenderMail = (mail: Mail) => Promise<RenderedMail>;

/** What delivery needs of a transport: `createTransport` of @rollcall/email gives one. */
export interface MailTransport {
  send(message: {
    key: string;
    from: string;
    to: string;
    subject: string;
    html: string;
    text: string;
    attachments: readonly Attachment[];
  }): Promise<
    | { kind: "accepted"; providerId: string | null }
    | { kind: "rejected"; reason: string }
    | { kind: "retry"; reason: string; retryAfterSeconds: number | null }
  >;
}

/** Copies of mails that lie outside the database (the outbox's files), whichever transport is on: `keptMails` of @rollcall/email. */
export interface KeptMails {
  /** their names, some at a time */
  files(): AsyncIterable<string[]>;
  /** throws when it cannot */
  forget(name: string): Promise<void>;
  /** those that nobody finished writing and nobody touched since `before`; gives how many */
  forgetUnfinished(before: Date): Promise<number>;
}

export interface DeliverMessagesInput {
  transport: MailTransport;
  /** the sender: `Name <address>` */
  from: string;
  /** at most so many in this call */
  limit: number;
  renderMail: RenderMail;
  /** true for the outbox: transport: what was sent stays readable in the console */
  keepReadable: boolean;
  /** where a copy may lie that has to go at once, because the mail's import keeps its rows no more */
  kept?: KeptMails | undefined;
}

export interface DeliveryReport {
  sent: number;
  retrying: number;
  failed: number;
  /** no answer for 23 hours: waits for a person */
  unknown: number;
  /** not sent because it no longer made sense (account deleted, link replaced) */
  cancelled: number;
}
