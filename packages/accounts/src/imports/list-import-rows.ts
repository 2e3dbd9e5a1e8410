/** The rows of the review, a page at a time, with words for their outcome. */
import {
  countRows,
  findReviewFacts,
  findRowAt,
  findRowPage,
  type ReviewFacts,
  type RowPageQuery,
  type StoredImportRow,
  type StoredOutcome,
} from "@rollcall/db";
import { describeProblem, type Problem } from "@rollcall/importer";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { describeOutcome } from "./describe-outcome";
import { parseImportId } from "./import-id";
import { effectiveOptions } from "./import-options";
import type { FieldChange, FieldValue, ImportOptions, ImportRowView, Outcome, SkipReason } from "./types";

export interface RowPage {
  rows: ImportRowView[];
  /** the row number after which the next page begins; null at the end. There may be more though `rows` are few, or none */
  nextCursor: number | null;
  /** the row number before which the page above ends (`before`); null at the beginning */
  prevCursor: number | null;
  /** how many rows meet the filters; null where only looking at all of them would tell */
  total: number | null;
  /** the place of the first row among them, from 0; null where it is not known */
  position: number | null;
}

export interface RowQuery {
  importId: string;
  outcomes?: Outcome[];
  /** found in any cell, case-insensitive */
  search?: string | null;
  /** a code, or the key of a cause */
  problemCode?: string | null;
  /** a key of Import.causes: `code|field|reason` */
  cause?: string | null;
  /** rows after this number */
  cursor?: number | null;
  /** rows before this number, the last of them; instead of `cursor` */
  before?: number | null;
  /** a jump: the page begins with the row at this place among those that meet the filters; where it is not known, `cursor` holds */
  position?: number | null;
  /** at most 200 */
  limit: number;
  /** answer within a moment even where few of many rows meet a search: the page may come back short, with where to go on */
  partial?: boolean;
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
  const importId = parseImportId(input.importId);
  const facts = importId === null ? null : await findReviewFacts(context.database, importId);
  if (importId === null || facts === null) return refuse({ code: "not-found", what: "import" });
  const filters = toFilters(importId, input);
  const place = await findPlace(context, filters, facts, input);
  const asked = { ...filters, ...place };
  const { rows: stored, more } = await findRowPage(
    context.database,
    asked,
    facts,
    input.partial === true ? {} : { patience: wholePatience },
  );
  const { mail } = effectiveOptions(facts.options, facts.formatId);
  const rows = stored.map((row) => toRowView(row, mail));
  const first = rows[0]?.rowNo ?? null;
  const back = asked.backwards;
  return done({
    rows,
    nextCursor: back ? (rows.at(-1)?.rowNo ?? null) : more,
    prevCursor: back ? more : asked.from <= 0 ? null : first,
    total: countRows(asked, facts),
    position:
      place.position ?? (isWhole(asked) && first !== null && facts.last === facts.rows ? first - 1 : null),
  });
}

/** Milliseconds that a page may take before it comes back short; a search for what hardly occurs in a million rows looks at many. */
const wholePatience = 2_000;

type Filters = Omit<RowPageQuery, "from" | "backwards">;

function toFilters(importId: bigint, input: RowQuery): Filters {
  const search = input.search?.trim() ?? "";
  const named = input.cause ?? input.problemCode ?? null;
  const isKey = named?.includes("|") === true;
  return {
    importId,
    outcomes: (input.outcomes ?? []).map((outcome) => storedOutcomes[outcome]),
    search: search === "" ? null : search,
    cause: isKey ? named : null,
    problemCode: isKey ? null : named,
    limit: Math.min(200, Math.max(1, input.limit)),
  };
}

function isWhole({ outcomes, search, cause, problemCode }: Filters): boolean {
  return outcomes.length === 0 && search === null && cause === null && problemCode === null;
}

interface Place {
  from: number;
  backwards: boolean;
  position: number | null;
}

async function findPlace(
  context: Context,
  filters: Filters,
  facts: ReviewFacts,
  { cursor, before, position }: RowQuery,
): Promise<Place> {
  if (position !== null && position !== undefined) {
    const forwards = { ...filters, from: 0, backwards: false };
    const found = await findRowAt(context.database, forwards, facts, position);
    if (found !== null)
      return { from: found.rowNo - 1, backwards: false, position: found.exact ? position : null };
  }
  if (before !== null && before !== undefined) return { from: before, backwards: true, position: null };
  return { from: cursor ?? 0, backwards: false, position: null };
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
