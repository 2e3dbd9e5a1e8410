import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newToken } from "../access/link-tokens";
import { checkPasswordLink, usePasswordLink } from "../access/password-link";
import { signIn } from "../access/sign-in";
import type { Context } from "../context";
import { lockAccount } from "../people/lock-account";
import { resendWelcome } from "../people/send-links";
import { setAccountsEnabled } from "../people/set-enabled";
import { codeOf, play, run, value, type Player } from "../testing/cast";
import { deliver, openPost, tokenFor, type Post } from "../testing/post";
import { openTestContext, type TestContext } from "../testing/test-context";
import { acceptInvitation } from "./accept-invitation";
import { checkInvitation } from "./check-invitation";
import { inviteAccounts } from "./invite";
import { listInvitations } from "./list-invitations";
import { resendInvitation, revokeInvitation } from "./manage-invitation";
import { listMyDevices } from "./my-devices";
import type { AcceptInvitationInput } from "./types";

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
const iPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)";

/** Somebody with nothing but the link, on the phone. */
function visitor(ip = "192.0.2.77"): Context {
  return { ...given.as({ kind: "anonymous" }), ip, userAgent: iPhone };
}

interface Guest {
  player: Player;
  token: string;
  form: AcceptInvitationInput;
}

async function guest(extra: { password?: string } = {}): Promise<Guest> {
  const player = await play(given, "USER", extra);
  value(await inviteAccounts(given.context, { accountIds: [player.id] }));
  await deliver(given, post);
  const token = tokenFor(post, player.email)!;
  const form = {
    token,
    password: extra.password === undefined ? password : null,
    deviceName: "Maren's phone",
    platform: "IOS",
    userAgent: iPhone,
  } as const;
  return { player, token, form };
}

async function invitationOf(player: Player): Promise<{ id: string; state: string }> {
  return value(await listInvitations(given.context, { accountId: player.id, limit: 1 })).items[0]!;
}

const unusable = (reason: string) => ({ ok: false, refusal: { code: "link-unusable", reason } });

describe("an invitation's link", () => {
  test("takes a new person from the mail to an enrolled device and a password", async () => {
    const { player, token, form } = await guest();
    expect(value(await checkInvitation(visitor(), { token }))).toMatchObject({
      personName: player.name,
      address: player.email,
      organisation: "Your organisation",
      invitedBy: null,
      needsPassword: true,
      passwordMinLength: 12,
      policy: null,
      platform: "IOS",
    });
    expect(value(await acceptInvitation(visitor(), form))).toMatchObject({
      address: player.email,
      deviceName: "Maren's phone",
      passwordSet: true,
      policy: null,
    });
    const session = value(await signIn(visitor(), { email: player.email, password }));
    const mine = given.as({ kind: "session", sessionId: session.sessionId });
    expect(value(await listMyDevices(mine))).toMatchObject([
      { name: "Maren's phone", platform: "IOS", platformName: "iPhone", state: "ENROLLED", policy: null },
    ]);
    expect(await invitationOf(player)).toMatchObject({
      state: "accepted",
      device: { name: "Maren's phone", platform: "IOS" },
    });
    const events = await run(
      given,
      "SELECT action, actor_name, ip, data FROM audit_event WHERE actor_id = $1 AND action <> 'session.started' ORDER BY id",
      player.id,
    );
    expect(events).toMatchObject([
      { action: "password.changed", actor_name: player.name, data: { by: "invitation" } },
      { action: "device.enrolled", ip: "192.0.2.77", data: { device: "Maren's phone", platform: "IOS" } },
    ]);
  });

  test("asks who has a password for none, and leaves it as it is", async () => {
    const { player, token, form } = await guest({ password });
    expect(value(await checkInvitation(visitor(), { token })).needsPassword).toBe(false);
    const enrolled = await acceptInvitation(visitor(), { ...form, password: "another one that is long" });
    expect(value(enrolled).passwordSet).toBe(false);
    value(await signIn(visitor(), { email: player.email, password }));
  });

  test("is not used up by looking at it: mail scanners do, many times", async () => {
    const { token, form } = await guest();
    const before = await run(given, "SELECT * FROM token ORDER BY id");
    for (let look = 0; look < 10; look += 1) value(await checkInvitation(visitor(), { token }));
    expect(await run(given, "SELECT * FROM token ORDER BY id")).toEqual(before);
    value(await acceptInvitation(visitor(), form));
  });

  test("works once: of many who press at once, one enrols", async () => {
    const { player, form } = await guest();
    const results = await Promise.all(Array.from({ length: 6 }, () => acceptInvitation(visitor(), form)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results.filter((one) => !one.ok)) expect(result).toEqual(unusable("used"));
    expect(await run(given, "SELECT FROM device WHERE account_id = $1", player.id)).toHaveLength(1);
  });

  test.each([
    ["a weak password", { password: "short" }, ["password"]],
    ["a common password", { password: "password1234" }, ["password"]],
    ["no password", { password: null }, ["password"]],
    ["no name", { deviceName: "  " }, ["deviceName"]],
    ["a name too long", { deviceName: "x".repeat(101) }, ["deviceName"]],
    ["a name with a control character", { deviceName: "a\u0007b" }, ["deviceName"]],
    ["both", { deviceName: "", password: "short" }, ["deviceName", "password"]],
  ])("is not used up by %s", async (_why, changed, fields) => {
    const { player, form } = await guest();
    const refused = await acceptInvitation(visitor(), { ...form, ...changed });
    if (refused.ok || refused.refusal.code !== "invalid") throw new Error("not refused");
    expect(Object.keys(refused.refusal.fields)).toEqual(fields);
    expect((await invitationOf(player)).state).toBe("pending");
    value(await acceptInvitation(visitor(), form));
  });

  describe("says why it cannot be used", () => {
    const cases: [string, string, (guest: Guest) => Promise<unknown>][] = [
      ["used", "it was used", ({ form }) => acceptInvitation(visitor(), form)],
      [
        "expired",
        "its time is over",
        ({ player }) =>
          run(
            given,
            "UPDATE token SET expires_at = now() - interval '1 minute' WHERE account_id = $1",
            player.id,
          ),
      ],
      [
        "expired",
        "its invitation's time is over",
        ({ player }) =>
          run(
            given,
            "UPDATE invitation SET expires_at = now() - interval '1 minute' WHERE account_id = $1",
            player.id,
          ),
      ],
      [
        "unknown",
        "it was revoked",
        async ({ player }) =>
          revokeInvitation(given.context, { invitationId: (await invitationOf(player)).id }),
      ],
      [
        "unknown",
        "a newer one was sent",
        async ({ player }) =>
          resendInvitation(given.context, { invitationId: (await invitationOf(player)).id }),
      ],
      [
        "unknown",
        "the account was disabled",
        ({ player }) => setAccountsEnabled(given.context, { accountIds: [player.id], enabled: false }),
      ],
      [
        "unknown",
        "the account was locked",
        ({ player }) => lockAccount(given.context, { accountId: player.id }),
      ],
      [
        "unknown",
        "the account was deleted",
        ({ player }) => run(given, "DELETE FROM account WHERE id = $1", player.id),
      ],
    ];
    test.each(cases)("%s: %s", async (reason, _why, spoil) => {
      const one = await guest();
      await spoil(one);
      expect(await checkInvitation(visitor(), { token: one.token })).toEqual(unusable(reason));
      expect(await acceptInvitation(visitor(), one.form)).toEqual(unusable(reason));
    });

    test.each([
      ["a token of nobody", newToken()],
      ["no token", ""],
      ["a megabyte", "x".repeat(1_000_000)],
    ])("unknown: %s", async (_why, token) => {
      expect(await checkInvitation(visitor(), { token })).toEqual(unusable("unknown"));
    });

    test("unknown: a link that sets a password, and the other way round", async () => {
      const { player, token } = await guest();
      expect(codeOf(await checkPasswordLink(visitor(), { token }))).toBe("link-unusable");
      value(await resendWelcome(given.context, { accountIds: [player.id] }));
      await deliver(given, post);
      const welcome = tokenFor(post, player.email)!;
      expect(await checkInvitation(visitor(), { token: welcome })).toEqual(unusable("unknown"));
    });
  });

  test("guessing closes the network after 20 wrong ones, for that network only", async () => {
    const { token } = await guest();
    for (let guess = 0; guess < 20; guess += 1)
      await checkInvitation(visitor("203.0.113.4"), { token: newToken() });
    expect(codeOf(await checkInvitation(visitor("203.0.113.4"), { token }))).toBe("too-many-attempts");
    value(await checkInvitation(visitor("203.0.113.5"), { token }));
  });
});

describe("beside a welcome mail", () => {
  async function both(): Promise<Guest & { welcome: string }> {
    const one = await guest();
    value(await resendWelcome(given.context, { accountIds: [one.player.id] }));
    await deliver(given, post);
    return { ...one, welcome: tokenFor(post, one.player.email)! };
  }

  test("a password set while enrolling ends the link that would set the first one", async () => {
    const { form, welcome } = await both();
    value(await acceptInvitation(visitor(), form));
    expect(codeOf(await checkPasswordLink(visitor(), { token: welcome }))).toBe("link-unusable");
  });

  test("a password set by the welcome link leaves the invitation alone, which then asks for none", async () => {
    const { player, token, form, welcome } = await both();
    value(await usePasswordLink(visitor(), { token: welcome, password }));
    expect(value(await checkInvitation(visitor(), { token })).needsPassword).toBe(false);
    const enrolled = await acceptInvitation(visitor(), { ...form, password: "seven herons over water" });
    expect(value(enrolled).passwordSet).toBe(false);
    value(await signIn(visitor(), { email: player.email, password }));
  });

  test("both pressed at the same time set one password", async () => {
    const { player, form, welcome } = await both();
    const other = "seven herons over water";
    const [enrolled, set] = await Promise.all([
      acceptInvitation(visitor(), form),
      usePasswordLink(visitor(), { token: welcome, password: other }),
    ]);
    // Whoever was first; the device is enrolled either way.
    value(enrolled);
    const good = set.ok ? other : password;
    value(await signIn(visitor(), { email: player.email, password: good }));
  });
});

describe("the policy that applies", () => {
  test("is shown before, and the device gets it: the first group by name that has one, else the default", async () => {
    const policies = await run<{ id: string }>(
      given,
      `INSERT INTO policy (name, name_key, rules, is_default) VALUES
         ('Usual', 'usual', '{"Devices are encrypted."}', true),
         ('Field', 'field', '{"The screen locks after five minutes.","Lost devices are wiped."}', false),
         ('Office', 'office', '{}', false) RETURNING id`,
    );
    await run(
      given,
      `INSERT INTO "group" (name, name_key, policy_id) VALUES ('A none', 'a none', NULL), ('B field', 'b field', $1),
        ('C office', 'c office', $2)`,
      policies[1]!.id,
      policies[2]!.id,
    );
    const rows: [string[], string][] = [
      [[], "Usual"],
      [["a none"], "Usual"],
      [["a none", "c office", "b field"], "Field"],
      [["c office"], "Office"],
    ];
    for (const [groups, name] of rows) {
      const { player, token, form } = await guest();
      await run(
        given,
        `INSERT INTO membership (account_id, group_id) SELECT $1, id FROM "group" WHERE name_key = ANY ($2::text[])`,
        player.id,
        groups,
      );
      expect(value(await checkInvitation(visitor(), { token })).policy?.name).toBe(name);
      expect(value(await acceptInvitation(visitor(), form)).policy?.name).toBe(name);
      const devices = value(await listMyDevices(player.context));
      expect(devices[0]!.policy?.name).toBe(name);
    }
    const { token } = await guest();
    expect(value(await checkInvitation(visitor(), { token })).policy).toEqual({
      name: "Usual",
      rules: ["Devices are encrypted."],
    });
  });
});

test("a password chosen while enrolling stands nowhere in clear", async () => {
  const canary = "canary in a coal mine 78";
  const { form } = await guest();
  value(await acceptInvitation(visitor(), { ...form, password: canary }));
  for (const table of ["message", "audit_event", "account", "token", "invitation", "device"]) {
    expect(
      await run(given, `SELECT FROM ${table} t WHERE t::text LIKE '%' || $1 || '%'`, canary),
    ).toHaveLength(0);
  }
  expect(given.logged.join("\n")).not.toContain(canary);
});
