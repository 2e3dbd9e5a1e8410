/** An audit event as screens, CLI and exports show it. */
import type { AuditRow } from "@rollcall/db";
import { z } from "zod";
import { describeAction, isAuditAction, type AuditAction } from "./actions";
import type { AuditEventView, AuditSubject } from "./types";

const subjects = [
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
] as const satisfies readonly AuditSubject[];
const dataShape = z.record(z.string(), z.unknown());

export function toEventView(row: AuditRow): AuditEventView {
  const data = dataShape.safeParse(row.data);
  return {
    id: String(row.id),
    at: row.at,
    actorId: row.actorId === null ? null : String(row.actorId),
    actorName: row.actorName,
    // A row of another version stays in the log and is shown under its own name.
    action: row.action as AuditAction,
    words: isAuditAction(row.action) ? describeAction(row.action) : row.action,
    subjectType: subjects.find((subject) => subject === row.subjectType) ?? "organisation",
    subjectId: row.subjectId,
    subjectName: row.subjectName,
    importId: row.importId === null ? null : String(row.importId),
    data: data.success ? data.data : {},
    ip: row.ip,
  };
}
