/** The numbers, charts and open ends of the overview page, and the small numbers of the navigation. */
import {
  countAccounts,
  countAccountsBy,
  countMailByDay,
  countNewAccounts,
  countNoWayIn,
  importsThatWait,
  listAuditRows,
  readMailTrouble,
  readSmallCounts,
  readToday,
  recentImports,
  type MailTroubleRow,
  type OverviewImportRow,
} from "@rollcall/db";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { may } from "../access/permissions";
import { toEventView } from "../audit/to-event-view";
import type { Context } from "../context";
import { statusOf } from "../people/account-status";
import { done, type Result } from "../result";
import { holdFigures } from "./hold-figures";
import { accountsOverTime, daysUntil, mailByDay } from "./series";
import type { AttentionItem, NavigationCounts, Overview, OverviewImport } from "./types";

const shownImports = 8;
const shownEvents = 8;
const shownAttention = 6;
const month = 30;

/** Imports and what waits of them are shown to those who may see them. */
export async function overview(context: Context, input: { days: 30 | 90 | 365 }): Promise<Result<Overview>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const { database } = context;
  const span = Math.max(month, input.days);
  const seesImports = may(gate.value, "imports.read");
  const [today, counts, made, mail, small, imports, waiting, trouble, noWayIn, events] = await Promise.all([
    readToday(database),
    holdFigures(database, "accounts", () => countAccountsBy(database)),
    holdFigures(database, `new ${String(span)}`, () => countNewAccounts(database, span)),
    holdFigures(database, `mail ${String(span)}`, () => countMailByDay(database, span)),
    readSmallCounts(database),
    seesImports ? recentImports(database, shownImports) : [],
    seesImports ? importsThatWait(database, shownAttention) : [],
    holdFigures(database, "mail trouble", () => readMailTrouble(database)),
    holdFigures(database, "no way in", () => countNoWayIn(database)),
    listAuditRows(database, anyEvent, { before: null, limit: shownEvents }),
  ]);
  const days = daysUntil(today, input.days);
  const lastMonth = new Set(daysUntil(today, month));
  return done({
    totals: {
      ...totalsOf(counts),
      administrators: small.administrators,
      groups: small.groups,
      departments: small.departments,
      imports: small.imports,
      newIn30Days: made.reduce((sum, row) => sum + (lastMonth.has(row.day) ? row.count : 0), 0),
      mail: mail.reduce(
        (states, row) =>
          lastMonth.has(row.day) ? { ...states, [row.state]: states[row.state] + row.count } : states,
        { QUEUED: 0, RETRYING: 0, SENT: 0, FAILED: 0, UNKNOWN: 0, CANCELLED: 0 },
      ),
    },
    accountsOverTime: accountsOverTime(days, counts, made),
    imports: imports.map(toOverviewImport),
    mailByDay: mailByDay(days, mail),
    attention: attentionOf(waiting, trouble, small.locked, noWayIn),
    events: events.map(toEventView),
  });
}

/** Cheap whatever the size of the organisation. */
export async function navigationCounts(context: Context): Promise<Result<NavigationCounts>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const [accounts, small] = await Promise.all([
    countAccounts(context.database),
    readSmallCounts(context.database),
  ]);
  const { groups, departments, mailTrouble } = small;
  const importsWaiting = may(gate.value, "imports.read") ? small.importsWaiting : 0;
  return done({ accounts, groups, departments, importsWaiting, mailTrouble });
}

const anyEvent = {
  actorId: null,
  action: null,
  subjectType: null,
  subjectId: null,
  importId: null,
  from: null,
  to: null,
} as const;

function totalsOf(
  counts: Awaited<ReturnType<typeof countAccountsBy>>,
): Pick<Overview["totals"], "accounts" | "byStatus" | "bySource"> {
  const byStatus = { active: 0, invited: 0, locked: 0, disabled: 0 };
  const bySource = { MANUAL: 0, IMPORTED: 0, DIRECTORY: 0 };
  let accounts = 0;
  for (const { source, status, count } of counts) {
    accounts += count;
    bySource[source] += count;
    byStatus[statusOf(status)] += count;
  }
  return { accounts, byStatus, bySource };
}

const count = z.number().int().default(0);
const summaryShape = z.object({
  create: count,
  update: count,
  unchanged: count,
  skip: count,
  problem: count,
});

function toOverviewImport(row: OverviewImportRow): OverviewImport {
  const summary = summaryShape.safeParse(row.summary);
  return {
    id: String(row.id),
    fileName: row.fileName,
    status: row.status,
    createdAt: row.createdAt,
    rows: row.rows,
    summary: summary.success ? summary.data : null,
  };
}

/** Most urgent first: what blocks people's work, then what went wrong, then what may wait. */
function attentionOf(
  waiting: readonly OverviewImportRow[],
  trouble: readonly MailTroubleRow[],
  locked: number,
  noWayIn: number,
): AttentionItem[] {
  const ready = waiting.filter((row) => row.status === "READY").map(importWaits);
  const failed = waiting.filter((row) => row.status === "FAILED").map(importFailed);
  const mails = trouble.map(({ state, count: mails, since }): AttentionItem => {
    switch (state) {
      case "FAILED":
        return { kind: "mail-failed", count: mails, since };
      case "UNKNOWN":
        return { kind: "mail-unknown", count: mails, since };
      case "LATE":
        return { kind: "mail-late", count: mails, since };
    }
  });
  return [
    ...ready,
    ...failed,
    ...mails,
    ...(locked > 0 ? [{ kind: "locked" as const, count: locked }] : []),
    ...(noWayIn > 0 ? [{ kind: "no-way-in" as const, count: noWayIn }] : []),
  ];
}

function importWaits(row: OverviewImportRow): AttentionItem {
  const summary = toOverviewImport(row).summary;
  return {
    kind: "import-waits",
    importId: String(row.id),
    fileName: row.fileName,
    create: summary?.create ?? 0,
    update: summary?.update ?? 0,
    problem: summary?.problem ?? 0,
    objection: row.objection,
    since: row.plannedAt ?? row.createdAt,
  };
}

function importFailed(row: OverviewImportRow): AttentionItem {
  return {
    kind: "import-failed",
    importId: String(row.id),
    fileName: row.fileName,
    failure: row.failure,
    since: row.endedAt ?? row.createdAt,
  };
}
