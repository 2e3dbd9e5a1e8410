import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findSignIn } from "@rollcall/db";
import { signIn } from "../access/sign-in";
import { createGroup, getGroup } from "../organisation/groups";
import { codeOf, play, run, value, type Player } from "../testing/cast";
import { deliver, openPost, type Post } from "../testing/post";
import { openTestContext, type TestContext } from "../testing/test-context";
import { addAccount } from "./add-account";
import { deleteAccounts } from "./delete-accounts";
import { editAccount } from "./edit-account";
import { getAccount } from "./get-account";
import { addToGroup, removeFromGroup } from "./group-members";
import { lockAccount, unlockAccount } from "./lock-account";
import { resendWelcome, sendPasswordReset } from "./send-links";
import { setAccountsEnabled } from "./set-enabled";
import type { AccountDetails, EditAccountFields } from "./types";

const aText = expect.any(String) as string;

let given: TestContext;
let master: Player;
let post: Post;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
});
afterAll(() => given.close());
beforeEach(async () => {
  post = openPost();
  await run(given, "UPDATE message SET state = 'CANCELLED' WHERE state = 'QUEUED'");
});

const password = "a quiet harbour at dawn";
let serial = 0;
function address(): string {
  serial += 1;
  return `person${String(serial)}@example.com`;
}
const minimal = () => ({ email: address(), fullName: "Katarzyna Nowak-Lis", sendWelcome: false });

async function edit(account: AccountDetails, fields: EditAccountFields) {
  return editAccount(master.context, { accountId: account.id, version: account.version, fields });
}

describe("adding an account", () => {
  test("makes it with everything that was given, and what it names", async () => {
    const email = address();
    const account = value(
      await addAccount(master.context, {
        email: ` ${email.toUpperCase()} `,
        fullName: "  Katarzyna Nowak-Lis ",
        departmentName: " Operations ",
        groups: ["Staff", "Night  shift", "staff", " "],
        phone: "+48 555 010 447",
        contactEmail: "kasia@postbox.example",
        description: "Gate B\nevenings",
        sendWelcome: false,
      }),
    );
    expect(account).toMatchObject({
      name: "Katarzyna Nowak-Lis",
      email: email.toUpperCase(),
      role: "USER",
      adminRole: null,
      status: "invited",
      source: "MANUAL",
      department: "Operations",
      groups: ["Night shift", "Staff"],
      phone: "+48 555 010 447",
      contactEmail: "kasia@postbox.example",
      description: "Gate B\nevenings",
      createdBy: master.name,
      password: { state: "none", mustChange: false },
      version: 1,
    });
    expect(account.events.map((event) => `${event.actorName} ${event.words}`)).toEqual([
      `${master.name} added`,
    ]);
    const actions = await run<{ action: string }>(
      given,
      "SELECT action FROM audit_event ORDER BY id DESC LIMIT 4",
    );
    expect(actions.map((row) => row.action).sort()).toEqual([
      "account.created",
      "department.created",
      "group.created",
      "group.created",
    ]);
  });

  test("with a password that somebody chose: it works, and must be changed", async () => {
    const account = value(await addAccount(master.context, { ...minimal(), password }));
    expect(account).toMatchObject({ status: "active", password: { state: "set", mustChange: true } });
    const session = value(await signIn({ ...given.context, ip: null }, { email: account.email, password }));
    expect(session.mustChangePassword).toBe(true);
  });

  test("with a welcome: the mail is queued in the same transaction, with a link only when there is no password", async () => {
    const invited = value(await addAccount(master.context, { ...minimal(), sendWelcome: true }));
    const ready = value(await addAccount(master.context, { ...minimal(), sendWelcome: true, password }));
    await deliver(given, post);
    const links = new Map(
      post.rendered.map((mail) =>
        mail.kind === "welcome" ? [mail.data.address, mail.data.setPasswordUrl !== null] : [],
      ) as [string, boolean][],
    );
    expect(links).toEqual(
      new Map([
        [invited.email, true],
        [ready.email, false],
      ]),
    );
    expect(post.rendered[0]).toMatchObject({
      data: { invitedBy: master.name, organisation: "Your organisation" },
    });
  });

  test.each([
    ["email", { email: "nobody" }],
    ["email", { email: "a@b@c" }],
    ["email", { email: `${"x".repeat(250)}@example.com` }],
    ["email", { email: "bob\r\nbcc: x@y.example" }],
    ["fullName", { fullName: " " }],
    ["fullName", { fullName: "x".repeat(201) }],
    ["fullName", { fullName: "Bob\r\nBcc: x@y.example" }],
    ["departmentName", { departmentName: "x".repeat(201) }],
    ["groups", { groups: ["fine", "x".repeat(201)] }],
    ["phone", { phone: "0".repeat(65) }],
    ["contactEmail", { contactEmail: "postbox" }],
    ["description", { description: "x".repeat(2001) }],
    ["password", { password: "short" }],
    ["password", { password: "Katarzyna Nowak-Lis" }],
  ])("names a wrong %s and makes nothing", async (field, wrong) => {
    const before = await run(given, "SELECT FROM account");
    const refused = await addAccount(master.context, { ...minimal(), ...wrong });
    expect(refused).toMatchObject({ refusal: { code: "invalid", fields: { [field]: aText } } });
    expect(await run(given, "SELECT FROM account")).toHaveLength(before.length);
  });

  test("lengths count what people see as letters", async () => {
    value(await addAccount(master.context, { ...minimal(), fullName: "😀".repeat(200) }));
  });

  test.each([
    ["the same address", (email: string) => email],
    ["in another case", (email: string) => email.toUpperCase()],
    ["in full-width letters", (email: string) => email.replace("@", "＠").replace("person", "ｐｅｒｓｏｎ")],
  ])("refuses %s, naming who has it, and leaves no group behind", async (_what, write) => {
    const holder = value(await addAccount(master.context, { ...minimal(), fullName: "Holder of It" }));
    const refused = await addAccount(master.context, {
      ...minimal(),
      email: write(holder.email),
      groups: ["Never made"],
    });
    expect(refused).toMatchObject({ refusal: { code: "address-taken", by: "Holder of It" } });
    expect(await run(given, `SELECT FROM "group" WHERE name = 'Never made'`)).toHaveLength(0);
  });

  test("refuses an address that is somebody's alias", async () => {
    const holder = value(await addAccount(master.context, minimal()));
    const alias = address();
    await run(
      given,
      "INSERT INTO address (key, email, account_id, is_primary) VALUES ($1, $1, $2, false)",
      alias,
      holder.id,
    );
    expect(codeOf(await addAccount(master.context, { ...minimal(), email: alias }))).toBe("address-taken");
  });

  test("of twenty at once with one address, one is made; groups they all name are made once", async () => {
    const email = address();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        addAccount(master.context, {
          ...minimal(),
          email: index % 2 === 0 ? email : address(),
          groups: ["Race", "Race too"],
          departmentName: "Race",
        }),
      ),
    );
    expect(results.filter((result) => !result.ok).map(codeOf)).toEqual(
      Array<string>(9).fill("address-taken"),
    );
    expect(await run(given, `SELECT FROM "group" WHERE name LIKE 'Race%'`)).toHaveLength(2);
    expect(await run(given, `SELECT FROM department WHERE name = 'Race'`)).toHaveLength(1);
  });

  test("while an import is being committed: busy, in words, and nothing hangs or is lost", async () => {
    const client = await given.context.database.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("LOCK TABLE address IN SHARE ROW EXCLUSIVE MODE");
      const result = await addAccount(master.context, minimal());
      expect(result).toEqual({ ok: false, refusal: { code: "busy", what: "An import" } });
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
    value(await addAccount(master.context, minimal()));
  });
});

describe("editing an account", () => {
  test("changes what is given, keeps the rest, raises the version, and says from what to what", async () => {
    const account = value(
      await addAccount(master.context, {
        ...minimal(),
        phone: "1",
        groups: ["Edit A", "Edit B"],
        departmentName: "Edit D",
      }),
    );
    const edited = value(
      await edit(account, {
        fullName: "Kasia Lis",
        phone: null,
        description: " new ",
        departmentName: "Edit E",
        groups: ["edit b", "Edit C"],
        exchangeDomain: "HALDENMOOR",
        exchangeUsername: "knowak",
        mustChangePassword: true,
      }),
    );
    expect(edited).toMatchObject({
      name: "Kasia Lis",
      email: account.email,
      phone: null,
      description: "new",
      department: "Edit E",
      groups: ["Edit B", "Edit C"],
      exchangeDomain: "HALDENMOOR",
      exchangeUsername: "knowak",
      version: account.version + 1,
      password: { mustChange: true },
    });
    expect(edited.events[0]).toMatchObject({
      action: "account.updated",
      data: {
        changes: {
          fullName: { from: "Katarzyna Nowak-Lis", to: "Kasia Lis" },
          phone: { from: "1", to: null },
          description: { from: null, to: "new" },
          department: { from: "Edit D", to: "Edit E" },
          groups: { add: ["Edit C"], remove: ["Edit A"] },
        },
      },
    });
  });

  test("nothing to change is no change: no version, no event", async () => {
    const account = value(
      await addAccount(master.context, { ...minimal(), departmentName: "Same", groups: ["Same"] }),
    );
    const same = value(
      await edit(account, {
        fullName: ` ${account.name} `,
        email: account.email,
        departmentName: "SAME",
        groups: ["same"],
        phone: "",
      }),
    );
    expect(same.version).toBe(account.version);
    expect(same.events).toHaveLength(1);
  });

  test("of two who edited the same thing, the later is told", async () => {
    const account = value(await addAccount(master.context, minimal()));
    const results = await Promise.all([edit(account, { phone: "1" }), edit(account, { phone: "2" })]);
    expect(results.map(codeOf).sort()).toEqual(["changed-meanwhile", "done"]);
  });

  test("a new address takes the place of the old, kills links, and sends waiting mail to the new one only", async () => {
    const account = value(await addAccount(master.context, { ...minimal(), sendWelcome: true }));
    await deliver(given, post);
    value(await sendPasswordReset(master.context, { accountId: account.id }));
    const email = address();
    const edited = value(await edit(account, { email }));
    expect(edited).toMatchObject({ email, aliases: [] });
    const open = await run(
      given,
      "SELECT FROM token WHERE account_id = $1 AND used_at IS NULL AND revoked_at IS NULL",
      account.id,
    );
    expect(open).toHaveLength(0);
    expect((await deliver(given, post)).sent).toBe(0);
    expect(await findSignIn(given.context.database, account.email)).toBeNull();
    value(await addAccount(master.context, { ...minimal(), email: account.email }));
  });

  test("an own alias can become the address; another one's cannot", async () => {
    const account = value(await addAccount(master.context, minimal()));
    const alias = address();
    await run(
      given,
      "INSERT INTO address (key, email, account_id, is_primary) VALUES ($1, $1, $2, false)",
      alias,
      account.id,
    );
    const edited = value(await edit(account, { email: alias }));
    expect(edited).toMatchObject({ email: alias, aliases: [] });
    const other = value(await addAccount(master.context, minimal()));
    expect(codeOf(await edit(other, { email: alias }))).toBe("address-taken");
    expect(value(await getAccount(master.context, { accountId: other.id })).email).toBe(other.email);
  });

  test("only the case of an address: links live on", async () => {
    const account = value(await addAccount(master.context, { ...minimal(), sendWelcome: true }));
    await deliver(given, post);
    value(await edit(account, { email: account.email.toUpperCase() }));
    expect(
      await run(given, "SELECT FROM token WHERE account_id = $1 AND revoked_at IS NULL", account.id),
    ).toHaveLength(1);
  });

  test.each([
    ["fullName", { fullName: "" }],
    ["email", { email: "x" }],
    ["contactEmail", { contactEmail: "x" }],
    ["phone", { phone: "x".repeat(65) }],
    ["givenName", { givenName: "x".repeat(201) }],
    ["groups", { groups: ["x".repeat(201)] }],
  ])("names a wrong %s", async (field, fields) => {
    const account = value(await addAccount(master.context, minimal()));
    expect(await edit(account, fields)).toMatchObject({
      refusal: { code: "invalid", fields: { [field]: aText } },
    });
  });

  test.each(["", "0", "-1", "1; DROP TABLE account", "99999999999999999999", "abc"])(
    "no such account: %j",
    async (accountId) => {
      expect(codeOf(await getAccount(master.context, { accountId }))).toBe("not-found");
      expect(codeOf(await editAccount(master.context, { accountId, version: 1, fields: {} }))).toBe(
        "not-found",
      );
    },
  );
});

describe("deleting", () => {
  test("takes everything of the account away but its traces", async () => {
    const account = value(
      await addAccount(master.context, { ...minimal(), sendWelcome: true, groups: ["Gone"] }),
    );
    value(await deleteAccounts(master.context, { accountIds: [account.id] }));
    expect(codeOf(await getAccount(master.context, { accountId: account.id }))).toBe("not-found");
    expect((await deliver(given, post)).sent).toBe(0);
    const rows = await run(
      given,
      "SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id",
      account.id,
    );
    expect(rows).toEqual([{ action: "account.created" }, { action: "account.deleted" }]);
    value(await addAccount(master.context, { ...minimal(), email: account.email }));
  });
});

describe("mailing a way in", () => {
  test("a newer one takes the place of one that is still waiting", async () => {
    const account = value(await addAccount(master.context, { ...minimal(), sendWelcome: true }));
    value(await resendWelcome(master.context, { accountIds: [account.id] }));
    value(await sendPasswordReset(master.context, { accountId: account.id }));
    value(await sendPasswordReset(master.context, { accountId: account.id }));
    await deliver(given, post);
    expect(post.rendered.map((mail) => mail.kind).sort()).toEqual(["password-reset", "welcome"]);
    expect(post.rendered.find((mail) => mail.kind === "password-reset")).toMatchObject({
      data: { requestedBy: master.name },
    });
  });

  test("not to who may not come in", async () => {
    const disabled = value(await addAccount(master.context, minimal()));
    await setAccountsEnabled(master.context, { accountIds: [disabled.id], enabled: false });
    const locked = value(await addAccount(master.context, minimal()));
    await lockAccount(master.context, { accountId: locked.id });
    for (const { id } of [disabled, locked]) {
      expect(codeOf(await sendPasswordReset(master.context, { accountId: id }))).toBe("wrong-state");
    }
    const accountIds = [disabled.id, locked.id];
    expect(value(await resendWelcome(master.context, { accountIds }))).toEqual({
      changed: 0,
      unchanged: 2,
      gone: 0,
    });
  });
});

describe("locking", () => {
  test("keeps somebody out until they are unlocked, which forgives their failed sign-ins too", async () => {
    const account = value(await addAccount(master.context, { ...minimal(), password }));
    const visitor = { ...given.as({ kind: "anonymous" }), ip: null };
    value(await lockAccount(master.context, { accountId: account.id }));
    for (let failure = 0; failure < 6; failure += 1)
      await signIn(visitor, { email: account.email, password });
    expect(value(await getAccount(master.context, { accountId: account.id })).status).toBe("locked");
    value(await unlockAccount(master.context, { accountId: account.id }));
    value(await signIn(visitor, { email: account.email, password }));
  });
});

describe("members of a group", () => {
  test("are put in and taken out; versions rise only for those it changed", async () => {
    const group = value(await createGroup(master.context, { name: "Forklift" }));
    const [one, two] = [
      value(await addAccount(master.context, minimal())),
      value(await addAccount(master.context, minimal())),
    ];
    const input = { accountIds: [one.id, two.id], groupId: group.id };
    value(await addToGroup(master.context, { ...input, accountIds: [one.id] }));
    expect(value(await addToGroup(master.context, input))).toEqual({ changed: 1, unchanged: 1, gone: 0 });
    expect(value(await getGroup(master.context, { groupId: group.id }))).toMatchObject({ members: 2 });
    expect(value(await getAccount(master.context, { accountId: one.id })).version).toBe(2);
    expect(value(await removeFromGroup(master.context, input))).toEqual({
      changed: 2,
      unchanged: 0,
      gone: 0,
    });
    expect(value(await removeFromGroup(master.context, input))).toEqual({
      changed: 0,
      unchanged: 2,
      gone: 0,
    });
    expect(codeOf(await addToGroup(master.context, { ...input, groupId: "999999" }))).toBe("not-found");
  });
});
