/** Gives a reviewed import other options and plans it again at once. */
import { reopenPlan } from "@rollcall/db";
import { authorise } from "../access/authorise";
import { rank } from "../access/permissions";
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

/**
 * READY → STAGED → READY; what its last commit was objected to is over by that. Refuses `wrong-state` elsewhere, `invalid` for options that make no sense, and `changed-meanwhile` when the
 * plan is not the one of `fingerprint` any more: a yes to administrators is one to those that were seen.
 */
export async function replanImport(
  context: Context,
  input: { importId: string; options: ReplanOptions; fingerprint?: string | undefined },
): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const { key, status, options: before, planAuthority } = found.value;
  const authority = rank(gate.value);
  const grants = grantsAfter(input, before, planAuthority === authority);
  const options = await checkOptions(context.database, { ...before, ...input.options, ...grants });
  if (!options.ok) return options;
  const { fingerprint: seen = null } = input;
  const reopened = await reopenPlan(context.database, key, { options: options.value, authority, seen });
  if (!reopened) {
    return status === "READY"
      ? refuse({ code: "changed-meanwhile", what: "import" })
      : refuse({ code: "wrong-state", what: "import", state: statusWords[status] });
  }
  return planImport(context, { importId: input.importId });
}

/**
 * A yes to administrators is the yes of whoever planned: under another authority it lapses, unless it is said anew (`fingerprint`:
 * to those that are seen). Otherwise somebody weaker could plan in between, correct what they may then, and leave the yes to others.
 */
function grantsAfter(
  { options, fingerprint }: { options: ReplanOptions; fingerprint?: string | undefined },
  before: ImportOptions,
  isSameAuthority: boolean,
): Pick<ImportOptions, "grantRoles" | "granted"> {
  const { grantRoles = before.grantRoles } = options;
  if (grantRoles !== before.grantRoles) return { grantRoles, granted: null };
  if (isSameAuthority) return { grantRoles, granted: before.granted };
  return { grantRoles: grantRoles && fingerprint !== undefined, granted: null };
}
