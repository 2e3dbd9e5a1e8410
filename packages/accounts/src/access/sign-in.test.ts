import { hash } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../context";
import { updateSettings } from "../organisation/update-settings";
import { changeRole } from "../people/change-role";
import { lockAccount } from "../people/lock-account";
import { setAccountsEnabled } from "../people/set-enabled";
import { newImportKey, sealPassword, sealWithSecret } from "../secrets/sealing";
import { codeOf, play, run, value, type Player } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { endMyOtherSessions, endMySession, listMySessions } from "./my-sessions";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";
import { whoAmI } from "./who-am-i";

let given: TestContext;
beforeAll(async () => {
  given = await openTestContext();
  // Somebody must stay Master while others are disabled.
  await play(given, "MASTER");
});
afterAll(() => given.close());

const password = "a quiet harbour at dawn";
const nothing = (): Promise<void> => Promise.resolve();
let networks = 0;

/** Nobody yet, from a network of their own: tests must not throttle each other. */
function visitor(): Context {
  networks += 1;
  return { ...given.as({ kind: "anonymous" }), ip: `198.51.100.${String(networks)}` };
}

describe("signing in", () => {
  test("opens a session that says who it is, and is on the record", async () => {
    const anna = await play(given, "BASIC", { password });
    const session = value(await signIn(visitor(), { email: anna.email.toUpperCase(), password }));
    expect(session).toMatchObject({ accountId: anna.id, role: "ADMINISTRATOR", mustChangePassword: false });
    const me = value(await whoAmI(given.as({ kind: "session", sessionId: session.sessionId })));
    expect(me).toMatchObject({
      accountId: anna.id,
      email: anna.email,
      adminRole: "BASIC",
      hasPassword: true,
    });
    expect(me.permissions).toContain("accounts.write");
    expect(await actionsOf(anna.id)).toContain("session.started");
  });

  test("lasts 8 hours for administrators and 10 for users", async () => {
    for (const [part, hours] of [
      ["MASTER", 8],
      ["USER", 10],
    ] as const) {
      const player = await play(given, part, { password });
      const { expiresAt } = value(await signIn(visitor(), { email: player.email, password }));
      const [row] = await run<{ left: number }>(
        given,
        "SELECT extract(epoch FROM $1::timestamptz - now())::float8 AS left",
        expiresAt,
      );
      expect(row!.left / 3600).toBeCloseTo(hours, 1);
    }
  });

  describe("gives one and the same answer for every reason to say no", () => {
    const cases: [string, (player: Player) => Promise<unknown>, string?][] = [
      ["a wrong password", nothing, "not the password at all"],
      ["an empty password", nothing, ""],
      ["a megabyte of password", nothing, "x".repeat(1_000_000)],
      [
        "a disabled account",
        (player) => setAccountsEnabled(given.context, { accountIds: [player.id], enabled: false }),
      ],
      ["a locked account", (player) => lockAccount(given.context, { accountId: player.id })],
      [
        "no password yet",
        (player) =>
          run(
            given,
            "UPDATE account SET password_hash = NULL, has_password = false WHERE id = $1",
            player.id,
          ),
      ],
      [
        "a hash that is none",
        (player) => run(given, "UPDATE account SET password_hash = 'x' WHERE id = $1", player.id),
      ],
      [
        "a distribution list",
        (player) => run(given, `UPDATE account SET kind = 'LIST' WHERE id = $1`, player.id),
      ],
      [
        "an alias",
        (player) => run(given, "UPDATE address SET key = 'p-' || key WHERE account_id = $1", player.id),
      ],
    ];
    test.each(cases)("%s", async (_why, prepare, given_ = password) => {
      const player = await play(given, "USER", { password });
      await prepare(player);
      const known = await signIn(visitor(), { email: player.email, password: given_ });
      const unknown = await signIn(visitor(), { email: "nobody@cast.example", password: given_ });
      expect(known).toEqual(unknown);
      expect(known).toEqual({ ok: false, refusal: { code: "sign-in-failed" } });
      await run(given, "DELETE FROM sign_in_throttle");
    });

    test("what is no address", async () => {
      expect(codeOf(await signIn(visitor(), { email: "not an address", password }))).toBe("sign-in-failed");
    });
  });

  test("renews a hash with weaker parameters, and keeps one that is strong enough", async () => {
    const player = await play(given, "USER", { password });
    const weak = await hash(password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await run(given, "UPDATE account SET password_hash = $2 WHERE id = $1", player.id, weak);
    value(await signIn(visitor(), { email: player.email, password }));
    const renewed = await hashOf(player.id);
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    value(await signIn(visitor(), { email: player.email, password }));
    expect(await hashOf(player.id)).toBe(renewed);
  });

  describe("with an imported password that is not hashed yet", () => {
    async function imported(): Promise<Player> {
      const player = await play(given, "USER");
      const key = newImportKey();
      const [row] = await run<{ id: string }>(
        given,
        `INSERT INTO import (created_by_name, file_name, options) VALUES ('x', 'x.csv', '{}') RETURNING id::text`,
      );
      const id = row!.id;
      const sealedKey = Buffer.from(sealWithSecret(given.context.settings.secret, "import-key", key, id));
      await run(given, "UPDATE import SET sealed_key = $2 WHERE id = $1", id, sealedKey);
      await run(
        given,
        "INSERT INTO pending_password (account_id, import_id, row_no, sealed) VALUES ($1, $2, 7, $3)",
        player.id,
        id,
        Buffer.from(sealPassword(key, id, 7, password)),
      );
      await run(given, "UPDATE account SET has_password = true WHERE id = $1", player.id);
      return player;
    }

    test("works at once, and is hashed then and there", async () => {
      const player = await imported();
      value(await signIn(visitor(), { email: player.email, password }));
      expect(await hashOf(player.id)).toMatch(/^\$argon2id/);
      expect(await run(given, "SELECT FROM pending_password WHERE account_id = $1", player.id)).toHaveLength(
        0,
      );
      value(await signIn(visitor(), { email: player.email, password }));
    });

    test("a wrong one is refused and stays pending", async () => {
      const player = await imported();
      expect(codeOf(await signIn(visitor(), { email: player.email, password: "something else" }))).toBe(
        "sign-in-failed",
      );
      expect(await run(given, "SELECT FROM pending_password WHERE account_id = $1", player.id)).toHaveLength(
        1,
      );
    });
  });

  test("a burst beyond the line of hashes is turned away, not queued without end", async () => {
    const player = await play(given, "USER", { password });
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        signIn(visitor(), { email: `burst${String(index)}@cast.example`, password }),
      ),
    );
    const codes = new Set(results.map(codeOf));
    expect(codes).toContain("busy");
    expect(codes).toContain("sign-in-failed");
    value(await signIn(visitor(), { email: player.email, password }));
  });
});

describe("guessing is slowed down", () => {
  test("by address: free until the 5th failure, then 1 s, 2 s, 4 s … 15 min; known and unknown alike", async () => {
    const player = await play(given, "USER", { password });
    for (const email of [player.email, "no-such-person@cast.example"]) {
      const key = `address:${email}`;
      for (let failure = 1; failure <= 4; failure += 1) {
        expect(codeOf(await signIn(visitor(), { email, password: "wrong guess here" }))).toBe(
          "sign-in-failed",
        );
      }
      const waits: number[] = [];
      for (let failure = 5; failure <= 16; failure += 1) {
        expect(codeOf(await signIn(visitor(), { email, password: "wrong guess here" }))).toBe(
          "sign-in-failed",
        );
        const blocked = await signIn(visitor(), { email, password });
        expect(codeOf(blocked)).toBe("too-many-attempts");
        const [row] = await run<{ wait: number }>(
          given,
          "SELECT extract(epoch FROM blocked_until - last_failed_at)::int AS wait FROM sign_in_throttle WHERE key = $1",
          key,
        );
        waits.push(row!.wait);
        await run(
          given,
          "UPDATE sign_in_throttle SET blocked_until = now() - interval '1 minute' WHERE key = $1",
          key,
        );
      }
      expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    }
  });

  test("success forgives everything; so do 12 quiet hours", async () => {
    const player = await play(given, "USER", { password });
    const fail = () => signIn(visitor(), { email: player.email, password: "wrong guess here" });
    for (let failure = 1; failure <= 4; failure += 1) await fail();
    value(await signIn(visitor(), { email: player.email, password }));
    expect(await failuresOf(player)).toBeNull();
    for (let failure = 1; failure <= 4; failure += 1) await fail();
    await run(
      given,
      "UPDATE sign_in_throttle SET last_failed_at = now() - interval '13 hours' WHERE key = $1",
      `address:${player.email}`,
    );
    await fail();
    expect(await failuresOf(player)).toBe(1);
  });

  test("many guesses at once cannot slip past the limit together", async () => {
    const player = await play(given, "USER", { password });
    const results = await Promise.all(
      Array.from({ length: 24 }, () =>
        signIn(visitor(), { email: player.email, password: "wrong guess here" }),
      ),
    );
    expect(results.filter((result) => codeOf(result) === "sign-in-failed")).toHaveLength(5);
    expect(results.filter((result) => codeOf(result) === "too-many-attempts")).toHaveLength(19);
  });

  test("by network: 30 failures within 3 minutes close it, for the right password too, and only that network", async () => {
    const player = await play(given, "USER", { password });
    const attacker = { ...visitor(), ip: "203.0.113.9" };
    for (let failure = 1; failure <= 30; failure += 1) {
      const result = await signIn(attacker, { email: `spray${String(failure)}@cast.example`, password });
      expect(codeOf(result)).toBe("sign-in-failed");
    }
    expect(codeOf(await signIn(attacker, { email: player.email, password }))).toBe("too-many-attempts");
    value(await signIn(visitor(), { email: player.email, password }));
    await run(
      given,
      "UPDATE sign_in_throttle SET blocked_until = now() - interval '1 minute' WHERE key = 'network:203.0.113.9'",
    );
    value(await signIn(attacker, { email: player.email, password }));
  });

  test("failures on an account are on its record; an unknown address only when waiting begins", async () => {
    const player = await play(given, "USER", { password });
    await signIn(visitor(), { email: player.email, password: "wrong guess here" });
    expect(await actionsOf(player.id)).toContain("sign-in.failed");
    const email = "never-heard-of@cast.example";
    for (let failure = 1; failure <= 5; failure += 1) await signIn(visitor(), { email, password });
    const rows = await run(
      given,
      "SELECT FROM audit_event WHERE action = 'sign-in.failed' AND subject_name = $1",
      email,
    );
    expect(rows).toHaveLength(1);
  });
});

describe("a session ends", () => {
  const ends: [string, (player: Player, sessionId: string) => Promise<unknown>][] = [
    ["by signing out", (player) => signOut(player.context)],
    [
      "when it is over",
      (_, id) => run(given, "UPDATE session SET expires_at = now() - interval '1 minute' WHERE id = $1", id),
    ],
    [
      "after 30 idle minutes",
      (_, id) =>
        run(given, "UPDATE session SET last_seen_at = now() - interval '31 minutes' WHERE id = $1", id),
    ],
    [
      "when its account is disabled",
      (player) => setAccountsEnabled(given.context, { accountIds: [player.id], enabled: false }),
    ],
    ["when its account is locked", (player) => lockAccount(given.context, { accountId: player.id })],
    ["when its account is deleted", (player) => run(given, "DELETE FROM account WHERE id = $1", player.id)],
    ["when its role changes", (player) => changeRole(given.context, { accountId: player.id, role: "USER" })],
    [
      "from another of one's sessions",
      async (player, id) => value(await endMySession(await other(player), { sessionId: id })),
    ],
    ["with all the others", async (player) => value(await endMyOtherSessions(await other(player)))],
    [
      "when the settings get shorter than it is old",
      async (_, id) => {
        await run(given, "UPDATE session SET created_at = now() - interval '3 hours' WHERE id = $1", id);
        value(await updateSettings(given.context, { values: { "session.administratorHours": 2 } }));
        value(await updateSettings(given.context, { values: { "session.administratorHours": 8 } }));
      },
    ],
  ];
  test.each(ends)("%s", async (_how, end) => {
    const player = await play(given, "BASIC", { password });
    expect(codeOf(await whoAmI(player.context))).toBe("done");
    await end(player, sessionOf(player.context));
    expect(codeOf(await whoAmI(player.context))).toBe("not-signed-in");
  });

  test("nobody ends another one's", async () => {
    const [one, two] = [await play(given, "MASTER"), await play(given, "USER")];
    expect(codeOf(await endMySession(one.context, { sessionId: sessionOf(two.context) }))).toBe("not-found");
    expect(codeOf(await whoAmI(two.context))).toBe("done");
  });

  test("what is no session id is nobody", async () => {
    for (const sessionId of ["", "x", "00000000-0000-0000-0000-000000000000", "'; DROP TABLE session; --"]) {
      expect(codeOf(await whoAmI(given.as({ kind: "session", sessionId })))).toBe("not-signed-in");
    }
  });

  test("one's own are listed, the one that asks is marked", async () => {
    const player = await play(given, "USER", { password });
    await other(player);
    const sessions = value(await listMySessions(player.context));
    expect(sessions).toHaveLength(2);
    expect(sessions.filter((session) => session.current).map((session) => session.id)).toEqual([
      sessionOf(player.context),
    ]);
  });

  async function other(player: Player): Promise<Context> {
    const session = value(await signIn(visitor(), { email: player.email, password }));
    return given.as({ kind: "session", sessionId: session.sessionId });
  }
});

function sessionOf(context: Context): string {
  return context.principal.kind === "session" ? context.principal.sessionId : "";
}

async function actionsOf(accountId: string): Promise<string[]> {
  const rows = await run<{ action: string }>(
    given,
    "SELECT action FROM audit_event WHERE subject_id = $1",
    accountId,
  );
  return rows.map((row) => row.action);
}

async function hashOf(accountId: string): Promise<string | null> {
  const [row] = await run<{ hash: string | null }>(
    given,
    "SELECT password_hash AS hash FROM account WHERE id = $1",
    accountId,
  );
  return row?.hash ?? null;
}

async function failuresOf(player: Player): Promise<number | null> {
  const [row] = await run<{ failures: number }>(
    given,
    "SELECT failures FROM sign_in_throttle WHERE key = $1",
    `address:${player.email}`,
  );
  return row?.failures ?? null;
}
