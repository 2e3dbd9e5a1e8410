/**
 * Hashes imported passwords after their import is committed, a bounded batch a call, on all cores (argon2 runs on the
 * thread pool; sign-ins have a short line of their own and are not held up). A password whose owner signed in or chose another meanwhile is not touched.
 */
import { hash } from "@node-rs/argon2";
import {
  dropSpentKeys,
  countPendingPasswords,
  findPendingPasswords,
  storePasswordHashes,
  type PendingPassword,
} from "@rollcall/db";
import { authorise } from "../access/authorise";
import { hashParameters } from "../access/password-hashing";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { openPassword, openWithSecret } from "../secrets/sealing";

/** Answers with how many were hashed and how many still wait. A key that cannot be opened is logged, never guessed. */
export async function hashPendingPasswords(
  context: Context,
  input: { limit: number },
): Promise<Result<{ hashed: number; left: number }>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const pending = await findPendingPasswords(context.database, input.limit);
  if (pending.length === 0) return done({ hashed: 0, left: 0 });
  const hashes = await Promise.all(pending.map((entry) => hashOne(context, entry)));
  const hashed = await storePasswordHashes(
    context.database,
    hashes.filter((entry) => entry !== null),
  );
  const left = await countPendingPasswords(context.database);
  if (left === 0) await dropSpentKeys(context.database);
  return done({ hashed, left });
}

async function hashOne(
  context: Context,
  entry: PendingPassword,
): Promise<{ accountId: bigint; hash: string } | null> {
  const { importId, rowNo, sealed, sealedKey, accountId } = entry;
  const key =
    sealedKey === null
      ? null
      : openWithSecret(context.settings.secret, "import-key", sealedKey, String(importId));
  const password = key === null ? null : openPassword(key, importId, rowNo, sealed);
  if (password !== null) return { accountId, hash: await hash(password, hashParameters) };
  context.log.error("an imported password cannot be opened; its owner needs a link", {
    accountId: String(accountId),
    importId: String(importId),
  });
  return null;
}
