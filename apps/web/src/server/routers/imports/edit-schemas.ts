/** What the procedures of correcting rows take and give, as schemas. Types come from the accounts package. */
import type {
  AskedStep,
  CellPlace,
  EditPreview,
  EditResult,
  EditView,
  Recipe,
  RecipeResult,
  RecipeStep,
  RowSet,
} from "@rollcall/accounts";
import type { FieldName } from "@rollcall/importer";
import { z } from "zod";
import { rowNumberSchema } from "./row-number-schema";
import { importRecordSchema, importRowSchema, outcomeSchema } from "./schemas";

/** A cell of a file holds 64 KiB at most. */
const value = z.string().max(65_536);
const rowNo = rowNumberSchema.min(1);
const column = z.int().min(0).max(10_000);
const placeSchema: z.ZodType<CellPlace> = z.union([
  column,
  z.strictObject({ field: z.custom<FieldName>((given) => typeof given === "string" && given.length <= 40) }),
]);

const rowSetSchema: z.ZodType<RowSet> = z.union([
  z.strictObject({ rowNos: z.array(rowNo).min(1).max(10_000) }),
  z.strictObject({
    filter: z.strictObject({
      outcomes: z.array(outcomeSchema).max(5),
      search: z.string().max(200).nullable(),
      cause: z.string().max(200).nullable(),
    }),
  }),
]);

/** A step that a person asks for. */
export const editStepSchema: z.ZodType<AskedStep> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("cell"), rowNo, column: placeSchema, value }),
  z.strictObject({ kind: z.literal("fill"), column: placeSchema, value, rows: rowSetSchema }),
  z.strictObject({
    kind: z.literal("replace"),
    column: column.nullable(),
    find: z.string().max(2_000),
    replace: z.string().max(2_000),
    matchCase: z.boolean(),
    wholeCell: z.boolean(),
    rows: rowSetSchema,
  }),
  z.strictObject({
    kind: z.literal("fix"),
    cause: z.string().min(1).max(200),
    rows: rowSetSchema.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("decide"),
    decision: z.enum(["skip", "link"]).nullable(),
    accountId: z.string().max(24).exactOptional(),
    rows: rowSetSchema,
  }),
]);

export const editViewSchema: z.ZodType<EditView> = z.object({
  id: z.string(),
  words: z.string(),
  rows: z.number(),
  by: z.string(),
  at: z.date(),
  undone: z.boolean(),
});

export const editResultShape = {
  edit: editViewSchema.nullable(),
  affected: z.number(),
  rows: z.array(importRowSchema),
  basis: z.string().nullable(),
  record: importRecordSchema,
};

export const editResultSchema: z.ZodType<EditResult> = z.object(editResultShape);

export const editPreviewSchema: z.ZodType<EditPreview> = z.object({
  rows: z.number(),
  samples: z.array(z.object({ rowNo: z.number(), line: z.number(), from: z.string(), to: z.string() })),
});

export const recipeSchema: z.ZodType<Recipe> = z.object({
  importId: z.string(),
  fileName: z.string(),
  at: z.date(),
  by: z.string(),
  steps: z.number(),
});

export const recipeStepSchema: z.ZodType<RecipeStep> = z.object({
  id: z.string(),
  words: z.string(),
  rows: z.number(),
  sweeping: z.boolean(),
});

export const recipeResultSchema: z.ZodType<RecipeResult> = z.object({
  ...editResultShape,
  applied: z.number(),
  skipped: z.number(),
});
