/**
 * Hashes imported passwords after their import is committed. Every core has work until there is none: while some are hashed,
 * the next are read and the last ones stored. A password whose owner signed in or chose another meanwhile is not touched.
 */
import { hash } from "@node-rs/argon2";
import {
  beginPasswordProgress,
  countPendingPasswords,
  dropSpentKeys,
  findPendingPasswords,
  findPendingStart,
  storePasswordHashes,
  type PendingPassword,
} from "@rollcall/db";
import { authorise } from "../access/authorise";
import { hashParameters } from "../access/password-hashing";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { openPassword, openWithSecret } from "../secrets/sealing";

/** What turns a password into its hash: threads of a worker, or this process. */
export interface PasswordHasher {
  /** so many at once keep it busy */
  atOnce: number;
  hash(password: string): Promise<string>;
}

/** On the thread pool of this process, as the command line and tests do it. */
const inProcess: PasswordHasher = { atOnce: 4, hash: (password) => hash(password, hashParameters) };

/** Passwords that are read at once, and that are stored at once. */
const page = 256;
const portion = 64;
/** Milliseconds after which a smaller portion is stored too, so that somebody who watches sees it move. */
const longestKept = 1_000;

export interface HashRequest {
  /** at most so many */
  limit: number;
  hasher?: PasswordHasher;
  /** aborted: what is being hashed is finished and stored, and no more is begun */
  signal?: AbortSignal;
  /** where among those that wait it begins, 0 to 1 */
  start?: number;
}

/** Answers with how many were hashed and how many still wait. A key that cannot be opened is logged, never guessed. */
export async function hashPendingPasswords(
  context: Context,
  { limit, hasher = inProcess, signal, start = 0 }: HashRequest,
): Promise<Result<{ hashed: number; left: number }>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const first = await findPendingStart(context.database, start);
  if (first === null) return done({ hashed: 0, left: 0 });
  await beginPasswordProgress(context.database);
  const next = makeFeed(context, first, limit, signal);
  const store = makeStore(context);
  let shut = 0;
  const keepBusy = async (): Promise<void> => {
    for (let entry = await next(); entry !== null; entry = await next()) {
      const password = openOne(context, entry);
      if (password === null) shut += 1;
      else store.add({ accountId: entry.accountId, hash: await hasher.hash(password) });
    }
  };
  await Promise.all(Array.from({ length: hasher.atOnce }, keepBusy));
  const hashed = await store.end();
  const left = await countPendingPasswords(context.database);
  // Their key is gone, or another secret sealed them; a day after they came in they are destroyed.
  if (shut > 0)
    context.log.error("imported passwords cannot be opened; their owners need a link", { accounts: shut });
  if (left === 0) await dropSpentKeys(context.database);
  return done({ hashed, left });
}

type Feed = () => Promise<PendingPassword | null>;

/** From `first` on and, when that was in the middle, once more from the beginning; the next page is read before this one is used up. */
function makeFeed(context: Context, first: bigint, limit: number, signal: AbortSignal | undefined): Feed {
  let given = 0;
  let entries: PendingPassword[] = [];
  let after = first;
  let turned = false;
  let ahead: Promise<PendingPassword[]> | null = null;
  const read = async (): Promise<PendingPassword[]> => {
    const found = await findPendingPasswords(context.database, Math.min(page, limit), after);
    const last = found.at(-1);
    if (last !== undefined) {
      after = last.accountId;
      // The second time round it ends where it began.
      return turned ? found.filter((entry) => entry.accountId <= first) : found;
    }
    if (turned) return [];
    turned = true;
    after = 0n;
    return read();
  };
  return async () => {
    while (!signal?.aborted && given < limit) {
      if (entries.length <= page / 2) ahead ??= read();
      const entry = entries.shift();
      if (entry !== undefined) {
        given += 1;
        return entry;
      }
      const asked = ahead;
      const more = asked === null ? [] : await asked;
      // Whoever comes first takes them; the others find them in `entries`.
      if (ahead === asked) {
        if (more.length === 0) return null;
        ahead = null;
        entries = [...entries, ...more];
      } else if (more.length === 0) return null;
    }
    return null;
  };
}

/** Stores in portions, one after the other, beside the hashing. */
function makeStore(context: Context): {
  add(entry: { accountId: bigint; hash: string }): void;
  end(): Promise<number>;
} {
  let kept: { accountId: bigint; hash: string }[] = [];
  let since = performance.now();
  let stored = 0;
  let storing = Promise.resolve();
  const flush = (): void => {
    const now = kept;
    if (now.length === 0) return;
    kept = [];
    since = performance.now();
    storing = storing.then(async () => {
      stored += await storePasswordHashes(context.database, now);
    });
    // Told at the end; nobody waits for it before.
    storing.catch(() => undefined);
  };
  return {
    add: (entry) => {
      kept.push(entry);
      if (kept.length >= portion || performance.now() - since > longestKept) flush();
    },
    end: async () => {
      flush();
      await storing;
      return stored;
    },
  };
}

/** Null when its key is gone or another secret sealed it. */
function openOne({ settings }: Context, entry: PendingPassword): string | null {
  const { importId, rowNo, sealed, sealedKey } = entry;
  if (sealedKey === null) return null;
  const key = openWithSecret(settings.secret, "import-key", sealedKey, String(importId));
  return key === null ? null : openPassword(key, importId, rowNo, sealed);
}
