/** The record of an import as JSON prints it: statuses in lower case, instants in ISO 8601, the rest under its own names. */
import type { ImportRecord, ImportSummary } from "@rollcall/accounts";
import { problemView } from "./problem-view";

export function fileView(record: ImportRecord): Record<string, unknown> {
  return {
    name: record.fileName,
    bytes: record.fileBytes,
    sha256: record.fileSha256,
    encoding: record.encoding,
    container: record.container,
    delimiter: record.delimiter,
    sheet: record.sheet,
  };
}

export function formatView({
  format,
}: ImportRecord): { id: string; confidence: number; reason: string } | null {
  return format === null ? null : { id: format.id, confidence: format.confidence, reason: format.reason };
}

const nothing: ImportSummary = { create: 0, update: 0, unchanged: 0, skip: 0, problem: 0 };

/** In the order of INTERFACE.md; all zero before there is a plan. */
export function summaryView(summary: ImportSummary | null): ImportSummary {
  const { create, update, unchanged, skip, problem } = summary ?? nothing;
  return { create, update, unchanged, skip, problem };
}

export function importView(record: ImportRecord): Record<string, unknown> {
  const { creates } = record;
  return {
    id: record.id,
    status: record.status.toLowerCase(),
    file: fileView(record),
    format: formatView(record),
    rows: record.rows,
    summary: record.summary === null ? null : summaryView(record.summary),
    creates:
      creates === null
        ? null
        : {
            departments: creates.departments.map(({ name }) => name),
            groups: creates.groups.map(({ name }) => name),
            attributes: creates.attributes.map(({ name }) => name),
          },
    options: record.options,
    problems: record.problems.map(problemView),
    failure: record.failure,
    ...(record.objection === null ? {} : { objection: record.objection }),
    mails: record.mails,
    passwordsPending: record.passwordsPending,
    fingerprint: record.fingerprint,
    mapping: record.mapping,
    undoes: record.undoes,
    undoneBy:
      record.undoneBy === null
        ? null
        : {
            ...record.undoneBy,
            at: record.undoneBy.at.toISOString(),
            status: record.undoneBy.status.toLowerCase(),
          },
    undo: record.undo,
    redactedAt: record.redactedAt?.toISOString() ?? null,
    createdBy: record.createdBy,
    confirmedBy: record.confirmedBy,
    createdAt: record.createdAt.toISOString(),
    plannedAt: record.plannedAt?.toISOString() ?? null,
    confirmedAt: record.confirmedAt?.toISOString() ?? null,
    endedAt: record.endedAt?.toISOString() ?? null,
  };
}
