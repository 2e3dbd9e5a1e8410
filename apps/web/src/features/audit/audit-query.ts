/** The audit log as an address: who, what, to what, when. Days are the reader's own. Pure. */
import type { AuditFilter, AuditSubject } from "@rollcall/accounts";
import { idOf, oneOf, writeParams } from "../pieces/params";
import type { UrlCodec } from "../pieces/use-url-state";

export interface AuditQuery {
  actor: string | null;
  action: string | null;
  subjectType: AuditSubject | null;
  subjectId: string | null;
  importId: string | null;
  /** the first and last day, YYYY-MM-DD; both included */
  from: string | null;
  to: string | null;
}

export const emptyAuditQuery: AuditQuery = {
  actor: null,
  action: null,
  subjectType: null,
  subjectId: null,
  importId: null,
  from: null,
  to: null,
};

export const subjectLabels = {
  account: "Users",
  group: "Groups",
  department: "Departments",
  plan: "Service plans",
  attribute: "Attributes",
  domain: "Domains",
  policy: "Policies",
  import: "Imports",
  message: "Mail",
  settings: "Settings",
  organisation: "Organisation",
  audit: "Audit log",
} as const satisfies Record<AuditSubject, string>;

export const subjectTypes = Object.keys(subjectLabels) as AuditSubject[];

export const auditQuery: UrlCodec<AuditQuery> = {
  parse: (params) => {
    const actor = params.get("actor");
    return {
      actor: actor === "system" ? "system" : (idOf(actor) ?? null),
      action: actionOf(params.get("action")),
      subjectType: oneOf(params.get("about"), subjectTypes) ?? null,
      subjectId: idOf(params.get("id")) ?? null,
      importId: idOf(params.get("import")) ?? null,
      from: dayOf(params.get("from")),
      to: dayOf(params.get("to")),
    };
  },
  write: (query) =>
    writeParams({
      actor: query.actor,
      action: query.action,
      about: query.subjectType,
      id: query.subjectId,
      import: query.importId,
      from: query.from,
      to: query.to,
    }),
};

export function isAuditFiltered(query: AuditQuery): boolean {
  return Object.values(query).some((value) => value !== null);
}

/** What the server is asked: days become moments in the reader's zone, `to` the beginning of the day after. */
export function auditFilter(query: AuditQuery, timeZone: string): AuditFilter {
  const { actor, action, subjectType, subjectId, importId, from, to } = query;
  return Object.fromEntries(
    Object.entries({
      actor,
      action,
      subjectType,
      subjectId,
      importId,
      from: from === null ? null : startOfDay(from, timeZone),
      to: to === null ? null : startOfDay(dayAfter(to), timeZone),
    }).filter(([, value]) => value !== null),
  );
}

/** A real day, written YYYY-MM-DD; else null. */
export function dayOf(value: string | null): string | null {
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : null;
}

/** The moment at which a day begins in a zone. */
export function startOfDay(day: string, timeZone: string): Date {
  const utc = new Date(`${day}T00:00:00Z`);
  // Twice, because the offset at midnight may differ from the one at the first guess (a change of the clocks).
  const first = new Date(utc.getTime() - offsetAt(utc, timeZone));
  return new Date(utc.getTime() - offsetAt(first, timeZone));
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value ?? 0);
  const there = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return there - Math.floor(moment.getTime() / 1000) * 1000;
}

/** Whether there is such an action, the server says; here only its form is looked at. */
function actionOf(value: string | null): string | null {
  return value !== null && /^[a-z-]{1,30}\.[a-z-]{1,30}$/.test(value) ? value : null;
}
