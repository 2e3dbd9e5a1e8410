/**
 * The files that an outbox has kept, to be looked through and taken away. It knows nothing of the transport that is on today: a
 * folder outlives the setting that filled it, and what lies in it is the only list of it that is never wrong.
 */
import { opendir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

import { outboxFolder } from "./parse-mail-url";

const OUR_NAME = /^[a-z0-9][a-z0-9_-]{0,127}\.eml$/u;
const UNFINISHED_NAME = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part$/u;

/** Names at once: few enough for one question to a database. */
const AT_ONCE = 1_000;

export interface KeptMails {
  /** The names of all mails there are (`outboxFileName` of their keys), some at a time; none where there is no folder. Throws when it cannot be read. */
  files: () => AsyncIterable<string[]>;
  /** Takes one away; it may be gone already. Throws when it cannot, naming the file. Any other file is left alone. */
  forget: (name: string) => Promise<void>;
  /**
   * Takes away mails that nobody finished writing (their process was killed) and that were last written before then; gives how many.
   * Throws when one cannot go, naming the file.
   */
  forgetUnfinished: (before: Date) => Promise<number>;
}

/** The mails kept in this data folder. */
export function keptMails(dataDir: string): KeptMails {
  const folder = outboxFolder(dataDir);
  return {
    files: () => namesIn(folder, OUR_NAME),
    forget: async (name) => {
      if (OUR_NAME.test(name)) await rm(join(folder, name), { force: true });
    },
    forgetUnfinished: async (before) => {
      let gone = 0;
      for await (const names of namesIn(folder, UNFINISHED_NAME)) {
        for (const name of names) if (await removeOlder(join(folder, name), before)) gone += 1;
      }
      return gone;
    },
  };
}

/** False when it is younger, or was finished or taken away at this moment. */
async function removeOlder(path: string, before: Date): Promise<boolean> {
  try {
    if ((await stat(path)).mtime >= before) return false;
    await rm(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

async function* namesIn(folder: string, which: RegExp): AsyncGenerator<string[]> {
  let names: string[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      if (!which.test(entry.name)) continue;
      names.push(entry.name);
      if (names.length < AT_ONCE) continue;
      yield names;
      names = [];
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  if (names.length > 0) yield names;
}
