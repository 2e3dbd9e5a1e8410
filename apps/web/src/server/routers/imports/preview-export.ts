/** `imports.previewExport`: how many accounts a file would hold, and what it would lose, before it is downloaded. */
import { previewExport, type ExportPreview } from "@rollcall/accounts";
import type { FieldName } from "@rollcall/importer";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { exportQuerySchema } from "./export-query";

const previewSchema: z.ZodType<ExportPreview> = z.object({
  accounts: z.number(),
  leftOut: z.number(),
  lost: z.array(
    z.object({ field: z.custom<FieldName>((value) => typeof value === "string"), accounts: z.number() }),
  ),
});

export const previewExportOf = procedure
  .input(exportQuerySchema)
  .output(previewSchema)
  .query(async ({ ctx, input }) => unwrap(await previewExport(ctx, input)));
