export type * from "./types";
export { MailDataError } from "./render/words";
export { mailKinds, type MailKindInfo, type MailPreview } from "./mail-kinds";
export { parseMail } from "./parse-mail";
export { renderMail } from "./render-mail";
export { createTransport, describeTransport } from "./transports/create-transport";
export { formatMailbox } from "./transports/mailbox";
export { outboxFileName } from "./transports/outbox";
export { parseMailUrl, type MailUrlExtra } from "./transports/parse-mail-url";
