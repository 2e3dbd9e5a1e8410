/**
 * Whether a file that is dropped as a new import is the corrections file of one that would take it back: as a file of its own it would
 * lose the passwords of its rows, and leave those rows waiting where they are.
 */
import type { Queryable } from "@rollcall/db";
import { makeProblem, parseRowName, type Problem, type Recognition } from "@rollcall/importer";
import { findRecord } from "./find-record";

/** `file.corrections`; null for any other file, and where nothing waits any more for what is in it. */
export async function findCorrectionsTarget(
  db: Queryable,
  { sample }: Pick<Recognition, "sample">,
): Promise<Problem | null> {
  for (const { cells } of sample) {
    for (const cell of cells) {
      const named = parseRowName(cell);
      if (named !== null) return describeTarget(db, named.importId);
    }
  }
  return null;
}

async function describeTarget(db: Queryable, importId: string): Promise<Problem | null> {
  const found = await findRecord(db, importId);
  if (!found.ok) return null;
  const { id, fileName, status, waiting, continuedBy } = found.value;
  if (continuedBy !== null) return describeTarget(db, continuedBy.id);
  const waits = status === "READY" ? "review" : status === "COMPLETED" && waiting > 0 ? "queue" : null;
  return waits === null ? null : makeProblem("file.corrections", { import: id, file: fileName, waits });
}
