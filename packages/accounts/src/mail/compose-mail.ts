/**
 * What a claimed message says: its kind, what was stored with it, the person as they are now, and a link when it carries one.
 * Pure; renders and stores nothing.
 */
import type { ClaimedMessage } from "@rollcall/db";
import type { Mail } from "@rollcall/email/types";
import { passwordLinkUrl } from "../access/link-tokens";
import type { OrganisationSettings } from "../organisation/settings";
import { messageData } from "./queue-mail";

export interface Composer {
  settings: OrganisationSettings;
  appUrl: string;
  /** put into the link, if there is one */
  token: string;
}

export interface Composed {
  mail: Mail;
  to: { name: string; address: string };
  /** the link that the mail carries, to be stored as a token */
  link: { purpose: "SET_PASSWORD" | "RESET_PASSWORD"; minutes: number } | null;
}

/** Or why the message makes no sense (any more). */
export type Composition = { kind: "mail"; composed: Composed } | { kind: "cancel"; reason: string };

type Reader = NonNullable<ClaimedMessage["account"]>;

export function composeMail(message: ClaimedMessage, composer: Composer): Composition {
  switch (message.kind) {
    case "welcome":
      return withReader(message, true, (reader) => welcome(message, reader, composer));
    case "password-reset":
      return withReader(message, true, (reader) => passwordReset(message, reader, composer));
    case "password-changed":
      return withReader(message, false, (reader) => passwordChanged(message, reader, composer));
    case "test":
      return { kind: "mail", composed: test(message, composer) };
    default:
      return { kind: "cancel", reason: "This version of Rollcall does not know how to write this mail." };
  }
}

/** A mail with a way in goes to who may come in, at the address they have now. */
function withReader(
  message: ClaimedMessage,
  mustBeAbleToSignIn: boolean,
  compose: (reader: Reader) => Composed,
): Composition {
  const { account } = message;
  if (account === null) return { kind: "cancel", reason: "The account was deleted before it was sent." };
  if (mustBeAbleToSignIn && !account.enabled) return { kind: "cancel", reason: "The account is disabled." };
  if (mustBeAbleToSignIn && account.lockedOut) return { kind: "cancel", reason: "The account is locked." };
  return { kind: "mail", composed: compose(account) };
}

function everyMail(name: string, { settings }: Composer) {
  return {
    personName: name,
    organisation: settings["organisation.name"],
    supportAddress: settings["organisation.supportAddress"],
    timeZone: settings["organisation.timeZone"],
  };
}

function welcome(message: ClaimedMessage, reader: Reader, composer: Composer): Composed {
  const { invitedBy } = messageData.welcome.parse(message.data);
  const minutes = composer.settings["link.setPasswordHours"] * 60;
  const link = reader.hasPassword ? null : ({ purpose: "SET_PASSWORD", minutes } as const);
  return {
    to: { name: reader.name, address: reader.email },
    link,
    mail: {
      kind: "welcome",
      data: {
        ...everyMail(reader.name, composer),
        invitedBy,
        address: reader.email,
        signInUrl: `${composer.appUrl}/sign-in`,
        setPasswordUrl: link === null ? null : passwordLinkUrl(composer.appUrl, composer.token),
        expiresAt: link === null ? null : after(message.now, minutes),
        givenName: reader.givenName,
        department: reader.department,
        groups: reader.groups,
      },
    },
  };
}

function passwordReset(message: ClaimedMessage, reader: Reader, composer: Composer): Composed {
  const { requestedBy } = messageData["password-reset"].parse(message.data);
  const minutes = composer.settings["link.resetPasswordMinutes"];
  return {
    to: { name: reader.name, address: reader.email },
    link: { purpose: "RESET_PASSWORD", minutes },
    mail: {
      kind: "password-reset",
      data: {
        ...everyMail(reader.name, composer),
        address: reader.email,
        resetUrl: passwordLinkUrl(composer.appUrl, composer.token),
        expiresAt: after(message.now, minutes),
        requestedBy,
      },
    },
  };
}

function passwordChanged(message: ClaimedMessage, reader: Reader, composer: Composer): Composed {
  const { changedAt, changedBy } = messageData["password-changed"].parse(message.data);
  return {
    // To the address the account had when it happened: whoever changed it since must not be the only one to know.
    to: { name: message.toName, address: message.toAddress },
    link: null,
    mail: {
      kind: "password-changed",
      data: {
        ...everyMail(reader.name, composer),
        address: reader.email,
        changedAt,
        changedBy,
        resetUrl: `${composer.appUrl}/forgot-password`,
      },
    },
  };
}

function test(message: ClaimedMessage, composer: Composer): Composed {
  const { requestedBy, transport } = messageData.test.parse(message.data);
  return {
    to: { name: message.toName, address: message.toAddress },
    link: null,
    mail: {
      kind: "test",
      data: {
        ...everyMail(message.toName, composer),
        address: message.toAddress,
        requestedBy,
        sentAt: message.now,
        transport,
        settingsUrl: `${composer.appUrl}/settings`,
      },
    },
  };
}

function after(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
