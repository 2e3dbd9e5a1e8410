/** What was corrected in an earlier file of the same kind, offered again and repeated step by step. */
import { findRecipeImports, findEdits, type StoredEdit } from "@rollcall/db";
import { headerFingerprint, type ColumnMatch } from "@rollcall/importer";
import { authorise } from "../../access/authorise";
import type { Context } from "../../context";
import { done, refuse, type Result } from "../../result";
import { findRecord } from "../find-record";
import { parseImportId } from "../import-id";
import { correctImport, lookAtRows, type Correction, type MadeStep } from "./correct-import";
import { writeStep } from "./make-step";
import { planStep, type PlannedStep } from "./plan-step";
import { isRepeatable, mapColumns, repeatStep, type RepeatedStep } from "./recipe-steps";
import type { RememberedStep } from "./step-memory";
import type { CellPlace, Recipe, RecipeResult } from "./types";

/** Of committed imports of the same format and headings, the newest first; at most ten. */
export async function findRecipes(context: Context, input: { importId: string }): Promise<Result<Recipe[]>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const id = parseImportId(input.importId);
  if (id === null) return refuse({ code: "not-found", what: "import" });
  return lookAtRows(context, input.importId, async ({ columns, format }) => {
    const print = fingerprintOf(columns);
    const candidates = await findRecipeImports(context.database, id, format.id);
    const alike = candidates
      .filter((one) => fingerprintOf(one.columns as ColumnMatch[]) === print)
      .slice(0, 10);
    const found = await Promise.all(
      alike.map(async ({ id: from, fileName, endedAt }) => {
        const steps = (await findEdits(context.database, from)).filter(isLive);
        const last = steps.at(-1);
        return last === undefined
          ? []
          : [{ importId: String(from), fileName, at: endedAt, by: last.byName, steps: steps.length }];
      }),
    );
    return done(found.flat());
  });
}

function fingerprintOf(columns: readonly ColumnMatch[]): string {
  return headerFingerprint(columns.map(({ header }) => header));
}

function isLive({ undoneAt, step }: StoredEdit): boolean {
  return undoneAt === null && isRepeatable(step as RememberedStep);
}

/**
 * Repeats the steps of `fromImportId`, each as a step of its own that can be taken back: a cell where the same address has the
 * same value as then, a wrong address where it is wrong in the same way, the others as they were asked for. Steps that find nothing are counted. Refuses `not-found` for an import
 * without steps or of other columns, and as `correctImport` does.
 */
export async function applyRecipe(
  context: Context,
  input: { importId: string; fromImportId: string },
): Promise<Result<RecipeResult>> {
  const count = { applied: 0, skipped: 0 };
  const result = await correctImport(context, input.importId, "import.edited", async (correction) => {
    const source = await findRecord(context.database, input.fromImportId);
    if (!source.ok) return source;
    const from = (
      await findRecipeImports(context.database, correction.edit.importId, correction.format.id)
    ).find((one) => one.id === source.value.key);
    const steps = (await findEdits(context.database, source.value.key)).filter(isLive);
    if (from === undefined || steps.length === 0) return refuse({ code: "not-found", what: "recipe" });
    const player = new RecipePlayer(correction, steps, from.columns as ColumnMatch[]);
    let last: StoredEdit | null = null;
    let affected = 0;
    for (const { step } of steps) {
      const made = await player.play(step as RememberedStep);
      if (!made.ok) return made;
      if (made.value === null) {
        count.skipped += 1;
        continue;
      }
      count.applied += 1;
      last = made.value.edit;
      affected += last.rows;
      await correction.replan(made.value);
    }
    return done({ last, affected });
  });
  return result.ok ? done({ ...result.value, ...count }) : result;
}

/** Knows which row has which address, and keeps it true while steps change addresses. */
class RecipePlayer {
  private readonly correction: Correction;
  private readonly keys: readonly string[];
  private readonly columnOf: ReturnType<typeof mapColumns>;
  private rows: ReadonlyMap<string, { rowNo: number }> | null = null;

  constructor(correction: Correction, steps: readonly StoredEdit[], columns: readonly ColumnMatch[]) {
    this.correction = correction;
    this.columnOf = mapColumns(columns, correction.columns);
    const keys = steps.flatMap(({ step }) => (step as RememberedStep).remembered.keys ?? []);
    this.keys = [...new Set(keys.filter((key) => key !== null))];
  }

  /** Null when it found nothing to change. */
  async play(stored: RememberedStep): Promise<Result<MadeStep | null>> {
    const { correction, columnOf } = this;
    this.rows ??= await correction.edit.rowsByKey(this.keys);
    const { rows } = this;
    const repeated = repeatStep(stored, columnOf, (key) => rows.get(key)?.rowNo ?? null);
    if (repeated === null) return done(null);
    const planned = planStep(correction, repeated.step);
    // what cannot be done here, as a column that this format has no place for, is left out
    if (!planned.ok || !this.isOfSomebody(repeated)) return done(null);
    const made = await writeStep(correction, repeated.step, holding(repeated, planned.value));
    if (made.ok && made.value !== null && this.mayMoveAddresses(repeated)) this.rows = null;
    return made;
  }

  /**
   * A row without an address is nobody in particular. It is the same one again only where its address is corrected and is as wrong as
   * it was then: an empty one, or a name or a department, may be anybody's.
   */
  private isOfSomebody({ step, was, hasKey }: RepeatedStep): boolean {
    return hasKey || (step.kind === "cell" && this.isAddress(step.column) && (was ?? "").trim() !== "");
  }

  private mayMoveAddresses({ step }: RepeatedStep): boolean {
    if (step.kind === "decide") return false;
    return step.kind === "fix" || typeof step.column !== "number" || this.isAddress(step.column);
  }

  private isAddress(place: CellPlace): boolean {
    const field =
      typeof place === "number"
        ? this.correction.columns.find(({ index }) => index === place)?.field
        : place.field;
    return field === "email" || field === "username";
  }
}

/** A cell is changed only where it says what it said then. */
function holding({ step, was, hasKey }: RepeatedStep, planned: PlannedStep): PlannedStep {
  if (step.kind !== "cell") return planned;
  const { column } = step;
  const isAsThen: PlannedStep["change"] = (row) => {
    const now = typeof column === "number" ? (row.cells[column] ?? "") : (row.added?.[column.field] ?? "");
    return now === was && (hasKey || row.emailKey === null) ? planned.change(row) : null;
  };
  if (hasKey) return { ...planned, change: isAsThen };
  return { scope: { rowNos: null, outcomes: ["PROBLEM"], search: null, cause: null }, change: isAsThen };
}
