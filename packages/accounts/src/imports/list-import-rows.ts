/** The rows of the review, a page at a time, with words for their outcome. */
import { findImportRows, type StoredImportRow, type StoredOutcome } from "@rollcall/db";
import { describeProblem, type Problem } from "@rollcall/importer";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { findRecord } from "./find-record";
import { describeOutcome } from "./describe-outcome";
import type { FieldChange, FieldValue, ImportOptions, ImportRowView, Outcome, SkipReason } from "./types";

export interface RowPage {
  rows: ImportRowView[];
  /** the row number after which the next page begins; null at the end */
  nextCursor: number | null;
}

export interface RowQuery {
  importId: string;
  outcomes?: Outcome[];
  search?: string | null;
  problemCode?: string | null;
  cursor?: number | null;
  /** at most 200 */
  limit: number;
}

export const storedOutcomes = {
  create: "CREATE",
  update: "UPDATE",
  unchanged: "UNCHANGED",
  skip: "SKIP",
  problem: "PROBLEM",
} as const satisfies Record<Outcome, StoredOutcome>;

const outcomes = {
  CREATE: "create",
  UPDATE: "update",
  UNCHANGED: "unchanged",
  SKIP: "skip",
  PROBLEM: "problem",
} as const satisfies Record<StoredOutcome, Outcome>;

export async function listImportRows(context: Context, input: RowQuery): Promise<Result<RowPage>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const { key: importId, options } = found.value;
  const limit = Math.min(200, Math.max(1, input.limit));
  const search = input.search?.trim() ?? "";
  const stored = await findImportRows(context.database, {
    importId,
    outcomes: (input.outcomes ?? []).map((outcome) => storedOutcomes[outcome]),
    search: search === "" ? null : search,
    problemCode: input.problemCode ?? null,
    after: input.cursor ?? 0,
    limit: limit + 1,
  });
  const rows = stored.slice(0, limit).map((row) => toRowView(row, options.mail));
  return done({ rows, nextCursor: stored.length > limit ? (rows.at(-1)?.rowNo ?? null) : null });
}

/** `mail`: the import's option, which may overrule what the rows say. */
export function toRowView(stored: StoredImportRow, mail: ImportOptions["mail"]): ImportRowView {
  const outcome = outcomes[stored.outcome];
  const problems = [
    ...((stored.rowProblems ?? []) as Problem[]),
    ...((stored.planProblems ?? []) as Problem[]),
  ]
    .filter((problem) => matters(problem, outcome, mail))
    .map((problem) => ({ ...problem, message: describeProblem(problem) }));
  const view = {
    rowNo: stored.rowNo,
    line: stored.line,
    cells: stored.cells,
    email: stored.email,
    outcome,
    reason: stored.reason as SkipReason | null,
    accountId: stored.accountId === null ? null : String(stored.accountId),
    changes: toChanges(stored.changes),
    problems,
    original: stored.original,
    decision: toDecision(stored.decision),
    linked:
      stored.linkedEmail === null || stored.linkAccountId === null
        ? null
        : {
            id: String(stored.linkAccountId),
            email: stored.linkedEmail,
            name: stored.linkedName ?? stored.linkedEmail,
          },
  };
  return {
    ...view,
    why: describeOutcome({ ...view, sendWelcome: stored.sendWelcome, hasPassword: stored.hasPassword }, mail),
  };
}

function toDecision(stored: string | null): ImportRowView["decision"] {
  return stored === "skip" || stored === "link" ? stored : null;
}

/** Who has an account, or gets a mail in any case, has their way in, whatever this file says of passwords and mails. */
function matters({ code }: Problem, outcome: Outcome, mail: ImportOptions["mail"]): boolean {
  if (code !== "password.no-way-in") return true;
  return mail !== "always" && (outcome === "create" || outcome === "problem");
}

/** jsonb leaves out what is null; the change says it again. */
function toChanges(changes: unknown): Record<string, FieldChange> {
  const stored = (changes ?? {}) as Record<
    string,
    { from?: FieldValue; to?: FieldValue; add?: string[]; remove?: string[] }
  >;
  return Object.fromEntries(
    Object.entries(stored).map(([field, change]) => [
      field,
      change.add === undefined
        ? { from: change.from ?? null, to: change.to ?? null }
        : { add: change.add, remove: change.remove ?? [] },
    ]),
  );
}
