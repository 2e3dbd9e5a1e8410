/**
 * The files that an outbox has kept, to be looked through and taken away. It knows nothing of the transport that is on today: a
 * folder outlives the setting that filled it, and what lies in it is the only list of it that is never wrong.
 */
import { opendir, rm } from "node:fs/promises";
import { join } from "node:path";

import { outboxFolder } from "./parse-mail-url";

const OUR_NAME = /^[a-z0-9][a-z0-9_-]{0,127}\.eml$/u;

/** Names at once: few enough for one question to a database. */
const AT_ONCE = 1_000;

export interface KeptMails {
  /** The names of all mails there are (`outboxFileName` of their keys), some at a time; none where there is no folder. Throws when it cannot be read. */
  files: () => AsyncIterable<string[]>;
  /** Takes one away; it may be gone already. Throws when it cannot, naming the file. Any other file is left alone. */
  forget: (name: string) => Promise<void>;
}

/** The mails kept in this data folder. */
export function keptMails(dataDir: string): KeptMails {
  const folder = outboxFolder(dataDir);
  return {
    files: () => namesIn(folder),
    forget: async (name) => {
      if (OUR_NAME.test(name)) await rm(join(folder, name), { force: true });
    },
  };
}

async function* namesIn(folder: string): AsyncGenerator<string[]> {
  let names: string[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      if (!OUR_NAME.test(entry.name)) continue;
      names.push(entry.name);
      if (names.length < AT_ONCE) continue;
      yield names;
      names = [];
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  if (names.length > 0) yield names;
}
