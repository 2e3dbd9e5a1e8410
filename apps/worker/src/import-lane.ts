/**
 * Plans and commits imports, one at a time. Which are due stands in the tables; the claim is the row lock that the use cases
 * take, so many workers are safe. An import that fails again and again is tried ever more rarely and never blocks another.
 */
import {
  commitImport,
  findDueImports,
  planImport,
  type Context,
  type ImportRecord,
  type Result,
} from "@rollcall/accounts";
import { granted } from "./granted";
import type { WorkerLog } from "./log";
import { failureDelay } from "./work-loop";

/** As the log tells it, by what the import is once it was planned or committed. */
const whatBecame: Readonly<Record<ImportRecord["status"], string>> = {
  UPLOADING: "import is read",
  STAGED: "import waits for its plan",
  READY: "import waits for its review",
  COMMITTING: "import planned and confirmed",
  COMPLETED: "import committed",
  FAILED: "import failed, nothing was changed",
  CANCELLED: "import stopped, nothing was changed",
};

interface Setback {
  failures: number;
  /** performance.now() before which it is left alone */
  until: number;
}

/** The lane's portion of work: the first due import that can be planned or committed now. */
export function makeImportWork(context: Context, log: WorkerLog): () => Promise<boolean> {
  const setbacks = new Map<string, Setback>();

  const attempt = async (importId: string, work: () => Promise<Result<ImportRecord>>): Promise<boolean> => {
    const began = performance.now();
    try {
      const result = await work();
      if (!result.ok) return passOver(setbacks, importId, result.refusal.code, log);
      setbacks.delete(importId);
      log.info(whatBecame[result.value.status], {
        importId,
        milliseconds: Math.round(performance.now() - began),
      });
      return true;
    } catch (error) {
      const failures = (setbacks.get(importId)?.failures ?? 0) + 1;
      setbacks.set(importId, { failures, until: performance.now() + failureDelay(failures) });
      log.defect("import failed", error, { importId, failures });
      return false;
    }
  };

  return async () => {
    const { toPlan, toCommit } = granted(await findDueImports(context));
    const isFree = (importId: string) => (setbacks.get(importId)?.until ?? 0) <= performance.now();
    for (const importId of toPlan.filter(isFree)) {
      if (await attempt(importId, () => planImport(context, { importId }))) return true;
    }
    for (const importId of toCommit.filter(isFree)) {
      if (await attempt(importId, () => commitImport(context, { importId }))) return true;
    }
    return false;
  };
}

/** Another worker has it, or it went on meanwhile: nothing to do, and nothing wrong. */
function passOver(setbacks: Map<string, Setback>, importId: string, code: string, log: WorkerLog): boolean {
  setbacks.set(importId, { failures: 0, until: performance.now() + 1_000 });
  log.info("import passed over", { importId, refusal: code });
  return false;
}
