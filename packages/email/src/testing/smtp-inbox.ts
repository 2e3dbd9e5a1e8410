/**
 * A real SMTP server on a random loopback port that keeps what it is sent, for tests.
 */
import type { AddressInfo } from "node:net";

import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export interface ReceivedMail {
  from: string;
  to: string[];
  /** the message as it came over the wire */
  raw: string;
  /** whether the connection was encrypted */
  secure: boolean;
  /** the user who signed in; null for nobody */
  user: string | null;
}

export interface SmtpInbox {
  port: number;
  mails: ReceivedMail[];
  close: () => Promise<void>;
}

/** An error an SMTP hook may pass on: the reply with that code. */
export function smtpReply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Takes everything unless `options` say otherwise. `disabledCommands: []` offers STARTTLS, with a certificate nobody vouches for. */
export async function startSmtpInbox(options: SMTPServerOptions = {}): Promise<SmtpInbox> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => done(null, { user: auth.username }),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const user: unknown = session.user;
        mails.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map((recipient) => recipient.address),
          raw: Buffer.concat(chunks).toString("utf8"),
          secure: session.secure,
          user: typeof user === "string" ? user : null,
        });
        done();
      });
    },
    ...options,
  });
  // A client that leaves in the middle is part of the tests.
  server.on("error", () => undefined);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  return { port, mails, close: () => new Promise((closed) => server.close(closed)) };
}
