/** Problems of an import grouped by cause, so that three thousand lines read as four sentences. */
import { findProblemCauses, type StoredCause } from "@rollcall/db";
import { problemTitle, type Problem } from "@rollcall/importer";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { parseImportId } from "./import-id";
import type { ProblemCause } from "./types";

/** Errors first, then by the number of rows they hold up. */
export async function listProblemCauses(
  context: Context,
  input: { importId: string },
): Promise<Result<ProblemCause[]>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const importId = parseImportId(input.importId);
  if (importId === null) return refuse({ code: "not-found", what: "import" });
  const causes = await findProblemCauses(context.database, importId);
  return done(
    causes.map((cause) => ({
      code: cause.code,
      field: cause.field,
      severity: cause.severity,
      reason: cause.reason,
      title: problemTitle(exampleOf(cause)),
      rows: cause.rows,
      example: { line: cause.line, value: cause.value ?? "" },
    })),
  );
}

/** Of rows whose contents were removed the code and the reason are left. */
function exampleOf({ example, code, reason }: StoredCause): Pick<Problem, "code" | "params"> {
  if (typeof example === "object" && example !== null) return example as Problem;
  return { code: code as Problem["code"], params: reason === null ? {} : { reason } };
}
