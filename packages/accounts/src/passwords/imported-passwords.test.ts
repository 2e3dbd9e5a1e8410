import { verify } from "@node-rs/argon2";
import { afterAll, beforeEach, beforeAll, describe, expect, test } from "vitest";
import { signIn } from "../access/sign-in";
import type { Context } from "../context";
import { getImport } from "../imports/get-import";
import { hashPendingPasswords, type PasswordHasher } from "../imports/hash-pending-passwords";
import { newImportKey, sealPassword, sealWithSecret } from "../secrets/sealing";
import { run, value } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { expireSealedPasswords } from "./expire-sealed-passwords";

let given: TestContext;
let system: Context;
beforeAll(async () => {
  given = await openTestContext();
  system = given.as({ kind: "system" });
});
afterAll(() => given.close());
beforeEach(() => run(given, "TRUNCATE account, import, pending_password CASCADE"));

const passwordOf = (rowNo: number): string => `quiet harbour number ${String(rowNo)}`;

/** An import whose passwords wait: of accounts when it is committed, of its rows when it is not. */
async function sealed(count: number, status: string, hoursAgo = 0): Promise<string> {
  const [row] = await run<{ id: string }>(
    given,
    `INSERT INTO import (status, created_by_name, file_name, options, format_id, plan_fingerprint, sealed_at, confirmed_by_name, ended_at)
     VALUES ($1::"ImportStatus", 'x', 'x.csv', '{}', 'hosted-users', 'seen', now() - make_interval(mins => $2::int), 'Ada',
             CASE WHEN $1 = 'COMPLETED' THEN now() END) RETURNING id::text`,
    status,
    hoursAgo * 60,
  );
  const id = row!.id;
  const key = newImportKey();
  const sealedKey = Buffer.from(sealWithSecret(given.context.settings.secret, "import-key", key, id));
  await run(given, "UPDATE import SET sealed_key = $2 WHERE id = $1", id, sealedKey);
  for (let rowNo = 1; rowNo <= count; rowNo += 1) {
    const bytes = Buffer.from(sealPassword(key, id, rowNo, passwordOf(rowNo)));
    await run(
      given,
      "INSERT INTO import_row (import_id, row_no, line, cells, has_error, password_sealed) VALUES ($1, $2, $2, '{}', false, $3)",
      id,
      rowNo,
      bytes,
    );
    if (status !== "COMPLETED") continue;
    await run(
      given,
      `WITH made AS (INSERT INTO account (full_name, has_password) VALUES ('P', true) RETURNING id)
       INSERT INTO pending_password (account_id, import_id, row_no, sealed) SELECT id, $1, $2, $3 FROM made`,
      id,
      rowNo,
      bytes,
    );
  }
  return id;
}

const waiting = async (): Promise<number> => (await run(given, "SELECT FROM pending_password")).length;
const record = async (importId: string) => value(await getImport(system, { importId }));
const keyOf = async (id: string): Promise<boolean> =>
  (await run(given, "SELECT FROM import WHERE id = $1 AND sealed_key IS NOT NULL", id)).length === 1;

/** Says which passwords it was given, and hashes none. */
function pretend(atOnce = 3): PasswordHasher & { asked: string[] } {
  const asked: string[] = [];
  const hasher = {
    atOnce,
    asked,
    hash: (password: string) => Promise.resolve(`$${String(asked.push(password))}`),
  };
  return hasher;
}

describe("hashing imported passwords", () => {
  test("gives every account the hash of its own, and the key goes with the last", async () => {
    const id = await sealed(3, "COMPLETED");
    expect(value(await hashPendingPasswords(system, { limit: 10 }))).toEqual({ hashed: 3, left: 0 });
    const hashes = await run<{ hash: string }>(
      given,
      "SELECT password_hash AS hash FROM account ORDER BY id",
    );
    for (const [index, { hash }] of hashes.entries())
      expect(await verify(hash, passwordOf(index + 1))).toBe(true);
    expect(await keyOf(id)).toBe(false);
  });

  test("of somebody who signs in while it is stored serves them, and a wrong password still is none", async () => {
    await sealed(1, "COMPLETED");
    await run(
      given,
      "INSERT INTO address (key, email, account_id, is_primary) SELECT 'p@ex.example', 'p@ex.example', id, true FROM account",
    );
    const come = (password: string) =>
      signIn(given.as({ kind: "anonymous" }), { email: "p@ex.example", password });
    // Both find it waiting and hash it; whoever stores second finds the other's hash.
    const both = await Promise.all([come(passwordOf(1)), come(passwordOf(1))]);
    expect(both.map((result) => result.ok)).toEqual([true, true]);
    expect((await come(passwordOf(2))).ok).toBe(false);
  });

  // More than are read at once, so that pages follow each other; from the middle, so that it turns round.
  test.each([
    ["from the beginning", 0],
    ["from the middle", 0.5],
    ["from the end", 1],
  ])("takes each once, wherever it begins: %s", async (_where, start) => {
    await sealed(600, "COMPLETED");
    const hasher = pretend();
    expect(value(await hashPendingPasswords(system, { limit: 10_000, hasher, start }))).toEqual({
      hashed: 600,
      left: 0,
    });
    expect(new Set(hasher.asked).size).toBe(600);
    expect(hasher.asked).toHaveLength(600);
  });

  test("says how far it is, and goes on where it was", async () => {
    const id = await sealed(5, "COMPLETED");
    value(await hashPendingPasswords(system, { limit: 2, hasher: pretend() }));
    expect(await record(id)).toMatchObject({
      passwordsPending: 3,
      progress: { phase: "passwords", done: 2, total: 5 },
    });
    value(await hashPendingPasswords(system, { limit: 1, hasher: pretend() }));
    expect((await record(id)).progress).toMatchObject({ phase: "passwords", done: 3, total: 5 });
    value(await hashPendingPasswords(system, { limit: 9, hasher: pretend() }));
    expect(await record(id)).toMatchObject({ passwordsPending: 0, progress: null });
  });

  test("told to end, stores what is in hand and begins no more", async () => {
    await sealed(50, "COMPLETED");
    const end = new AbortController();
    const hasher = pretend(2);
    const ending: PasswordHasher = {
      ...hasher,
      hash: (password) => {
        if (hasher.asked.length === 9) end.abort();
        return hasher.hash(password);
      },
    };
    const { hashed, left } = value(
      await hashPendingPasswords(system, { limit: 50, hasher: ending, signal: end.signal }),
    );
    expect(hashed).toBe(hasher.asked.length);
    expect(hashed).toBeLessThan(13);
    expect(left).toBe(50 - hashed);
  });

  test("leaves alone what its owner chose meanwhile", async () => {
    await sealed(1, "COMPLETED");
    const hasher: PasswordHasher = {
      atOnce: 1,
      hash: async () => {
        await run(given, "UPDATE account SET password_hash = 'own'");
        await run(given, "DELETE FROM pending_password");
        return "late";
      },
    };
    expect(value(await hashPendingPasswords(system, { limit: 1, hasher }))).toEqual({ hashed: 0, left: 0 });
    expect(await run(given, "SELECT password_hash AS hash FROM account")).toEqual([{ hash: "own" }]);
  });

  test("that another secret sealed: tells how many, and tries the others", async () => {
    const lost = await sealed(2, "COMPLETED");
    await run(given, "UPDATE import SET sealed_key = '\\x00' WHERE id = $1", lost);
    await sealed(2, "COMPLETED");
    expect(value(await hashPendingPasswords(system, { limit: 10, hasher: pretend() }))).toEqual({
      hashed: 2,
      left: 2,
    });
  });
});

describe("a day after they came in", () => {
  test("passwords that wait are gone with their key, and the record says whose", async () => {
    const id = await sealed(3, "COMPLETED", 25);
    value(await hashPendingPasswords(system, { limit: 1, hasher: pretend() }));
    const [expired, ...others] = value(await expireSealedPasswords(system));
    expect(others).toEqual([]);
    expect(expired).toMatchObject({ accounts: 2, rows: 0, replanned: false });
    expect(await waiting()).toBe(0);
    expect(await keyOf(id)).toBe(false);
    expect(
      await run(given, "SELECT has_password AS has, count(*)::int AS n FROM account GROUP BY 1 ORDER BY 1"),
    ).toEqual([
      { has: false, n: 2 },
      { has: true, n: 1 },
    ]);
    expect(await record(id)).toMatchObject({ passwordsExpired: 2, passwordsPending: 0, progress: null });
    const events = await run(given, "SELECT action, data FROM audit_event WHERE import_id = $1", id);
    expect(events).toEqual([{ action: "import.passwords-expired", data: { accounts: 2, rows: 0 } }]);
    expect(value(await expireSealedPasswords(system))).toEqual([]);
  });

  test.each([
    ["waits for review: it is planned anew", "READY", "STAGED", null, true],
    ["is to be planned", "STAGED", "STAGED", "seen", false],
    ["is confirmed and not begun: what was confirmed is no more", "COMMITTING", "STAGED", null, true],
  ])("those of rows too, when the import %s", async (_why, status, after, fingerprint, replanned) => {
    const id = await sealed(2, status, 25);
    expect(value(await expireSealedPasswords(system))).toMatchObject([{ accounts: 0, rows: 2, replanned }]);
    expect(await run(given, "SELECT FROM import_row WHERE password_sealed IS NOT NULL")).toHaveLength(0);
    expect(
      await run(
        given,
        "SELECT status::text, plan_fingerprint AS f, sealed_key AS k, confirmed_by_name AS by FROM import WHERE id = $1",
        id,
      ),
    ).toEqual([{ status: after, f: fingerprint, k: null, by: replanned ? null : "Ada" }]);
  });

  test.each([
    ["younger ones stay", "COMPLETED", 23],
    ["a file that is still arriving keeps its key", "UPLOADING", 25],
  ])("%s", async (_why, status, hours) => {
    const id = await sealed(1, status, hours);
    expect(value(await expireSealedPasswords(system))).toEqual([]);
    expect(await keyOf(id)).toBe(true);
  });

  test("nobody but Rollcall itself may do it", async () => {
    const refused = await expireSealedPasswords(given.as({ kind: "anonymous" }));
    expect(refused.ok).toBe(false);
  });
});
