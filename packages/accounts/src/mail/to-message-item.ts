/** A message as lists show it. */
import type { MessageRow } from "@rollcall/db";
import type { MessageKind, MessageListItem } from "./types";

const kindNames = {
  welcome: "Welcome",
  "password-reset": "Password reset",
  "password-changed": "Password changed",
  "import-finished": "Import finished",
  "import-failed": "Import failed",
  invitation: "Invitation",
  "domain-export": "Domain export",
  test: "Test",
} as const satisfies Record<MessageKind, string>;

export function isMessageKind(text: string): text is MessageKind {
  return Object.hasOwn(kindNames, text);
}

/** Not any more where the contents of its import were removed: then neither name nor address is kept, and it cannot be sent again. */
export function hasReader({ toAddress }: Pick<MessageRow, "toAddress">): boolean {
  return toAddress !== "";
}

export function toMessageItem(row: MessageRow): MessageListItem {
  const waits = row.state === "QUEUED" || row.state === "RETRYING";
  return {
    id: String(row.id),
    kind: row.kind as MessageKind,
    kindName: isMessageKind(row.kind) ? kindNames[row.kind] : row.kind,
    state: row.state,
    toName: row.toName,
    toAddress: row.toAddress,
    accountId: row.accountId === null ? null : String(row.accountId),
    importId: row.importId === null ? null : String(row.importId),
    subject: row.subject,
    attempts: row.attempts,
    lastError: row.lastError,
    createdAt: row.createdAt,
    sentAt: row.sentAt,
    nextAttemptAt: waits ? row.nextAttemptAt : null,
  };
}
