import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "../context";
import { editAccount } from "../people/edit-account";
import { getAccount } from "../people/get-account";
import { lockAccount } from "../people/lock-account";
import { resendWelcome, sendPasswordReset } from "../people/send-links";
import { setAccountsEnabled } from "../people/set-enabled";
import { codeOf, play, run, value, type Player } from "../testing/cast";
import { deliver, openPost, tokenFor, type Post } from "../testing/post";
import { openTestContext, type TestContext } from "../testing/test-context";
import { changeMyPassword } from "./change-my-password";
import { hashToken, newToken } from "./link-tokens";
import { checkPasswordLink, usePasswordLink } from "./password-link";
import { requestPasswordReset } from "./request-password-reset";
import { signIn } from "./sign-in";
import { whoAmI } from "./who-am-i";

const aText = expect.any(String) as string;

let given: TestContext;
let post: Post;
beforeAll(async () => {
  given = await openTestContext();
  await play(given, "MASTER");
});
afterAll(() => given.close());
beforeEach(async () => {
  post = openPost();
  await run(given, "DELETE FROM sign_in_throttle");
  await run(given, "UPDATE message SET state = 'CANCELLED' WHERE state = 'QUEUED'");
});

const password = "a quiet harbour at dawn";
const another = "seven herons over water";

function visitor(ip = "192.0.2.77"): Context {
  return { ...given.as({ kind: "anonymous" }), ip };
}

async function welcomed(): Promise<{ player: Player; token: string }> {
  const player = await play(given, "USER");
  value(await resendWelcome(given.context, { accountIds: [player.id] }));
  return { player, token: await mailed(player) };
}

async function forgetful(): Promise<{ player: Player; token: string }> {
  const player = await play(given, "USER", { password });
  value(await requestPasswordReset(visitor(), { email: player.email }));
  return { player, token: await mailed(player) };
}

async function mailed(player: Player): Promise<string> {
  await deliver(given, post);
  const token = tokenFor(post, player.email);
  expect(token).toHaveLength(43);
  return token!;
}

describe("a password link", () => {
  test("lets somebody choose their first password: welcome mail → set → sign in", async () => {
    const { player, token } = await welcomed();
    expect(value(await checkPasswordLink(visitor(), { token }))).toMatchObject({
      email: player.email,
      name: player.name,
      purpose: "welcome",
      passwordMinLength: 12,
    });
    expect(value(await usePasswordLink(visitor(), { token, password }))).toEqual({ email: player.email });
    value(await signIn(visitor(), { email: player.email, password }));
    // A first password is no surprise: no mail about it.
    expect((await deliver(given, post)).sent).toBe(0);
  });

  test("replaces a forgotten one, ends every session, and tells the owner", async () => {
    const { player, token } = await forgetful();
    expect(value(await checkPasswordLink(visitor(), { token })).purpose).toBe("reset");
    value(await usePasswordLink(visitor(), { token, password: another }));
    expect(codeOf(await whoAmI(player.context))).toBe("not-signed-in");
    expect(codeOf(await signIn(visitor(), { email: player.email, password }))).toBe("sign-in-failed");
    value(await signIn(visitor(), { email: player.email, password: another }));
    await deliver(given, post);
    expect(post.rendered.map((mail) => mail.kind)).toEqual(["password-reset", "password-changed"]);
  });

  test("stands in the fragment, and only its hash in the database", async () => {
    const { token } = await welcomed();
    expect(post.sent[0]!.text).toContain(`http://localhost:3000/set-password#${token}`);
    const rows = await run<{ found: boolean }>(
      given,
      `SELECT EXISTS (SELECT FROM token t WHERE encode(t.hash, 'escape') LIKE '%' || $1 || '%')
           OR EXISTS (SELECT FROM message m WHERE m::text LIKE '%' || $1 || '%')
           OR EXISTS (SELECT FROM audit_event e WHERE e::text LIKE '%' || $1 || '%') AS found`,
      token,
    );
    expect(rows).toEqual([{ found: false }]);
  });

  test("is not used up by looking at it: mail scanners do, many times", async () => {
    const { token } = await welcomed();
    for (let look = 0; look < 10; look += 1) value(await checkPasswordLink(visitor(), { token }));
    value(await usePasswordLink(visitor(), { token, password }));
  });

  test.each([
    ["too short", "short"],
    ["a common one", "password1234"],
    ["the person's own address", "own address"],
    ["empty", ""],
  ])("is not used up by a password that is %s", async (_why, weak) => {
    const { player, token } = await welcomed();
    const refused = await usePasswordLink(visitor(), {
      token,
      password: weak === "own address" ? player.email : weak,
    });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: "invalid", fields: { password: aText } },
    });
    value(await usePasswordLink(visitor(), { token, password }));
  });

  test("works once: of many who press at once, one sets the password", async () => {
    const { token } = await welcomed();
    const results = await Promise.all(
      Array.from({ length: 10 }, () => usePasswordLink(visitor(), { token, password })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const codes = results.filter((result) => !result.ok);
    for (const result of codes)
      expect(result).toMatchObject({ refusal: { code: "link-unusable", reason: "used" } });
  });

  describe("says why it cannot be used", () => {
    const cases: [string, string, (player: Player, token: string) => Promise<unknown>][] = [
      ["used", "it was used", (_, token) => usePasswordLink(visitor(), { token, password })],
      [
        "expired",
        "its time is over",
        (player) =>
          run(
            given,
            "UPDATE token SET expires_at = now() - interval '1 minute' WHERE account_id = $1",
            player.id,
          ),
      ],
      [
        "unknown",
        "a newer one was sent",
        async (player) => {
          value(await resendWelcome(given.context, { accountIds: [player.id] }));
          await deliver(given, post);
        },
      ],
      [
        "unknown",
        "another link of the account was used",
        async (player) => {
          value(await sendPasswordReset(given.context, { accountId: player.id }));
          value(await usePasswordLink(visitor(), { token: await mailed(player), password }));
        },
      ],
      [
        "unknown",
        "the address was changed",
        async (player) => {
          const { version } = value(await getAccount(given.context, { accountId: player.id }));
          value(
            await editAccount(given.context, {
              accountId: player.id,
              version,
              fields: { email: `moved-${player.email}` },
            }),
          );
        },
      ],
      [
        "unknown",
        "the account was disabled",
        (player) => setAccountsEnabled(given.context, { accountIds: [player.id], enabled: false }),
      ],
      [
        "unknown",
        "the account was disabled and enabled again",
        async (player) => {
          await setAccountsEnabled(given.context, { accountIds: [player.id], enabled: false });
          await setAccountsEnabled(given.context, { accountIds: [player.id], enabled: true });
        },
      ],
      ["unknown", "the account was locked", (player) => lockAccount(given.context, { accountId: player.id })],
      [
        "unknown",
        "the account was deleted",
        (player) => run(given, "DELETE FROM account WHERE id = $1", player.id),
      ],
    ];
    test.each(cases)("%s: %s", async (reason, _why, spoil) => {
      const { player, token } = await welcomed();
      await spoil(player, token);
      const expected = { ok: false, refusal: { code: "link-unusable", reason } };
      expect(await checkPasswordLink(visitor(), { token })).toEqual(expected);
      expect(await usePasswordLink(visitor(), { token, password })).toEqual(expected);
    });

    test.each([
      ["a token of nobody", newToken()],
      ["no token", ""],
      ["a megabyte", "x".repeat(1_000_000)],
      ["one cut short", newToken().slice(1)],
    ])("unknown: %s", async (_why, token) => {
      expect(await checkPasswordLink(visitor(), { token })).toEqual({
        ok: false,
        refusal: { code: "link-unusable", reason: "unknown" },
      });
    });

    test("unknown: a link of another purpose, though the bits are right", async () => {
      const { player } = await welcomed();
      const token = newToken();
      await run(
        given,
        `INSERT INTO token (purpose, hash, account_id, expires_at) VALUES ('SET_PASSWORD', $1, $2, now() + interval '1 day')`,
        Buffer.from(hashToken("SETUP", token)),
        player.id,
      );
      expect(codeOf(await checkPasswordLink(visitor(), { token }))).toBe("link-unusable");
    });
  });

  test("guessing closes the network after 20 wrong ones, for that network only", async () => {
    const { token } = await welcomed();
    for (let guess = 0; guess < 20; guess += 1)
      await checkPasswordLink(visitor("203.0.113.4"), { token: newToken() });
    expect(codeOf(await checkPasswordLink(visitor("203.0.113.4"), { token }))).toBe("too-many-attempts");
    value(await checkPasswordLink(visitor("203.0.113.5"), { token }));
  });

  test.each([
    ["welcome: 72 hours", welcomed, 72],
    ["reset: 60 minutes", forgetful, 1],
  ])("lives so long: %s", async (_what, prepare, hours) => {
    const { token } = await prepare();
    const { expiresAt } = value(await checkPasswordLink(visitor(), { token }));
    const [row] = await run<{ left: number }>(
      given,
      "SELECT extract(epoch FROM $1::timestamptz - now())::float8 AS left",
      expiresAt,
    );
    expect(row!.left / 3600).toBeCloseTo(hours, 1);
  });

  test("gets past the wait of somebody else's guessing", async () => {
    const { player, token } = await forgetful();
    for (let failure = 0; failure < 8; failure += 1)
      await signIn(visitor(), { email: player.email, password: "wrong guess here" });
    expect(codeOf(await signIn(visitor(), { email: player.email, password }))).toBe("too-many-attempts");
    value(await usePasswordLink(visitor(), { token, password: another }));
    value(await signIn(visitor(), { email: player.email, password: another }));
  });
});

describe("asking for a new password", () => {
  test("gives the same answer for everybody, and a mail only where one can be used", async () => {
    const player = await play(given, "USER", { password });
    const invited = await play(given, "USER");
    const disabled = await play(given, "USER", { password });
    await setAccountsEnabled(given.context, { accountIds: [disabled.id], enabled: false });
    const locked = await play(given, "USER", { password });
    await lockAccount(given.context, { accountId: locked.id });
    for (const email of [
      player.email,
      invited.email,
      disabled.email,
      locked.email,
      "nobody@cast.example",
      "no address",
    ]) {
      expect(await requestPasswordReset(visitor(), { email })).toEqual({ ok: true, value: null });
    }
    await deliver(given, post);
    expect(post.sent.map((message) => message.to).sort()).toEqual(
      [player, invited].map(({ name, email }) => `"${name}" <${email}>`).sort(),
    );
  });

  test("3 mails an hour to one account; 10 requests an hour from one network", async () => {
    const player = await play(given, "USER", { password });
    for (let request = 0; request < 5; request += 1) {
      value(await requestPasswordReset(visitor(`192.0.2.${String(request)}`), { email: player.email }));
    }
    expect((await deliver(given, post)).sent).toBe(3);
    const codes: string[] = [];
    for (let request = 0; request < 11; request += 1) {
      codes.push(
        codeOf(
          await requestPasswordReset(visitor("203.0.113.8"), {
            email: `flood${String(request)}@cast.example`,
          }),
        ),
      );
    }
    expect(codes).toEqual([...Array<string>(10).fill("done"), "too-many-attempts"]);
  });
});

describe("changing one's own password", () => {
  test("ends the other sessions but not this one, kills links, mails the owner", async () => {
    const player = await play(given, "USER", { password });
    value(await requestPasswordReset(visitor(), { email: player.email }));
    const token = await mailed(player);
    const session = value(await signIn(visitor(), { email: player.email, password }));
    const other = given.as({ kind: "session", sessionId: session.sessionId });
    value(await changeMyPassword(player.context, { currentPassword: password, newPassword: another }));
    expect(codeOf(await whoAmI(player.context))).toBe("done");
    expect(codeOf(await whoAmI(other))).toBe("not-signed-in");
    expect(codeOf(await checkPasswordLink(visitor(), { token }))).toBe("link-unusable");
    await deliver(given, post);
    expect(post.rendered.at(-1)).toMatchObject({
      kind: "password-changed",
      data: { changedBy: null, address: player.email },
    });
  });

  test.each([
    ["a wrong present password", "not my password here", another, "currentPassword"],
    ["a weak new one", password, "short", "newPassword"],
    ["the same one", password, password, "newPassword"],
  ])("refuses %s", async (_what, currentPassword, newPassword, field) => {
    const player = await play(given, "USER", { password });
    const refused = await changeMyPassword(player.context, { currentPassword, newPassword });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: "invalid", fields: { [field]: aText } },
    });
  });

  test("guesses at the present one count like failed sign-ins", async () => {
    const player = await play(given, "USER", { password });
    for (let guess = 0; guess < 5; guess += 1) {
      await changeMyPassword(player.context, {
        currentPassword: "not my password here",
        newPassword: another,
      });
    }
    expect(codeOf(await signIn(visitor(), { email: player.email, password }))).toBe("too-many-attempts");
  });

  test("is all that somebody may do whose password an administrator chose", async () => {
    const admin = await play(given, "BASIC", { password });
    await run(given, "UPDATE account SET must_change_password = true WHERE id = $1", admin.id);
    expect(codeOf(await getAccount(admin.context, { accountId: admin.id }))).toBe("password-change-required");
    expect(value(await whoAmI(admin.context)).mustChangePassword).toBe(true);
    value(await changeMyPassword(admin.context, { currentPassword: password, newPassword: another }));
    value(await getAccount(admin.context, { accountId: admin.id }));
  });
});
