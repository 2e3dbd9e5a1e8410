/** The filter of the audit log, for the list and the export alike. */
import { isAuditAction } from "@rollcall/accounts";
import { z } from "zod";
import { recordId } from "../people/shapes";

export const subjectType = z.enum([
  "account",
  "group",
  "department",
  "plan",
  "attribute",
  "domain",
  "policy",
  "import",
  "message",
  "settings",
  "organisation",
  "audit",
]);

export const auditFilter = z.strictObject({
  actor: z.union([recordId, z.literal("system")]).optional(),
  action: z.string().refine(isAuditAction).optional(),
  subjectType: subjectType.optional(),
  subjectId: z.string().max(100).optional(),
  importId: recordId.optional(),
  from: z.date().optional(),
  to: z.date().optional(),
});
