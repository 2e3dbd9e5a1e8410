/** What composing every kind of mail shares. Pure types and the fields that all mails have. */
import type { ClaimedMessage } from "@rollcall/db";
import type { Attachment, EveryMail, Mail } from "@rollcall/email/types";
import type { OrganisationSettings } from "../organisation/settings";

export interface Composer {
  settings: OrganisationSettings;
  appUrl: string;
  /** put into the link, if there is one */
  token: string;
}

/** The link that a mail carries, to be stored as a token. */
export type MailLink =
  | { purpose: "SET_PASSWORD" | "RESET_PASSWORD"; minutes: number }
  | { purpose: "ENROL"; minutes: number; invitationId: bigint };

export interface Composed {
  mail: Mail;
  to: { name: string; address: string };
  link: MailLink | null;
  attachments: Attachment[];
}

/** Or why the message makes no sense (any more). */
export type Composition = { kind: "mail"; composed: Composed } | { kind: "cancel"; reason: string };

export type Reader = NonNullable<ClaimedMessage["account"]>;

export function everyMail(name: string, { settings }: Composer): EveryMail {
  return {
    personName: name,
    organisation: settings["organisation.name"],
    supportAddress: settings["organisation.supportAddress"],
    timeZone: settings["organisation.timeZone"],
  };
}

export function after(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
