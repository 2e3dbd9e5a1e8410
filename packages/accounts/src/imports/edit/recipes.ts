/** What was corrected in an earlier file of the same kind, offered again and repeated step by step. */
import { findRecipeImports, findEdits, recipePage, type StoredEdit } from "@rollcall/db";
import { headerFingerprint, type ColumnMatch } from "@rollcall/importer";
import { authorise } from "../../access/authorise";
import type { Context } from "../../context";
import { done, refuse, type Result } from "../../result";
import { findRecord } from "../find-record";
import { parseImportId } from "../import-id";
import type { ImportRecord } from "../types";
import { correctImport, lookAtRows, type Correction, type MadeStep } from "./correct-import";
import { toEditView } from "./describe-step";
import { writeStep } from "./make-step";
import { planStep, StepFault, type PlannedStep } from "./plan-step";
import { isRepeatable, isSweeping, mapColumns, repeatStep, type RepeatedStep } from "./recipe-steps";
import type { RememberedStep } from "./step-memory";
import type { CellPlace, Recipe, RecipeResult, RecipeStep } from "./types";

/** Of committed imports of the same format and headings, the newest first; at most ten. */
export async function findRecipes(context: Context, input: { importId: string }): Promise<Result<Recipe[]>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const id = parseImportId(input.importId);
  if (id === null) return refuse({ code: "not-found", what: "import" });
  return lookAtRows(context, input.importId, async ({ columns, format }) => {
    const alike = await findAlike(context, id, format.id, fingerprintOf(columns));
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

/** How many pages of imports of other headings are looked through for those of this file's. */
const mostPages = 20;
const mostRecipes = 10;

async function findAlike(
  { database }: Context,
  id: bigint,
  formatId: string,
  print: string,
): Promise<Awaited<ReturnType<typeof findRecipeImports>>> {
  const alike: Awaited<ReturnType<typeof findRecipeImports>> = [];
  let before: bigint | null = null;
  for (let page = 0; page < mostPages && alike.length < mostRecipes; page += 1) {
    const found: typeof alike = await findRecipeImports(database, id, formatId, { before });
    alike.push(...found.filter((one) => fingerprintOf(one.columns as ColumnMatch[]) === print));
    before = found.at(-1)?.id ?? null;
    if (found.length < recipePage) break;
  }
  return alike.slice(0, mostRecipes);
}

function fingerprintOf(columns: readonly ColumnMatch[]): string {
  return headerFingerprint(columns.map(({ header }) => header));
}

function isLive({ undoneAt, step }: StoredEdit): boolean {
  return undoneAt === null && isRepeatable(step as RememberedStep);
}

/**
 * The steps of `fromImportId` in words, and how many rows of this file each would change now; nothing is written. Refuses as
 * `applyRecipe`.
 */
export async function previewRecipe(
  context: Context,
  input: { importId: string; fromImportId: string },
): Promise<Result<RecipeStep[]>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  return lookAtRows(context, input.importId, async (ground) => {
    const source = await findSource(context, ground, input.fromImportId);
    if (!source.ok) return source;
    const { record, steps, columns } = source.value;
    const player = new RecipePlayer(ground, steps, columns);
    const shown: RecipeStep[] = [];
    for (const stored of steps) {
      const { id, words } = toEditView(stored, record);
      const step = stored.step as RememberedStep;
      shown.push({ id, words, rows: await player.count(step), sweeping: isSweeping(step) });
    }
    return done(shown);
  });
}

type Ground = Pick<Correction, "edit" | "format" | "columns">;

interface RecipeSource {
  record: ImportRecord;
  steps: StoredEdit[];
  columns: ColumnMatch[];
}

async function findSource(
  { database }: Context,
  { edit, format }: Ground,
  fromImportId: string,
): Promise<Result<RecipeSource>> {
  const source = await findRecord(database, fromImportId);
  if (!source.ok) return source;
  const { key } = source.value;
  const [from] = await findRecipeImports(database, edit.importId, format.id, { only: key });
  const steps = (await findEdits(database, key)).filter(isLive);
  if (from === undefined || steps.length === 0) return refuse({ code: "not-found", what: "recipe" });
  return done({ record: source.value, steps, columns: from.columns as ColumnMatch[] });
}

/**
 * Repeats the steps of `fromImportId`, each as a step of its own that can be taken back: a cell where the same address has the
 * same value as then, a wrong address where it is wrong in the same way, the others as they were asked for. Of those only the ones in
 * `steps` (ids of `previewRecipe`); without it all but those that leave out whatever a filter finds. Steps that find nothing are
 * counted. Rows that a replacement would make too long are left as they are; the preview counts them out, too. Refuses `not-found` for an import without steps or of another format, and as `correctImport` does.
 */
export async function applyRecipe(
  context: Context,
  input: { importId: string; fromImportId: string; steps?: readonly string[] | undefined },
): Promise<Result<RecipeResult>> {
  const count = { applied: 0, skipped: 0 };
  const result = await correctImport(context, input.importId, "import.edited", async (correction) => {
    const source = await findSource(context, correction, input.fromImportId);
    if (!source.ok) return source;
    const chosen = new Set(input.steps);
    const steps = source.value.steps.filter(({ id, step }) =>
      input.steps === undefined ? !isSweeping(step as RememberedStep) : chosen.has(id),
    );
    const player = new RecipePlayer(correction, steps, source.value.columns);
    let last: StoredEdit | null = null;
    let affected = 0;
    for (const { step } of steps) {
      const made = await player.play(correction, step as RememberedStep);
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
  private readonly ground: Ground;
  private readonly keys: readonly string[];
  private readonly columnOf: ReturnType<typeof mapColumns>;
  private rows: ReadonlyMap<string, { rowNo: number }> | null = null;

  constructor(ground: Ground, steps: readonly StoredEdit[], columns: readonly ColumnMatch[]) {
    this.ground = ground;
    this.columnOf = mapColumns(columns, ground.columns);
    const keys = steps.flatMap(({ step }) => (step as RememberedStep).remembered.keys ?? []);
    this.keys = [...new Set(keys.filter((key) => key !== null))];
  }

  /** Null when it found nothing to change. `correction`: the ground, open to be written. */
  async play(correction: Correction, stored: RememberedStep): Promise<Result<MadeStep | null>> {
    const found = await this.find(stored);
    if (found === null) return done(null);
    const { repeated, planned } = found;
    const made = await writeStep(correction, repeated.step, planned);
    if (made.ok && made.value !== null && this.mayMoveAddresses(repeated)) this.rows = null;
    return made;
  }

  /** How many rows it would change. */
  async count(stored: RememberedStep): Promise<number> {
    const found = await this.find(stored);
    let rows = 0;
    if (found === null) return rows;
    const { scope, change } = found.planned;
    for await (const chunk of this.ground.edit.rows(scope))
      rows += chunk.filter((row) => change(row) !== null).length;
    return rows;
  }

  /** Null where nothing here can be meant, and for what cannot be done here, as a column that this format has no place for. */
  private async find(
    stored: RememberedStep,
  ): Promise<{ repeated: RepeatedStep; planned: PlannedStep } | null> {
    const { ground, columnOf } = this;
    this.rows ??= await ground.edit.rowsByKey(this.keys);
    const { rows } = this;
    const repeated = repeatStep(stored, columnOf, (key) => rows.get(key)?.rowNo ?? null);
    if (repeated === null || !this.isOfSomebody(repeated)) return null;
    const planned = planStep(ground, repeated.step);
    return planned.ok ? { repeated, planned: leavingFaults(holding(repeated, planned.value)) } : null;
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
        ? this.ground.columns.find(({ index }) => index === place)?.field
        : place.field;
    return field === "email" || field === "username";
  }
}

/** A row of which the step cannot be made is left as it is: nobody chose it, and the other rows and steps are not to fail by it. */
function leavingFaults({ scope, change }: PlannedStep): PlannedStep {
  const unlessFault: PlannedStep["change"] = (row) => {
    try {
      return change(row);
    } catch (error) {
      if (error instanceof StepFault) return null;
      throw error;
    }
  };
  return { scope, change: unlessFault };
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
