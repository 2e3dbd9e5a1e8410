import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setAccountsEnabled } from "../people/set-enabled";
import { codeOf, play, run, value, type Player } from "../testing/cast";
import { importedPeople, pastImport } from "../testing/past-import";
import { deliver, openPost, tokenFor, type Post } from "../testing/post";
import { openTestContext, type TestContext } from "../testing/test-context";
import { retryMessage } from "../mail/retry-message";
import { checkInvitation } from "./check-invitation";
import { inviteAccounts, inviteImported } from "./invite";
import { listInvitations } from "./list-invitations";
import { resendInvitation, revokeInvitation } from "./manage-invitation";
import type { InvitationItem } from "./types";

let given: TestContext;
let post: Post;
let basic: Player;
beforeAll(async () => {
  given = await openTestContext();
  await play(given, "MASTER");
  basic = await play(given, "BASIC");
});
afterAll(() => given.close());
beforeEach(async () => {
  post = openPost();
  await run(given, "UPDATE message SET state = 'CANCELLED' WHERE state IN ('QUEUED', 'RETRYING')");
});

const visitor = () => given.as({ kind: "anonymous" });

async function one(accountId: string): Promise<InvitationItem> {
  const { items } = value(await listInvitations(basic.context, { accountId, limit: 1 }));
  return items[0]!;
}

async function events(action: string): Promise<{ subject_name: string; data: Record<string, unknown> }[]> {
  return run(given, "SELECT subject_name, data FROM audit_event WHERE action = $1 ORDER BY id DESC", action);
}

async function invited(): Promise<{ player: Player; invitation: InvitationItem; token: string }> {
  const player = await play(given, "USER");
  expect(value(await inviteAccounts(basic.context, { accountIds: [player.id] }))).toEqual({
    invited: 1,
    skipped: 0,
  });
  await deliver(given, post);
  return { player, invitation: await one(player.id), token: tokenFor(post, player.email)! };
}

describe("inviting the people of an import", () => {
  test("takes everybody that it created, in one go, with one mail each and one event", async () => {
    const importId = await pastImport(given);
    await importedPeople(given, importId, 20_000, "many.example");
    expect(value(await inviteImported(basic.context, { importId }))).toEqual({ invited: 20_000, skipped: 0 });
    const [counts] = await run<Record<string, number>>(
      given,
      `SELECT (SELECT count(*)::int FROM invitation WHERE import_id = $1) AS invitations,
              (SELECT count(DISTINCT account_id)::int FROM invitation WHERE import_id = $1) AS people,
              (SELECT count(*)::int FROM message WHERE import_id = $1 AND kind = 'invitation' AND state = 'QUEUED') AS mails,
              (SELECT count(DISTINCT data->>'invitationId')::int FROM message WHERE import_id = $1) AS told,
              (SELECT mails FROM import WHERE id = $1) AS counted,
              (SELECT count(*)::int FROM audit_event WHERE import_id = $1) AS events`,
      importId,
    );
    expect(counts).toEqual({
      invitations: 20_000,
      people: 20_000,
      mails: 20_000,
      told: 20_000,
      counted: 20_000,
      events: 1,
    });
    expect((await events("import.invited"))[0]).toEqual({
      subject_name: "people.csv",
      data: { invited: 20_000, skipped: 0 },
    });
    await run(given, "DELETE FROM message WHERE import_id = $1", importId);
  });

  test("happens once, also when two press at the same time", async () => {
    const importId = await pastImport(given);
    await importedPeople(given, importId, 5, "twice.example");
    const results = await Promise.all([1, 2, 3].map(() => inviteImported(basic.context, { importId })));
    expect(results.map(codeOf).sort()).toEqual(["done", "wrong-state", "wrong-state"]);
    expect(codeOf(await inviteImported(basic.context, { importId }))).toBe("wrong-state");
    expect((await deliver(given, post)).sent).toBe(5);
    expect(new Set(post.sent.map((mail) => mail.to)).size).toBe(5);
  });

  test("leaves out who cannot enrol, or has an invitation that waits", async () => {
    const importId = await pastImport(given);
    const people = await importedPeople(given, importId, 8, "some.example");
    const [list, disabled, locked, waiting, expired, revoked, master] = people;
    await run(given, "UPDATE account SET kind = 'LIST' WHERE id = $1", list);
    await run(given, "UPDATE account SET enabled = false WHERE id = $1", disabled);
    await run(given, "UPDATE account SET locked_out = true WHERE id = $1", locked);
    await run(
      given,
      "UPDATE account SET role = 'ADMINISTRATOR', admin_role = 'MASTER' WHERE id = $1",
      master,
    );
    for (const [id, column] of [
      [waiting, "created_at"],
      [expired, "expires_at"],
      [revoked, "revoked_at"],
    ])
      await run(
        given,
        `INSERT INTO invitation (account_id, expires_at) VALUES ($1, now() + interval '1 day')`,
        id,
      ).then(() => run(given, `UPDATE invitation SET ${column!} = now() WHERE account_id = $1`, id));
    expect(value(await inviteImported(basic.context, { importId }))).toEqual({ invited: 3, skipped: 5 });
    const { items } = value(await listInvitations(basic.context, { importId, limit: 50 }));
    expect(items.map((item) => item.accountId).sort()).toEqual([expired, revoked, people[7]].sort());
  });

  test.each([["READY"], ["COMMITTING"], ["FAILED"], ["CANCELLED"]])(
    "waits for its end: %s",
    async (status) => {
      const importId = await pastImport(given, { status });
      await importedPeople(given, importId, 1, `${status.toLowerCase()}.example`);
      expect(codeOf(await inviteImported(basic.context, { importId }))).toBe("wrong-state");
      expect(value(await listInvitations(basic.context, { importId, limit: 1 })).items).toEqual([]);
    },
  );

  test.each([["999999999"], ["x"]])("of no import: %s", async (importId) => {
    expect(codeOf(await inviteImported(basic.context, { importId }))).toBe("not-found");
  });
});

describe("inviting chosen people", () => {
  test("sends a link of 256 bits that lives 14 days, of which only the hash is stored", async () => {
    const { player, invitation, token } = await invited();
    expect(post.sent[0]!.text).toContain(`http://localhost:3000/enrol#${token}`);
    expect(invitation).toMatchObject({
      personName: player.name,
      address: player.email,
      state: "pending",
      invitedBy: basic.name,
      mail: "SENT",
      device: null,
    });
    const [row] = await run<{ days: number; found: boolean; expires: boolean }>(
      given,
      `SELECT extract(epoch FROM v.expires_at - now())::float8 / 86400 AS days, t.expires_at >= v.expires_at AS expires,
              EXISTS (SELECT FROM token t WHERE encode(t.hash, 'escape') LIKE '%' || $2 || '%')
                OR EXISTS (SELECT FROM message m WHERE m::text LIKE '%' || $2 || '%')
                OR EXISTS (SELECT FROM audit_event e WHERE e::text LIKE '%' || $2 || '%') AS found
         FROM invitation v JOIN token t ON t.invitation_id = v.id WHERE v.id = $1`,
      invitation.id,
      token,
    );
    expect(row).toMatchObject({ found: false, expires: true });
    expect(row!.days).toBeCloseTo(14, 1);
    expect((await events("invitation.sent"))[0]!.subject_name).toBe(player.name);
  });

  test("counts who has one already, or is gone, as skipped", async () => {
    const { player } = await invited();
    const accountIds = [player.id, "999999999"];
    expect(value(await inviteAccounts(basic.context, { accountIds }))).toEqual({ invited: 0, skipped: 2 });
  });

  test("is refused whole for somebody above", async () => {
    const master = await play(given, "MASTER");
    const user = await play(given, "USER");
    const refused = await inviteAccounts(basic.context, { accountIds: [user.id, master.id] });
    expect(codeOf(refused)).toBe("role-above-yours");
    expect(value(await listInvitations(basic.context, { accountId: user.id, limit: 1 })).items).toEqual([]);
  });

  test("two that invite the same person at once make one invitation", async () => {
    const player = await play(given, "USER");
    const results = await Promise.all(
      [1, 2, 3, 4].map(() => inviteAccounts(basic.context, { accountIds: [player.id] })),
    );
    expect(results.map((result) => value(result).invited).sort()).toEqual([0, 0, 0, 1]);
  });

  test("names the policy that applies at the time of sending", async () => {
    const player = await play(given, "USER");
    const [policy] = await run<{ id: string }>(
      given,
      `INSERT INTO policy (name, name_key, rules) VALUES ('Phones', 'phones', '{"The screen locks."}') RETURNING id`,
    );
    await run(
      given,
      `WITH g AS (INSERT INTO "group" (name, name_key, policy_id) VALUES ('Field', 'field', $1) RETURNING id)
       INSERT INTO membership (account_id, group_id) SELECT $2, id FROM g`,
      policy!.id,
      player.id,
    );
    value(await inviteAccounts(basic.context, { accountIds: [player.id] }));
    await deliver(given, post);
    expect(post.rendered[0]).toMatchObject({ kind: "invitation", data: { policyName: "Phones" } });
  });
});

describe("an invitation that was not sent yet", () => {
  const cases: [string, (item: InvitationItem) => Promise<unknown>][] = [
    ["revoked", (item) => revokeInvitation(basic.context, { invitationId: item.id })],
    [
      "expired",
      (item) =>
        run(given, "UPDATE invitation SET expires_at = now() - interval '1 minute' WHERE id = $1", item.id),
    ],
    [
      "disabled",
      (item) => setAccountsEnabled(given.context, { accountIds: [item.accountId], enabled: false }),
    ],
    ["deleted", (item) => run(given, "DELETE FROM account WHERE id = $1", item.accountId)],
  ];
  test.each(cases)("is not sent any more: %s", async (_why, spoil) => {
    const player = await play(given, "USER");
    value(await inviteAccounts(basic.context, { accountIds: [player.id] }));
    await spoil(await one(player.id));
    await deliver(given, post);
    expect(post.sent).toEqual([]);
  });
});

describe("sending again", () => {
  test("gives a new link and the full time; the links before die at once, before the new mail is sent", async () => {
    const { player, invitation, token } = await invited();
    await run(
      given,
      "UPDATE invitation SET expires_at = now() + interval '1 day' WHERE id = $1",
      invitation.id,
    );
    const helper = await play(given, "HELPDESK");
    value(await resendInvitation(helper.context, { invitationId: invitation.id }));
    expect(codeOf(await checkInvitation(visitor(), { token }))).toBe("link-unusable");
    await deliver(given, post);
    const newer = tokenFor(post, player.email)!;
    expect(newer).not.toBe(token);
    value(await checkInvitation(visitor(), { token: newer }));
    const left = (await one(player.id)).expiresAt.getTime() - invitation.expiresAt.getTime();
    expect(Math.abs(left)).toBeLessThan(600_000);
    expect((await events("invitation.resent"))[0]!.data).toEqual({ invitationId: invitation.id });
  });

  test("of one whose mail still waits sends one mail, not two", async () => {
    const player = await play(given, "USER");
    value(await inviteAccounts(basic.context, { accountIds: [player.id] }));
    const { id } = await one(player.id);
    value(await resendInvitation(basic.context, { invitationId: id }));
    value(await resendInvitation(basic.context, { invitationId: id }));
    expect(await deliver(given, post)).toMatchObject({ sent: 1 });
  });

  test("brings an expired one back", async () => {
    const { player, invitation } = await invited();
    await run(
      given,
      "UPDATE invitation SET expires_at = now() - interval '1 minute' WHERE id = $1",
      invitation.id,
    );
    expect((await one(player.id)).state).toBe("expired");
    value(await resendInvitation(basic.context, { invitationId: invitation.id }));
    expect((await one(player.id)).state).toBe("pending");
  });

  const refusals: [
    string,
    string,
    (found: { player: Player; invitation: InvitationItem }) => Promise<unknown>,
  ][] = [
    [
      "wrong-state",
      "revoked",
      ({ invitation }) => revokeInvitation(basic.context, { invitationId: invitation.id }),
    ],
    [
      "wrong-state",
      "accepted",
      ({ invitation }) =>
        run(given, "UPDATE invitation SET accepted_at = now() WHERE id = $1", invitation.id),
    ],
    [
      "wrong-state",
      "expired and followed by another",
      async ({ player, invitation }) => {
        await run(
          given,
          "UPDATE invitation SET expires_at = now() - interval '1 minute' WHERE id = $1",
          invitation.id,
        );
        value(await inviteAccounts(basic.context, { accountIds: [player.id] }));
      },
    ],
    [
      "wrong-state",
      "of a disabled account",
      ({ player }) => setAccountsEnabled(given.context, { accountIds: [player.id], enabled: false }),
    ],
    [
      "role-above-yours",
      "of somebody above by now",
      ({ player }) =>
        run(given, "UPDATE account SET role = 'ADMINISTRATOR', admin_role = 'FULL' WHERE id = $1", player.id),
    ],
    [
      "not-found",
      "deleted with its account",
      ({ player }) => run(given, "DELETE FROM account WHERE id = $1", player.id),
    ],
  ];
  test.each(refusals)("is refused %s: %s", async (code, _why, spoil) => {
    const found = await invited();
    await spoil(found);
    const helper = await play(given, "HELPDESK");
    expect(codeOf(await resendInvitation(helper.context, { invitationId: found.invitation.id }))).toBe(code);
  });

  test("the message itself, from the Mail page: not what its invitation no longer allows", async () => {
    const { player, invitation } = await invited();
    value(await revokeInvitation(basic.context, { invitationId: invitation.id }));
    const [message] = await run<{ id: string }>(
      given,
      "UPDATE message SET state = 'FAILED' WHERE account_id = $1 RETURNING id",
      player.id,
    );
    value(await retryMessage(basic.context, { messageId: message!.id }));
    expect(await deliver(given, post)).toMatchObject({ sent: 0, cancelled: 1 });
  });
});

describe("taking back", () => {
  test("kills the link at once, once, and stands in the log", async () => {
    const { player, invitation, token } = await invited();
    value(await revokeInvitation(basic.context, { invitationId: invitation.id }));
    expect(await checkInvitation(visitor(), { token })).toEqual({
      ok: false,
      refusal: { code: "link-unusable", reason: "unknown" },
    });
    expect(await one(player.id)).toMatchObject({ state: "revoked" });
    expect(codeOf(await revokeInvitation(basic.context, { invitationId: invitation.id }))).toBe(
      "wrong-state",
    );
    expect((await events("invitation.revoked"))[0]!.subject_name).toBe(player.name);
    // And the person may be invited anew.
    expect(value(await inviteAccounts(basic.context, { accountIds: [player.id] })).invited).toBe(1);
  });
});

describe("the list", () => {
  test("goes newest first, in pages, by import, person, state and words", async () => {
    const importId = await pastImport(given);
    const people = await importedPeople(given, importId, 5, "list.example");
    value(await inviteImported(basic.context, { importId }));
    const ids = (items: InvitationItem[]) => items.map((item) => item.accountId);
    const first = value(await listInvitations(basic.context, { importId, limit: 3 }));
    const second = value(
      await listInvitations(basic.context, { importId, limit: 3, cursor: first.nextCursor! }),
    );
    expect([...ids(first.items), ...ids(second.items)]).toEqual([...people].reverse());
    expect(second.nextCursor).toBeNull();
    expect(first.items[0]).toMatchObject({ importId, importFileName: "people.csv", mail: "QUEUED" });
    await run(
      given,
      `UPDATE invitation SET accepted_at = CASE WHEN account_id = $1 THEN now() END,
              revoked_at = CASE WHEN account_id = $2 THEN now() END,
              expires_at = CASE WHEN account_id = $3 THEN now() ELSE expires_at END WHERE import_id = $4`,
      people[0],
      people[1],
      people[2],
      importId,
    );
    for (const [state, expected] of [
      ["accepted", [people[0]]],
      ["revoked", [people[1]]],
      ["expired", [people[2]]],
      ["pending", [people[4], people[3]]],
    ] as const) {
      const page = value(await listInvitations(basic.context, { importId, state, limit: 10 }));
      expect([state, ids(page.items), page.items.every((item) => item.state === state)]).toEqual([
        state,
        expected,
        true,
      ]);
    }
    const found = value(
      await listInvitations(basic.context, { search: `p${people[3]!}@list.example`, limit: 10 }),
    );
    expect(ids(found.items)).toEqual([people[3]]);
    for (const input of [{ search: "nobody-at-all" }, { accountId: "x" }, { importId: "x" }])
      expect(value(await listInvitations(basic.context, { ...input, limit: 1 })).items).toEqual([]);
    expect(codeOf(await listInvitations(basic.context, { cursor: "x", limit: 1 }))).toBe("invalid");
  });
});
