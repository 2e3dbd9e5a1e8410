/**
 * Makes a mail of what a database or a queue kept as JSON: dates come back as dates, what is missing or of the wrong type is
 * named. The border between stored data and the templates; knows no template.
 */
import { z } from "zod";

import type { Mail } from "./mail";

const text = z.string();
const nullableText = z.string().nullable();
const optionalText = z.string().nullish();
const date = z.union([z.date(), z.iso.datetime({ offset: true }).transform((iso) => new Date(iso))]);
const count = z.int().min(0);

const everyMail = {
  personName: text,
  organisation: text,
  supportAddress: optionalText,
  timeZone: optionalText,
};

const mailSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("welcome"),
    data: z.object({
      ...everyMail,
      invitedBy: nullableText,
      address: text,
      signInUrl: text,
      setPasswordUrl: nullableText,
      expiresAt: date.nullable(),
      givenName: optionalText,
      department: optionalText,
      groups: z.array(text).optional(),
    }),
  }),
  z.object({
    kind: z.literal("password-reset"),
    data: z.object({
      ...everyMail,
      address: text,
      resetUrl: text,
      expiresAt: date,
      requestedBy: nullableText,
    }),
  }),
  z.object({
    kind: z.literal("password-changed"),
    data: z.object({ ...everyMail, address: text, changedAt: date, changedBy: nullableText, resetUrl: text }),
  }),
  z.object({
    kind: z.literal("import-finished"),
    data: z.object({
      ...everyMail,
      fileName: text,
      importUrl: text,
      startedBy: text,
      finishedAt: date,
      counts: z.object({ created: count, updated: count, unchanged: count, skipped: count, problems: count }),
      mails: count,
    }),
  }),
  z.object({
    kind: z.literal("import-failed"),
    data: z.object({
      ...everyMail,
      fileName: text,
      importUrl: text,
      startedBy: text,
      failedAt: date,
      reason: text,
      waits: z.boolean().optional(),
      problems: z.array(z.object({ line: z.int().nullable(), column: nullableText, message: text })),
      problemCount: count,
      attachmentName: optionalText,
      attachedCount: count.nullish(),
    }),
  }),
  z.object({
    kind: z.literal("invitation"),
    data: z.object({
      ...everyMail,
      invitedBy: nullableText,
      address: text,
      enrolUrl: text,
      expiresAt: date,
      policyName: optionalText,
    }),
  }),
  z.object({
    kind: z.literal("domain-export"),
    data: z.object({
      ...everyMail,
      domain: text,
      accountCount: count,
      fileName: text,
      deletedBy: text,
      deletedAt: date,
      domainsUrl: text,
    }),
  }),
  z.object({
    kind: z.literal("test"),
    data: z.object({
      ...everyMail,
      address: text,
      requestedBy: text,
      sentAt: date,
      transport: text,
      settingsUrl: text,
    }),
  }),
]) satisfies z.ZodType<Mail>;

/**
 * The mail in `value` (`{kind, data}`, dates as Date or ISO 8601). Fields no template knows are dropped.
 * The message names fields, never values.
 */
export function parseMail(value: unknown): { ok: true; mail: Mail } | { ok: false; message: string } {
  const parsed = mailSchema.safeParse(value);
  if (parsed.success) return { ok: true, mail: parsed.data };
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))].join(", ");
  return {
    ok: false,
    message: `This is no mail that can be made: ${fields} is missing or of the wrong kind.`,
  };
}
