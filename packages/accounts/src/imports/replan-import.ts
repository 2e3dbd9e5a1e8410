/** Gives a reviewed import other options and plans it again at once. */
import { reopenPlan } from "@rollcall/db";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { refuse, type Result } from "../result";
import { checkOptions } from "./check-options";
import { findRecord, statusWords } from "./find-record";
import { planImport } from "./plan-import";
import type { ImportOptions, ImportRecord } from "./types";

type ReplanOptions = Partial<
  Pick<
    ImportOptions,
    | "mode"
    | "strict"
    | "mail"
    | "groupMode"
    | "groups"
    | "note"
    | "noGroup"
    | "grantRoles"
    | "notify"
    | "invite"
    | "hold"
  >
>;

/** READY → STAGED → READY. Refuses `wrong-state` elsewhere and `invalid` for options that make no sense. */
export async function replanImport(
  context: Context,
  input: { importId: string; options: ReplanOptions },
): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const options = await checkOptions(context.database, { ...found.value.options, ...input.options });
  if (!options.ok) return options;
  const reopened = await reopenPlan(context.database, found.value.key, options.value);
  if (!reopened)
    return refuse({ code: "wrong-state", what: "import", state: statusWords[found.value.status] });
  return planImport(context, { importId: input.importId });
}
