/**
 * Which imports to tell of: those that run, and those that ended since they were last looked at. Imports that ended
 * before anybody looked are old news. Pure.
 */
import type { ImportRecord, ImportStatus } from "@rollcall/accounts";

type Watched = Pick<ImportRecord, "id" | "status">;

/** Imports being watched, with what they were when last seen. */
export type Watch = ReadonlyMap<string, ImportStatus>;

export interface News<Entry extends Watched> {
  watching: Watch;
  running: Entry[];
  ended: Entry[];
}

export function nextWatch<Entry extends Watched>(watch: Watch, records: readonly Entry[]): News<Entry> {
  const running = records.filter((record) => record.status === "COMMITTING");
  const ended = records.filter((record) => watch.get(record.id) === "COMMITTING" && hasEnded(record.status));
  return { watching: new Map(running.map((record) => [record.id, record.status])), running, ended };
}

/** One that was stopped while it ran waits for its review again, as before. */
function hasEnded(status: ImportStatus): boolean {
  return status === "READY" || status === "COMPLETED" || status === "FAILED" || status === "CANCELLED";
}
