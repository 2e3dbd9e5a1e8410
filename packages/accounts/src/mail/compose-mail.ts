/**
 * What a claimed message says: its kind, what was stored with it, the person as they are now, and a link when it carries one.
 * Pure; renders and stores nothing.
 */
import type { ClaimedMessage } from "@rollcall/db";
import { passwordLinkUrl } from "../access/link-tokens";
import { domainExport, importFailed, importFinished } from "./compose-file-mails";
import { composeInvitation } from "./compose-invitation";
import {
  after,
  everyMail,
  type Composed,
  type Composer,
  type Composition,
  type Reader,
} from "./compose-parts";
import type { Material } from "./gather-material";
import { messageData } from "./queue-mail";

export function composeMail(message: ClaimedMessage, composer: Composer, material: Material): Composition {
  const anybody = { mustSignIn: false };
  switch (message.kind) {
    case "welcome":
      return withReader(message, { mustSignIn: true }, (reader) => mail(welcome(message, reader, composer)));
    case "password-reset":
      return withReader(message, { mustSignIn: true }, (reader) =>
        mail(passwordReset(message, reader, composer)),
      );
    case "password-changed":
      return withReader(message, anybody, (reader) => mail(passwordChanged(message, reader, composer)));
    case "invitation":
      return withReader(message, { mustSignIn: true }, (reader) =>
        composeInvitation(message, reader, composer, material),
      );
    case "import-finished":
      return withReader(message, anybody, (reader) =>
        mail(importFinished(reader, composer, material), "The import is gone."),
      );
    case "import-failed":
      return withReader(message, anybody, (reader) =>
        mail(importFailed(message, reader, composer, material), "The import is gone."),
      );
    case "domain-export":
      return withReader(message, anybody, (reader) =>
        mail(
          domainExport(message, reader, composer, material),
          "Its file was sealed with another SECRET and cannot be read.",
        ),
      );
    case "test":
      return mail(test(message, composer));
    default:
      return { kind: "cancel", reason: "This version of Rollcall does not know how to write this mail." };
  }
}

function mail(composed: Composed | null, otherwise = ""): Composition {
  return composed === null ? { kind: "cancel", reason: otherwise } : { kind: "mail", composed };
}

/** A mail with a way in goes to who may come in, at the address they have now. */
function withReader(
  message: ClaimedMessage,
  { mustSignIn }: { mustSignIn: boolean },
  compose: (reader: Reader) => Composition,
): Composition {
  const { account } = message;
  if (account === null) return { kind: "cancel", reason: "The account was deleted before it was sent." };
  if (mustSignIn && !account.enabled) return { kind: "cancel", reason: "The account is disabled." };
  if (mustSignIn && account.lockedOut) return { kind: "cancel", reason: "The account is locked." };
  return compose(account);
}

function welcome(message: ClaimedMessage, reader: Reader, composer: Composer): Composed {
  const { invitedBy } = messageData.welcome.parse(message.data);
  const minutes = composer.settings["link.setPasswordHours"] * 60;
  const link = reader.hasPassword ? null : ({ purpose: "SET_PASSWORD", minutes } as const);
  return {
    to: { name: reader.name, address: reader.email },
    link,
    attachments: [],
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
    attachments: [],
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
    attachments: [],
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
    attachments: [],
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
