/** What procedures of the audit log answer with, declared. */
import {
  isAuditAction,
  type AuditAction,
  type AuditEventView,
  type AuditPage,
  type AuditVerification,
} from "@rollcall/accounts";
import { z } from "zod";
import { subjectType } from "./shapes";

const action = z.custom<AuditAction>((value) => typeof value === "string" && isAuditAction(value));

export const eventOutput: z.ZodType<AuditEventView> = z.object({
  id: z.string(),
  at: z.date(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  action,
  words: z.string(),
  subjectType,
  subjectId: z.string().nullable(),
  subjectName: z.string().nullable(),
  importId: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  ip: z.string().nullable(),
});

export const auditPageOutput: z.ZodType<AuditPage> = z.object({
  items: z.array(eventOutput),
  nextCursor: z.string().nullable(),
});

export const verificationOutput: z.ZodType<AuditVerification> = z.object({
  ok: z.boolean(),
  checked: z.number(),
  firstBroken: z.string().nullable(),
});

export const actionsOutput = z.array(z.object({ value: action, words: z.string() }));
