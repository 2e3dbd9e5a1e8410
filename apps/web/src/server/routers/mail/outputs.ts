/** What procedures of mail answer with, declared. */
import type {
  MailSummary,
  MessageDetails,
  MessageKind,
  MessageListItem,
  MessagePage,
} from "@rollcall/accounts";
import { z } from "zod";

export const messageState = z.enum(["QUEUED", "RETRYING", "SENT", "FAILED", "UNKNOWN", "CANCELLED"]);

const item = z.object({
  id: z.string(),
  kind: z.custom<MessageKind>((value) => typeof value === "string"),
  kindName: z.string(),
  state: messageState,
  toName: z.string(),
  toAddress: z.string(),
  accountId: z.string().nullable(),
  importId: z.string().nullable(),
  subject: z.string().nullable(),
  attempts: z.number(),
  lastError: z.string().nullable(),
  createdAt: z.date(),
  sentAt: z.date().nullable(),
  nextAttemptAt: z.date().nullable(),
});

export const messageItemOutput: z.ZodType<MessageListItem> = item;

export const messagePageOutput: z.ZodType<MessagePage> = z.object({
  items: z.array(messageItemOutput),
  nextCursor: z.string().nullable(),
});

export const messageOutput: z.ZodType<MessageDetails> = item.extend({
  providerId: z.string().nullable(),
  firstTryAt: z.date().nullable(),
  importFileName: z.string().nullable(),
  body: z
    .object({
      subject: z.string(),
      html: z.string(),
      text: z.string(),
      attachments: z.array(z.object({ fileName: z.string(), bytes: z.number() })),
    })
    .nullable(),
  bodyHidden: z.enum(["not-kept", "not-sent", "not-yours", "removed"]).nullable(),
  may: z.object({ retry: z.boolean() }),
});

export const mailSummaryOutput: z.ZodType<MailSummary> = z.object({
  states: z.record(messageState, z.number()),
  oldestWaitingSince: z.date().nullable(),
});
