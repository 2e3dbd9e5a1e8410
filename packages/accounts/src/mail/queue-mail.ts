/**
 * Puts mails into the outbox, in the transaction that causes them. What a mail needs besides its person and link is kept as
 * `data`; the link itself is made when the mail is first tried, so that no working link waits in the database.
 */
import { insertMessages, type Transaction } from "@rollcall/db";
import { z } from "zod";

/** Whom a mail goes to. */
export interface Recipient {
  accountId: bigint;
  name: string;
  email: string;
}

/** `data` of each kind, as it is stored. */
export const messageData = {
  welcome: z.object({ invitedBy: z.string().nullable().default(null) }),
  "password-reset": z.object({ requestedBy: z.string().nullable().default(null) }),
  "password-changed": z.object({
    changedAt: z.coerce.date(),
    changedBy: z.string().nullable().default(null),
  }),
  /** why a commit was given back to the review; absent: the import failed */
  "import-failed": z.object({ objection: z.string().optional(), at: z.coerce.date().optional() }),
  invitation: z.object({ invitationId: z.string() }),
  "domain-export": z.object({
    domain: z.string(),
    accountCount: z.number(),
    deletedBy: z.string(),
    deletedAt: z.coerce.date(),
    fileName: z.string(),
    contentType: z.string(),
    /** sealed, base64; gone once it was sent */
    file: z.string().optional(),
  }),
  test: z.object({ requestedBy: z.string(), transport: z.string() }),
} as const;

/** With a link to set a password when the account has none by the time it is sent. `invitedBy` is a full name. */
export async function queueWelcomes(
  tx: Transaction,
  recipients: readonly Recipient[],
  invitedBy: string | null,
): Promise<void> {
  await insertMessages(
    tx,
    recipients.map((one) => ({
      kind: "welcome",
      accountId: one.accountId,
      toAddress: one.email,
      toName: one.name,
      data: { invitedBy },
    })),
  );
}

/** `requestedBy`: an administrator's full name; null when the owner (or somebody with the address) asked. */
export async function queuePasswordReset(
  tx: Transaction,
  recipient: Recipient,
  requestedBy: string | null,
): Promise<void> {
  const { accountId, email, name } = recipient;
  const data = { requestedBy };
  await insertMessages(tx, [{ kind: "password-reset", accountId, toAddress: email, toName: name, data }]);
}

/** `changedBy`: an administrator's full name; null when it was done from the account itself. */
export async function queuePasswordChanged(
  tx: Transaction,
  recipient: Recipient,
  changedAt: Date,
  changedBy: string | null,
): Promise<void> {
  const { accountId, email, name } = recipient;
  const data = { changedAt: changedAt.toISOString(), changedBy };
  await insertMessages(tx, [{ kind: "password-changed", accountId, toAddress: email, toName: name, data }]);
}

/** Another mail of an invitation; its link is new. (The first mails are written together with the invitations.) */
export async function queueInvitation(
  tx: Transaction,
  recipient: Recipient,
  invitationId: bigint,
): Promise<void> {
  const { accountId, email, name } = recipient;
  const data = { invitationId: String(invitationId) };
  await insertMessages(tx, [{ kind: "invitation", accountId, toAddress: email, toName: name, data }]);
}

/** To any address: tries whether mail works. `transport` is what the settings say, without secrets. */
export async function queueTest(
  tx: Transaction,
  to: { accountId: bigint | null; name: string; email: string },
  requestedBy: string,
  transport: string,
): Promise<void> {
  const data = { requestedBy, transport };
  const { accountId, email, name } = to;
  await insertMessages(tx, [{ kind: "test", accountId, toAddress: email, toName: name, data }]);
}
