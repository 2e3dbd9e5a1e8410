// One at a time, between processes: whoever starts or stops the embedded PostgreSQL holds this lock meanwhile.
// It knows nothing of PostgreSQL, and a lock whose process died never blocks anybody.
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { errorCode } from "./embedded-server-error";
import { livenessOf, parseIdentity, thisProcess, type ProcessIdentity } from "./process-identity";

/** How often a holder shows that it lives, for those who cannot see its process (another container). */
const BEAT_MS = 4_000;
/** A ticket of another container that did not move for this long is taken for abandoned. */
const SILENCE_MS = 15_000;

interface Ticket {
  readonly file: string;
  readonly owner: ProcessIdentity | null;
  readonly beat: number;
}

/**
 * Does `work` while no other process (nor another caller in this one) does work under the same folder.
 *
 * How: every contender puts a ticket of its own into the folder and then looks at all of them. Who sees a living
 * one besides its own takes its ticket back and waits; of two contenders the one who looks last sees the other,
 * so two can never go on together. Tickets carry unique names, so removing a dead one cannot hit a living one.
 */
export async function withLock<T>(
  folder: string,
  log: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const release = await acquire(folder, log);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function acquire(folder: string, log: (line: string) => void): Promise<() => Promise<void>> {
  const owner = await thisProcess();
  const seen = new Map<string, { beat: number; since: number }>();
  const began = performance.now();
  let told = false;
  for (;;) {
    const holder = await livingTicket(folder, seen, null);
    if (holder === null) {
      const file = await putTicket(folder, owner);
      if ((await livingTicket(folder, seen, file)) === null) return keep(file);
      await rm(file, { force: true });
    } else if (!told && performance.now() - began > 5_000) {
      told = true;
      log(`Waiting for process ${holder.owner?.pid ?? "?"}, which starts or stops the database.`);
    }
    await pause(20 + Math.random() * 40);
  }
}

/** A ticket appears whole or not at all: written under a name nobody reads, then renamed. */
async function putTicket(folder: string, owner: ProcessIdentity): Promise<string> {
  const name = join(folder, randomUUID());
  await writeFile(`${name}.new`, JSON.stringify(owner), { mode: 0o600 });
  await rename(`${name}.new`, `${name}.ticket`);
  return `${name}.ticket`;
}

function keep(file: string): () => Promise<void> {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  return async () => {
    clearInterval(beat);
    await rm(file, { force: true });
  };
}

/** The first ticket other than `own` whose process lives; tickets of dead processes are removed on the way. */
async function livingTicket(
  folder: string,
  seen: Map<string, { beat: number; since: number }>,
  own: string | null,
): Promise<Ticket | null> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    if (file === own || !name.endsWith(".ticket")) continue;
    const ticket = await readTicket(file);
    if (ticket === null) continue;
    if (await isHeld(ticket, seen)) return ticket;
    await rm(file, { force: true });
  }
  return null;
}

async function isHeld(ticket: Ticket, seen: Map<string, { beat: number; since: number }>): Promise<boolean> {
  const liveness = ticket.owner === null ? "elsewhere" : await livenessOf(ticket.owner);
  if (liveness !== "elsewhere") return liveness === "alive";
  const before = seen.get(ticket.file);
  if (before?.beat === ticket.beat) return performance.now() - before.since < SILENCE_MS;
  seen.set(ticket.file, { beat: ticket.beat, since: performance.now() });
  return true;
}

/** Null when the ticket went away meanwhile; an unreadable one has no owner and counts as written elsewhere. */
async function readTicket(file: string): Promise<Ticket | null> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(file, "utf8"), stat(file)]);
    return { file, owner: parseOwner(text), beat: mtimeMs };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

function parseOwner(text: string): ProcessIdentity | null {
  try {
    return parseIdentity(JSON.parse(text));
  } catch {
    return null;
  }
}
