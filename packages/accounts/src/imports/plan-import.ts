/**
 * Plans a staged import: what would happen to every row, and what else. Nothing but the plan is written. Formats that carry a
 * clean file out by themselves (sources/002) are confirmed right after, as whoever started them.
 */
import {
  findActorByAccount,
  planStagedImport,
  writeProgress,
  type PlanCaller,
  type PlanEnd,
} from "@rollcall/db";
import type { Problem } from "@rollcall/importer";
import { authorise, system, type Actor } from "../access/authorise";
import { rank } from "../access/permissions";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { confirmAs } from "./confirm-import";
import { failOnDefect } from "./fail-on-defect";
import { findRecord, importInUse, type RecordKeys, statusWords } from "./find-record";
import { effectiveOptions, formatOf } from "./import-options";
import { isNewName, newNameProblems } from "./new-name-problems";
import { readPolicy } from "./read-policy";
import { toPlanOptions } from "./to-plan-options";
import type { StoredRecognition } from "./to-import-record";
import type { ImportCreates, ImportRecord } from "./types";

type Planned = ImportRecord & RecordKeys;

/**
 * STAGED → READY; → COMMITTING when the format carries out clean files by itself. The plan is judged for whoever asks; by
 * the worker, for whoever started the import. Refuses `wrong-state` elsewhere, `busy` when another process plans it now.
 */
export async function planImport(
  context: Context,
  input: { importId: string },
): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const { key, status, rows, createdById } = found.value;
  if (status !== "STAGED") return refuse({ code: "wrong-state", what: "import", state: statusWords[status] });
  const actor = gate.value.accountId === null ? await findStarter(context, createdById) : gate.value;
  await writeProgress(context.database, key, { phase: "planning", done: 0, total: rows }, true);
  // Who started it and is no administrator any more may nothing.
  const caller = await planCaller(context, actor === null ? weakest : rank(actor));
  const planned = await failOnDefect(context, key, () => planStagedImport(context.database, key, caller));
  if (!planned) return importInUse;
  const record = await findRecord(context.database, input.importId);
  if (!record.ok) return record;
  // What somebody weaker had planned anew is not confirmed in a stronger one's name.
  const isTheirs = actor !== null && record.value.planAuthority === rank(actor);
  return isTheirs && carriesItselfOut(record.value)
    ? confirmAs(context, actor, record.value)
    : done(record.value);
}

/**
 * What a plan goes by, for whoever is of this rank. Also of `replanRows` after an edit, which judges by the rank that the plan
 * was made for: there any rank does.
 */
export async function planCaller(context: Context, actorRank: number): Promise<PlanCaller> {
  const { passwordRequired } = await readPolicy(context.database);
  return {
    readOptions: (stored) => toPlanOptions(stored, { actorRank, passwordRequired }),
    finish: (plan, stored) => endPlan(plan, stored),
  };
}

const weakest = rank({ role: "USER", adminRole: null });

/** Null when the account is gone or may not sign in; the system where nobody started it. */
async function findStarter(context: Context, createdById: bigint | null): Promise<Actor | null> {
  if (createdById === null) return system;
  const found = await findActorByAccount(context.database, createdById);
  return found === null ? null : { ...found, sessionId: null };
}

/** A clean file of such a format, unless it is guarded or somebody wants to look first. */
function carriesItselfOut(record: Planned): boolean {
  const { demands, options, summary, stopped, rows, guard } = record;
  return (
    demands?.commitsByItself === true &&
    !options.hold &&
    summary?.problem === 0 &&
    stopped === null &&
    guard === null &&
    rows > 0
  );
}

function endPlan(
  plan: {
    summary: { problem: number };
    creates: ImportCreates;
    stopped: string | null;
  },
  stored: { options: unknown; recognition: unknown; formatId: string; problems: unknown },
): PlanEnd {
  const { strict, groups } = effectiveOptions(stored.options, stored.formatId);
  const recognition = stored.recognition as StoredRecognition | null;
  const own = (stored.problems as Problem[]).filter((problem) => !isNewName(problem));
  const news = newNameProblems(plan.creates, recognition?.columns ?? [], groups);
  const demands = formatOf(stored.formatId)?.demands;
  const fails = plan.stopped !== null || (strict && plan.summary.problem > 0);
  // The formats of sources/002 and sources/004 are processed on arrival: that they failed is told by mail.
  const tells = demands?.commitsByItself === true || demands?.stopsOn !== undefined;
  return { problems: [...own, ...news], mailFailure: fails && tells };
}
