/**
 * Does the work of one use case in one transaction: a refusal rolls everything back, a lock held by somebody else becomes
 * `busy`, and a deadlock is tried again. It decides nothing.
 */
import { limitLockWait, troubleOf, type Transaction } from "@rollcall/db";
import type { Context } from "./context";
import type { Refusal } from "./refusal";
import { refuse, type Result } from "./result";

/** Thrown to roll back; never leaves this file. */
class RolledBack extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const tries = 3;

export interface TransactOptions {
  /** what `busy` names when a lock cannot be had; default "This" */
  what?: string;
  /** bounds the whole; default 15 s */
  timeoutMs?: number;
}

/** Runs `work`; when it refuses, nothing of it was done. `work` may run again from the start after a deadlock. */
export async function transact<T>(
  context: Context,
  work: (tx: Transaction) => Promise<Result<T>>,
  options: TransactOptions = {},
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(context, work, options.timeoutMs);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === "conflict" && attempt < tries) continue;
      if (trouble === "conflict" || trouble === "lock-timeout") {
        return refuse({ code: "busy", what: options.what ?? "This" });
      }
      throw error;
    }
  }
}

async function once<T>(
  context: Context,
  work: (tx: Transaction) => Promise<Result<T>>,
  timeoutMs: number | undefined,
): Promise<Result<T>> {
  try {
    return await context.database.transaction(async (tx) => {
      await limitLockWait(tx);
      const result = await work(tx);
      if (!result.ok) throw new RolledBack(result.refusal);
      return result;
    }, timeoutMs);
  } catch (error) {
    if (error instanceof RolledBack) return refuse(error.refusal);
    throw error;
  }
}
