import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkPasswordLink, usePasswordLink } from "../access/password-link";
import { requestPasswordReset } from "../access/request-password-reset";
import { deleteAccounts } from "../people/delete-accounts";
import { resendWelcome, sendPasswordReset } from "../people/send-links";
import { codeOf, play, run, value, type Player } from "../testing/cast";
import { deliver, openPost, tokenFor, type Post } from "../testing/post";
import { openTestContext, type TestContext } from "../testing/test-context";
import { deliverMessages, waitSeconds } from "./deliver-messages";
import { getMessage } from "./get-message";
import { listMessages, mailSummary } from "./list-messages";
import { retryMessage } from "./retry-message";
import { sendTestMail } from "./send-test-mail";

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
  await run(given, "UPDATE message SET state = 'CANCELLED' WHERE state IN ('QUEUED', 'RETRYING')");
});

const password = "a quiet harbour at dawn";

/** A person with a welcome that waits to be sent, and the id of the message. */
async function waiting(part: "USER" | "MASTER" = "USER"): Promise<{ player: Player; messageId: string }> {
  const player = await play(given, part);
  value(await resendWelcome(given.context, { accountIds: [player.id] }));
  const { items } = value(await listMessages(given.context, { accountId: player.id, limit: 1 }));
  return { player, messageId: items[0]!.id };
}

async function stored(messageId: string) {
  const [row] = await run<{
    state: string;
    attempts: number;
    wait: number;
    error: string | null;
    sealed: Buffer | null;
    first: Date | null;
  }>(
    given,
    `SELECT state::text, attempts, extract(epoch FROM next_attempt_at - now())::float8 AS wait, last_error AS error,
            sealed_body AS sealed, first_try_at AS first FROM message WHERE id = $1`,
    messageId,
  );
  return row!;
}

/** As if the waiting time, or a dead worker's lease, were over. */
async function later(): Promise<void> {
  await run(
    given,
    "UPDATE message SET next_attempt_at = now() - interval '1 minute' WHERE state IN ('QUEUED', 'RETRYING')",
  );
}

describe("delivering", () => {
  test("hands every due message over once, five at a time at most, and says what came of it", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => waiting()));
    let now = 0;
    let most = 0;
    post.answer = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return { kind: "accepted", providerId: "p" };
    };
    expect(await deliver(given, post)).toEqual({
      sent: 12,
      retrying: 0,
      failed: 0,
      unknown: 0,
      cancelled: 0,
    });
    expect(new Set(post.sent.map((message) => message.key)).size).toBe(12);
    expect(most).toBeLessThanOrEqual(5);
    expect(await deliver(given, post)).toEqual({ sent: 0, retrying: 0, failed: 0, unknown: 0, cancelled: 0 });
    const row = await stored(people[0]!.messageId);
    expect(row).toMatchObject({ state: "SENT", attempts: 1, sealed: null });
  });

  test("by several workers at once still hands over each once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => waiting()));
    const reports = await Promise.all([deliver(given, post), deliver(given, post), deliver(given, post)]);
    expect(reports.reduce((sum, report) => sum + report.sent, 0)).toBe(20);
    expect(post.sent).toHaveLength(20);
  });

  test("takes no more than it was asked for", async () => {
    await Promise.all(Array.from({ length: 4 }, () => waiting()));
    const renderMail = () => Promise.resolve({ subject: "s", html: "h", text: "t" });
    const input = { transport: post, from: "a@b.example", limit: 3, keepReadable: false, renderMail };
    expect(value(await deliverMessages(given.context, input)).sent).toBe(3);
  });

  test("is the worker's alone", async () => {
    const renderMail = () => Promise.resolve({ subject: "s", html: "h", text: "t" });
    const input = { transport: post, from: "a@b.example", limit: 3, keepReadable: false, renderMail };
    expect(codeOf(await deliverMessages((await play(given, "MASTER")).context, input))).toBe("forbidden");
  });

  test("names and groups with anything in them cannot become a header", async () => {
    const { player } = await waiting();
    await run(
      given,
      "UPDATE account SET full_name = $2 WHERE id = $1",
      player.id,
      'Bob "B"\r\nBcc: <x@y.example>',
    );
    await deliver(given, post);
    expect(post.sent[0]!.to).toBe(`"Bob B Bcc: x@y.example" <${player.email}>`);
  });
});

describe("a second try", () => {
  test("sends the same bytes under the same key", async () => {
    const { player, messageId } = await waiting();
    post.answer = () => ({ kind: "retry", reason: "The server is busy.", retryAfterSeconds: null });
    expect(await deliver(given, post)).toMatchObject({ retrying: 1 });
    expect(await stored(messageId)).toMatchObject({
      state: "RETRYING",
      attempts: 1,
      error: "The server is busy.",
    });
    // What the mail would say now is not what it said: it must not matter.
    await run(given, "UPDATE account SET full_name = 'Somebody Else' WHERE id = $1", player.id);
    await later();
    post.answer = () => ({ kind: "accepted", providerId: "p-2" });
    await deliver(given, post);
    expect(post.sent).toHaveLength(2);
    expect(post.sent[1]).toEqual(post.sent[0]);
    expect(post.rendered).toHaveLength(1);
    expect(await stored(messageId)).toMatchObject({ state: "SENT", attempts: 2, error: null });
    value(await checkPasswordLink(given.as({ kind: "anonymous" }), { token: tokenFor(post, player.email)! }));
  });

  test.each([
    [1, null, 30],
    [2, null, 60],
    [5, null, 480],
    [8, null, 3600],
    [500, null, 3600],
    [1, 7, 7],
    [8, 2.2, 3],
    [1, 0, 1],
    [1, 86_400, 3600],
  ])("comes after the %d. when the other side asks for %j: %d s", (attempts, asked, seconds) => {
    expect(waitSeconds(attempts, asked)).toBe(seconds);
  });

  test("waits as long as that in the database, by its own clock", async () => {
    const { messageId } = await waiting();
    post.answer = () => ({ kind: "retry", reason: "429", retryAfterSeconds: 240 });
    await deliver(given, post);
    expect((await stored(messageId)).wait).toBeGreaterThan(200);
    expect(await deliver(given, post)).toMatchObject({ sent: 0, retrying: 0 });
  });

  test("is not made after 23 hours, however many wait", async () => {
    await run(
      given,
      `INSERT INTO message (kind, to_address, to_name, state, attempts, first_try_at, next_attempt_at)
       SELECT 'welcome', 'many' || n || '@late.example', 'Many', 'RETRYING', 1, now() - interval '24 hours', now()
         FROM generate_series(1, 2300) n`,
    );
    expect(await deliver(given, post)).toMatchObject({ unknown: 2300, sent: 0, retrying: 0 });
    expect(await deliver(given, post)).toMatchObject({ unknown: 0, sent: 0 });
  });

  test("is not made after 23 hours: then a person decides, and the new mail is a new one", async () => {
    const { player, messageId } = await waiting();
    post.answer = () => ({ kind: "retry", reason: "No answer.", retryAfterSeconds: null });
    await deliver(given, post);
    const old = tokenFor(post, player.email)!;
    await run(
      given,
      "UPDATE message SET first_try_at = now() - interval '23 hours', next_attempt_at = now() - interval '1 minute' WHERE id = $1",
      messageId,
    );
    expect(await deliver(given, post)).toMatchObject({ unknown: 1, retrying: 0 });
    expect(await stored(messageId)).toMatchObject({ state: "UNKNOWN", sealed: null });
    await later();
    expect(await deliver(given, post)).toMatchObject({ unknown: 0, sent: 0 });
    expect(post.sent).toHaveLength(1);

    value(await retryMessage(given.context, { messageId }));
    post.answer = () => ({ kind: "accepted", providerId: null });
    await deliver(given, post);
    expect(post.sent[1]!.key).not.toBe(post.sent[0]!.key);
    const visitor = given.as({ kind: "anonymous" });
    expect(codeOf(await checkPasswordLink(visitor, { token: old }))).toBe("link-unusable");
    value(await checkPasswordLink(visitor, { token: tokenFor(post, player.email)! }));
  });

  test("is never made of what was rejected", async () => {
    const { messageId } = await waiting();
    post.answer = () => ({ kind: "rejected", reason: "550 no such user" });
    expect(await deliver(given, post)).toMatchObject({ failed: 1 });
    await later();
    await deliver(given, post);
    expect(post.sent).toHaveLength(1);
    expect(await stored(messageId)).toMatchObject({
      state: "FAILED",
      error: "550 no such user",
      sealed: null,
    });
  });
});

describe("a worker that dies", () => {
  test("between handing over and marking: the same again, so that the provider delivers it once", async () => {
    const { messageId } = await waiting();
    // A provider with idempotency keys, and an answer that never arrives.
    const delivered = new Map<string, string>();
    post.answer = (message) => {
      delivered.set(message.key, delivered.get(message.key) ?? message.text);
      throw new Error("killed");
    };
    await deliver(given, post);
    await later();
    post.answer = (message) => {
      delivered.set(message.key, delivered.get(message.key) ?? message.text);
      return { kind: "accepted", providerId: "p" };
    };
    await deliver(given, post);
    expect(post.sent).toHaveLength(2);
    expect(post.sent[1]).toEqual(post.sent[0]);
    expect(delivered.size).toBe(1);
    expect(await stored(messageId)).toMatchObject({ state: "SENT", attempts: 2 });
  });

  test.each([
    ["before it was made ready", "sealed_body = NULL, subject = NULL"],
    ["after it was made ready", "attempts = attempts"],
  ])("%s: another takes it over when the lease is out, not sooner", async (_when, change) => {
    const { messageId } = await waiting();
    post.answer = () => ({ kind: "retry", reason: "later", retryAfterSeconds: null });
    await deliver(given, post);
    // A claim that nobody will finish.
    await run(
      given,
      `UPDATE message SET state = 'QUEUED', next_attempt_at = now() + interval '60 seconds', ${change} WHERE id = $1`,
      messageId,
    );
    post.answer = () => ({ kind: "accepted", providerId: null });
    expect(await deliver(given, post)).toMatchObject({ sent: 0 });
    await later();
    expect(await deliver(given, post)).toMatchObject({ sent: 1 });
  });

  test("and whose reader used the link meanwhile: it has arrived, nothing is sent", async () => {
    const { player, messageId } = await waiting();
    post.answer = () => {
      throw new Error("killed");
    };
    await deliver(given, post);
    value(
      await usePasswordLink(given.as({ kind: "anonymous" }), {
        token: tokenFor(post, player.email)!,
        password,
      }),
    );
    await later();
    expect(await deliver(given, post)).toMatchObject({ sent: 1 });
    expect(post.sent).toHaveLength(1);
    expect((await stored(messageId)).state).toBe("SENT");
  });

  test("one that overslept its lease cannot undo what the other one marked", async () => {
    const { messageId } = await waiting();
    const other = openPost();
    post.answer = async () => {
      await later();
      expect(await deliver(given, other)).toMatchObject({ sent: 1 });
      return { kind: "rejected", reason: "too late" };
    };
    await deliver(given, post);
    expect(other.sent[0]).toEqual(post.sent[0]);
    expect(await stored(messageId)).toMatchObject({ state: "SENT", error: null });
  });
});

describe("is not sent any more", () => {
  const cases: [string, (player: Player) => Promise<unknown>][] = [
    ["the account was deleted", (player) => deleteAccounts(given.context, { accountIds: [player.id] })],
    [
      "the account was disabled behind our back",
      (player) => run(given, "UPDATE account SET enabled = false WHERE id = $1", player.id),
    ],
    [
      "the account was locked behind our back",
      (player) => run(given, "UPDATE account SET locked_out = true WHERE id = $1", player.id),
    ],
    [
      "a newer one was asked for, and that is sent",
      (player) => resendWelcome(given.context, { accountIds: [player.id] }),
    ],
  ];
  test.each(cases)("%s", async (_why, spoil) => {
    const { player, messageId } = await waiting();
    await spoil(player);
    await deliver(given, post);
    expect((await stored(messageId)).state).toBe("CANCELLED");
  });

  test("its link was replaced while it was being retried", async () => {
    const { player, messageId } = await waiting();
    post.answer = () => ({ kind: "retry", reason: "later", retryAfterSeconds: null });
    await deliver(given, post);
    await run(given, "UPDATE token SET revoked_at = now() WHERE account_id = $1", player.id);
    await later();
    expect(await deliver(given, post)).toMatchObject({ cancelled: 1 });
    expect((await stored(messageId)).state).toBe("CANCELLED");
  });

  test("it cannot be written: on the log, and a person may try again", async () => {
    const { messageId } = await waiting();
    const renderMail = () => Promise.reject(new Error("template broke"));
    const input = { transport: post, from: "a@b.example", limit: 5, keepReadable: false, renderMail };
    expect(value(await deliverMessages(given.context, input))).toMatchObject({ failed: 1 });
    expect(given.logged.join("\n")).toContain("template broke");
    value(await retryMessage(given.context, { messageId }));
    expect(await deliver(given, post)).toMatchObject({ sent: 1 });
  });

  test("it waited sealed with another SECRET", async () => {
    const { messageId } = await waiting();
    post.answer = () => ({ kind: "retry", reason: "later", retryAfterSeconds: null });
    await deliver(given, post);
    await later();
    const context = {
      ...given.context,
      settings: { ...given.context.settings, secret: "another secret of another server" },
    };
    expect(await deliver({ ...given, context }, post)).toMatchObject({ failed: 1 });
    expect((await stored(messageId)).error).toMatch(/SECRET/);
  });
});

describe("what a mail said", () => {
  test("is sealed while it waits, gone once it is sent", async () => {
    const { player, messageId } = await waiting();
    post.answer = () => ({ kind: "retry", reason: "later", retryAfterSeconds: null });
    await deliver(given, post);
    const { sealed } = await stored(messageId);
    expect(sealed!.toString("latin1")).not.toContain(tokenFor(post, player.email)!);
    expect(sealed!.toString("latin1")).not.toContain(player.name);
    expect(value(await getMessage(given.context, { messageId }))).toMatchObject({
      body: null,
      bodyHidden: "not-sent",
      subject: `welcome for ${player.name}`,
    });
    await later();
    post.answer = () => ({ kind: "accepted", providerId: "p-9" });
    await deliver(given, post);
    expect(value(await getMessage(given.context, { messageId }))).toMatchObject({
      body: null,
      bodyHidden: "not-kept",
      providerId: "p-9",
    });
  });

  test("stays readable in the outbox: for those who could send such a link themselves", async () => {
    const user = await waiting();
    const master = await waiting("MASTER");
    await deliver(given, post, true);
    const rows = [
      ["MASTER", user, null],
      ["HELPDESK", user, null],
      ["GATEWAY", user, "not-yours"],
      ["MASTER", master, null],
      ["HELPDESK", master, "not-yours"],
      ["FULL", master, "not-yours"],
    ] as const;
    for (const [part, { messageId }, hidden] of rows) {
      const reader = await play(given, part);
      const details = value(await getMessage(reader.context, { messageId }));
      expect([part, details.bodyHidden, details.body === null]).toEqual([part, hidden, hidden !== null]);
      if (details.body !== null) expect(details.body.text).toContain("/set-password#");
    }
  });
});

describe("the Mail page", () => {
  test("lists newest first, by state, by person, by words, in pages", async () => {
    const people = [];
    for (let index = 0; index < 5; index += 1) people.push(await waiting());
    const ids = people.map((one) => one.messageId).reverse();
    const first = value(await listMessages(given.context, { state: "QUEUED", limit: 3 }));
    expect(first.items.map((item) => item.id)).toEqual(ids.slice(0, 3));
    expect(first.items[0]).toMatchObject({
      kind: "welcome",
      kindName: "Welcome",
      state: "QUEUED",
      attempts: 0,
    });
    const second = value(
      await listMessages(given.context, { state: "QUEUED", limit: 3, cursor: first.nextCursor! }),
    );
    expect(second).toMatchObject({ nextCursor: null });
    expect(second.items.map((item) => item.id)).toEqual(ids.slice(3));
    const { player, messageId } = people[2]!;
    for (const search of [player.name, player.email]) {
      expect(
        value(await listMessages(given.context, { search, limit: 5 })).items.map((item) => item.id),
      ).toEqual([messageId]);
    }
    value(await deleteAccounts(given.context, { accountIds: [player.id] }));
    expect(
      value(await listMessages(given.context, { search: player.email.toUpperCase(), limit: 5 })).items.map(
        (item) => item.id,
      ),
    ).toEqual([messageId]);
    expect(value(await listMessages(given.context, { search: "nobody-at-all", limit: 5 })).items).toEqual([]);
    expect(value(await mailSummary(given.context)).states.QUEUED).toBe(4);
    expect(value(await mailSummary(given.context)).oldestWaitingSince).toBeInstanceOf(Date);
  });

  test.each([
    ["QUEUED", "wrong-state"],
    ["SENT", "wrong-state"],
    ["RETRYING", "done"],
    ["FAILED", "done"],
    ["UNKNOWN", "done"],
    ["CANCELLED", "done"],
  ])("sending again what is %s: %s", async (state, expected) => {
    const { messageId } = await waiting();
    await run(
      given,
      `UPDATE message SET state = $2::"MessageState", next_attempt_at = now() + interval '1 hour' WHERE id = $1`,
      messageId,
      state,
    );
    const helper = await play(given, "HELPDESK");
    expect(codeOf(await retryMessage(helper.context, { messageId }))).toBe(expected);
    expect((await deliver(given, post)).sent).toBe(
      expected === "done" || state === "QUEUED" ? (state === "QUEUED" ? 0 : 1) : 0,
    );
  });

  test("sending again a mail to somebody above is refused", async () => {
    const { messageId } = await waiting("MASTER");
    await run(given, "UPDATE message SET state = 'FAILED' WHERE id = $1", messageId);
    expect(codeOf(await retryMessage((await play(given, "HELPDESK")).context, { messageId }))).toBe(
      "role-above-yours",
    );
  });
});

test("a test mail goes to any address, and says how mail is sent", async () => {
  const full = await play(given, "FULL");
  value(await sendTestMail(full.context, { to: "ops@elsewhere.example", transport: "outbox" }));
  expect(codeOf(await sendTestMail(full.context, { to: "nowhere", transport: "outbox" }))).toBe("invalid");
  await deliver(given, post);
  expect(post.rendered).toMatchObject([
    { kind: "test", data: { address: "ops@elsewhere.example", requestedBy: full.name, transport: "outbox" } },
  ]);
});

test("two installations never share a key", async () => {
  const other = await openTestContext();
  try {
    const keys: string[] = [];
    for (const place of [given, other]) {
      const player = await play(place, "USER");
      value(await sendPasswordReset(place.context, { accountId: player.id }));
      const box = openPost();
      await deliver(place, box);
      keys.push(box.sent[0]!.key);
    }
    const [one, two] = keys.map((key) => key.split("-").slice(4).join("-"));
    expect(one).not.toBe(two);
    expect(keys[0]!.length).toBeLessThanOrEqual(256);
  } finally {
    await other.close();
  }
});

test("no mail, message or event ever holds a password", async () => {
  const canary = "canary in a coal mine 77";
  const player = await play(given, "USER", { password: canary });
  value(await requestPasswordReset(given.as({ kind: "anonymous" }), { email: player.email }));
  await deliver(given, post);
  expect(JSON.stringify([post.sent, post.rendered])).not.toContain(canary);
  for (const table of ["message", "audit_event", "account", "token", "session", "setting"]) {
    expect(
      await run(given, `SELECT FROM ${table} t WHERE t::text LIKE '%' || $1 || '%'`, canary),
    ).toHaveLength(0);
  }
  expect(given.logged.join("\n")).not.toContain(canary);
});
