/** `imports.causes`: the problems of an import grouped by cause, those that hold up most rows first. */
import { listProblemCauses } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { importIdSchema, problemCauseSchema } from "./schemas";

export const causes = procedure
  .input(z.strictObject({ importId: importIdSchema }))
  .output(z.array(problemCauseSchema))
  .query(async ({ ctx, input }) => unwrap(await listProblemCauses(ctx, input)));
