/** Corrects rows of a reviewed import by one step: it, and the rows that depend on it, are checked and planned again at once. */
import { findAccountDetails } from "@rollcall/db";
import type { Context } from "../../context";
import { parseId } from "../../ids";
import { done, refuse, type Result } from "../../result";
import { correctImport } from "./correct-import";
import { makeStep } from "./make-step";
import type { AskedStep } from "./plan-step";
import type { EditResult } from "./types";

/**
 * Refuses `invalid` for a step that makes no sense, and as `correctImport` does. A step that changes nothing is no step: `edit`
 * is null then.
 */
export async function editImport(
  context: Context,
  input: { importId: string; step: AskedStep },
): Promise<Result<EditResult>> {
  return correctImport(context, input.importId, "import.edited", async (correction) => {
    const allowed = await checkLink(context, input.step);
    if (!allowed.ok) return allowed;
    const made = await makeStep(correction, input.step);
    if (!made.ok) return made;
    if (made.value === null) return done({ last: null, affected: 0 });
    await correction.replan(made.value);
    return done({ last: made.value.edit, affected: made.value.edit.rows });
  });
}

/** One row means one account. */
async function checkLink(context: Context, step: AskedStep): Promise<Result<null>> {
  if (step.kind !== "decide" || step.decision !== "link") return done(null);
  const rowNos = "rowNos" in step.rows ? step.rows.rowNos : [];
  if (rowNos.length !== 1) {
    return refuse({ code: "invalid", fields: { rows: "Link one row to one account." } });
  }
  const id = parseId(step.accountId ?? "");
  const account = id === null ? null : await findAccountDetails(context.database, id);
  return account === null ? refuse({ code: "not-found", what: "account" }) : done(null);
}
