/**
 * Hashes and verifies passwords with argon2id, a few at a time: a flood of sign-ins waits in a short line and is then turned
 * away, instead of taking the machine's memory and processors. It knows no accounts.
 */
import { hash, verify } from "@node-rs/argon2";

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. A stored hash with less is renewed at the next sign-in. */
export const hashParameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const atOnce = 2;
const longestLine = 32;

/** The line is full: the caller refuses `busy`. */
export class TooManyHashes extends Error {
  constructor() {
    super("Too many passwords are being checked at once.");
  }
}

let running = 0;
const line: (() => void)[] = [];

/** Runs `work` when it is its turn; throws TooManyHashes when 32 wait already. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (line.length >= longestLine) throw new TooManyHashes();
    // The one that ends hands its place over, so `running` stays as it is.
    await new Promise<void>((resolve) => line.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** PHC string. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, hashParameters));
}

/** False too for a stored text that is no hash. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  return inTurn(() => verify(stored, password).catch(() => false));
}

let decoy: Promise<string> | null = null;

/** Takes as long as `verifyPassword` and is always false: for addresses without an account, and accounts without a password. */
export async function verifyNothing(password: string): Promise<false> {
  decoy ??= hash("no account has this password", hashParameters);
  await verifyPassword(await decoy, password);
  return false;
}

/** True when any parameter of the stored hash is below what new hashes get, or it is no argon2id at all. */
export function needsRehash(stored: string): boolean {
  const match = /^\$argon2id\$v=(\d+)\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(stored);
  if (match === null) return true;
  const [, version, memory, time] = match.map(Number);
  return (
    (version ?? 0) < 19 || (memory ?? 0) < hashParameters.memoryCost || (time ?? 0) < hashParameters.timeCost
  );
}
