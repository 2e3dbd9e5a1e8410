/**
 * Makes the transport a configuration asks for.
 */
import type { Transport, TransportConfig } from "../delivery";
import { createOutboxTransport } from "./outbox";
import { createResendTransport } from "./resend";
import { createSmtpTransport } from "./smtp";

/** One transport for the life of a process; close it at the end. Connections are opened when the first message needs one. */
export function createTransport(config: TransportConfig): Transport {
  switch (config.kind) {
    case "outbox":
      return createOutboxTransport(config);
    case "smtp":
      return createSmtpTransport(config);
    case "resend":
      return createResendTransport(config);
  }
}

/** What a configuration is, in words without secrets: for `doctor`, logs and the test mail. */
export function describeTransport(config: TransportConfig): string {
  switch (config.kind) {
    case "outbox":
      return `outbox, ${config.folder}`;
    case "smtp":
      return `${config.secure ? "smtps" : "smtp"}, ${config.host}:${config.port}`;
    case "resend":
      return `resend, ${config.baseUrl}`;
  }
}
