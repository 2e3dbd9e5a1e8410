/**
 * Correcting rows before the commit: `imports.edit`, `imports.previewEdit`, `imports.undoEdit`, `imports.redoEdit`,
 * `imports.edits`, `imports.recipes`, `imports.previewRecipe`, `imports.applyRecipe`; and going on with rows that wait after it: `imports.continue`.
 */
import {
  applyRecipe,
  continueImport,
  editImport,
  findRecipes,
  previewRecipe,
  listEdits,
  previewEdit,
  redoEdit,
  undoEdit,
} from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import {
  editPreviewSchema,
  editResultSchema,
  editStepSchema,
  editViewSchema,
  recipeResultSchema,
  recipeSchema,
  recipeStepSchema,
} from "./edit-schemas";
import { importIdSchema, importRecordSchema } from "./schemas";

const ofRecipe = z.strictObject({ importId: importIdSchema, fromImportId: importIdSchema });
const ofImport = z.strictObject({ importId: importIdSchema });
const ofLastStep = ofImport.extend({ editId: z.string().max(24).exactOptional() });
const withStep = z.strictObject({ importId: importIdSchema, step: editStepSchema });

export const editProcedures = {
  edit: procedure
    .input(withStep)
    .output(editResultSchema)
    .mutation(async ({ ctx, input }) => unwrap(await editImport(ctx, input))),
  previewEdit: procedure
    .input(withStep)
    .output(editPreviewSchema)
    .query(async ({ ctx, input }) => unwrap(await previewEdit(ctx, input))),
  undoEdit: procedure
    .input(ofLastStep)
    .output(editResultSchema)
    .mutation(async ({ ctx, input }) => unwrap(await undoEdit(ctx, input))),
  redoEdit: procedure
    .input(ofLastStep)
    .output(editResultSchema)
    .mutation(async ({ ctx, input }) => unwrap(await redoEdit(ctx, input))),
  edits: procedure
    .input(ofImport)
    .output(z.array(editViewSchema))
    .query(async ({ ctx, input }) => unwrap(await listEdits(ctx, input))),
  recipes: procedure
    .input(ofImport)
    .output(z.array(recipeSchema))
    .query(async ({ ctx, input }) => unwrap(await findRecipes(ctx, input))),
  previewRecipe: procedure
    .input(ofRecipe)
    .output(z.array(recipeStepSchema))
    .query(async ({ ctx, input }) => unwrap(await previewRecipe(ctx, input))),
  applyRecipe: procedure
    .input(ofRecipe.extend({ steps: z.array(z.string().max(24)).max(10_000).exactOptional() }))
    .output(recipeResultSchema)
    .mutation(async ({ ctx, input }) => unwrap(await applyRecipe(ctx, input))),
  continue: procedure
    .input(ofImport)
    .output(importRecordSchema)
    .mutation(async ({ ctx, input }) => unwrap(await continueImport(ctx, input))),
};
