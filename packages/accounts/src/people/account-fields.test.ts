import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signIn } from "../access/sign-in";
import { createDomain } from "../organisation/domains";
import { createPlan, updatePlan } from "../organisation/plans";
import { codeOf, play, run, signedIn, value, type Player } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { addAccount } from "./add-account";
import { editAccount } from "./edit-account";
import { getAccount } from "./get-account";
import { listAccounts } from "./list-accounts";
import type { AccountDetails, EditAccountFields } from "./types";

/** Every field of the model by hand: what a file can say of an account, a form can too. */
let given: TestContext;
let master: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
});
afterAll(() => given.close());

const aText = expect.any(String) as string;
let serial = 0;
function address(domain = "example.com"): string {
  serial += 1;
  return `field${String(serial)}@${domain}`;
}
type Extra = Omit<EditAccountFields, "fullName"> & { fullName?: string };
async function add(extra: Extra = {}): Promise<AccountDetails> {
  const input = { fullName: "Ingrid Solheim", sendWelcome: false, ...extra, email: extra.email ?? address() };
  return value(await addAccount(master.context, input));
}
async function edit(account: AccountDetails, fields: EditAccountFields, by: Player = master) {
  const { version } = value(await getAccount(given.context, { accountId: account.id }));
  return editAccount(by.context, { accountId: account.id, version, fields });
}
function changesOf(account: AccountDetails): unknown {
  return account.events.find((event) => event.action === "account.updated")?.data["changes"];
}

const everything = {
  givenName: "Ingrid",
  middleName: "Åse",
  familyName: "Solheim",
  username: "isolheim",
  phone: "+47 55 50 10",
  contactEmail: "ingrid@postbox.example",
  description: "Gate B\nevenings",
  note: "By the June file",
  exchangeDomain: "HALDENMOOR",
  exchangeUsername: "isolheim",
  pop: true,
  submit: false,
  accountCode: "7731-A",
  passwordNeverExpires: true,
} as const;

describe("adding an account with every field", () => {
  test("keeps all of them, as the first version, with one event", async () => {
    value(await createPlan(master.context, { name: "Yard plan" }));
    const alias = address();
    const account = await add({
      ...everything,
      planName: "yard PLAN",
      departmentName: "Dock",
      groups: ["Night"],
      aliases: [` ${alias} `, alias.toUpperCase(), ""],
      delegates: ["boss@example.com", "Boss@example.com"],
      attributes: [
        { name: "Desk", value: " 4 B " },
        { name: "__proto__", value: "kept" },
        { name: "Empty", value: " " },
      ],
    });
    expect(account).toMatchObject({
      givenName: "Ingrid",
      middleName: "Åse",
      familyName: "Solheim",
      username: "isolheim",
      phone: "+47 55 50 10",
      contactEmail: "ingrid@postbox.example",
      description: "Gate B\nevenings",
      note: "By the June file",
      exchangeDomain: "HALDENMOOR",
      exchangeUsername: "isolheim",
      pop: true,
      submit: false,
      accountCode: "7731-A",
      password: { neverExpires: true, mustChange: false },
      plan: "Yard plan",
      planId: aText,
      department: "Dock",
      groups: ["Night"],
      aliases: [alias],
      delegates: ["boss@example.com"],
      kind: "PERSON",
      version: 1,
    });
    expect(account.attributes).toEqual([
      { name: "__proto__", value: "kept" },
      { name: "Desk", value: "4 B" },
    ]);
    expect(account.events.map((event) => event.action)).toEqual(["account.created"]);
    expect(await run(given, "SELECT FROM attribute WHERE name = 'Empty'")).toHaveLength(0);
  });

  test("the single add form of S1: logon ID, name, group, role, Exchange account", async () => {
    const account = value(
      await addAccount(master.context, {
        email: address(),
        fullName: "Ravi Menon",
        groups: ["Field staff"],
        role: "ADMINISTRATOR",
        exchangeDomain: "corp",
        exchangeUsername: "rmenon",
        sendWelcome: false,
      }),
    );
    expect(account).toMatchObject({
      groups: ["Field staff"],
      role: "ADMINISTRATOR",
      adminRole: "BASIC",
      exchangeDomain: "corp",
      exchangeUsername: "rmenon",
    });
  });

  test("only one of Exchange domain and user name is allowed, as in a file", async () => {
    expect(await add({ exchangeDomain: "corp" })).toMatchObject({ exchangeUsername: null });
  });

  test("a distribution list has neither role, password nor welcome", async () => {
    const list = { email: address(), fullName: "All of them", kind: "LIST", sendWelcome: false } as const;
    for (const [field, wrong] of [
      ["kind", { role: "ADMINISTRATOR" }],
      ["password", { password: "a quiet harbour at dawn" }],
      ["sendWelcome", { sendWelcome: true }],
    ] as const) {
      expect(await addAccount(master.context, { ...list, ...wrong })).toMatchObject({
        refusal: { code: "invalid", fields: { [field]: aText } },
      });
    }
    expect(value(await addAccount(master.context, list))).toMatchObject({ kind: "LIST", status: "active" });
  });

  test("somebody can be added disabled or locked; a welcome to them is refused", async () => {
    expect(await add({ enabled: false })).toMatchObject({ status: "disabled" });
    expect(await add({ lockedOut: true })).toMatchObject({ status: "locked" });
    const input = { email: address(), fullName: "A", enabled: false, sendWelcome: true };
    expect(codeOf(await addAccount(master.context, input))).toBe("invalid");
  });

  test("a chosen password need not be changed when the administrator says so", async () => {
    const password = "a quiet harbour at dawn";
    const input = {
      email: address(),
      fullName: "A",
      password,
      mustChangePassword: false,
      sendWelcome: false,
    };
    expect(value(await addAccount(master.context, input)).password).toMatchObject({
      state: "set",
      mustChange: false,
    });
  });
});

describe("editing every field", () => {
  test("says from what to what, and the same again is no change", async () => {
    const account = await add();
    const [one, two] = [address(), address()];
    const fields: EditAccountFields = {
      ...everything,
      username: "edited",
      aliases: [one, two],
      delegates: ["boss@example.com"],
      attributes: [{ name: "Desk", value: "1" }],
    };
    const edited = value(await edit(account, fields));
    expect(changesOf(edited)).toMatchObject({
      username: { from: null, to: "edited" },
      note: { from: null, to: "By the June file" },
      pop: { from: null, to: true },
      submit: { from: null, to: false },
      accountCode: { from: null, to: "7731-A" },
      passwordNeverExpires: { from: false, to: true },
      aliases: { add: [one, two], remove: [] },
      delegates: { add: ["boss@example.com"], remove: [] },
      "attribute:Desk": { from: null, to: "1" },
    });
    expect(value(await edit(edited, fields)).version).toBe(edited.version);
    const emptied = value(
      await edit(edited, {
        username: null,
        note: "",
        pop: null,
        submit: null,
        accountCode: null,
        aliases: [two],
        delegates: [],
        attributes: [{ name: "DESK", value: null }],
      }),
    );
    expect(emptied).toMatchObject({
      username: null,
      note: null,
      pop: null,
      submit: null,
      accountCode: null,
      aliases: [two],
      delegates: [],
      attributes: [],
      phone: everything.phone,
    });
    expect(changesOf(emptied)).toMatchObject({
      aliases: { add: [], remove: [one] },
      "attribute:Desk": { from: "1", to: null },
    });
  });

  test.each<[string, Extra]>([
    ["username", { username: "two words" }],
    ["username", { username: "x".repeat(201) }],
    ["note", { note: "x".repeat(101) }],
    ["note", { note: "two\nlines" }],
    ["accountCode", { accountCode: "x".repeat(201) }],
    ["exchangeDomain", { exchangeDomain: "x".repeat(255) }],
    ["exchangeUsername", { exchangeUsername: "x".repeat(201) }],
    ["aliases", { aliases: ["nobody"] }],
    ["aliases", { aliases: Array.from({ length: 11 }, (_, index) => `many${String(index)}@example.com`) }],
    ["delegates", { delegates: ["boss"] }],
    ["delegates", { delegates: Array.from({ length: 11 }, (_, index) => `d${String(index)}@example.com`) }],
    ["attributes", { attributes: [{ name: " ", value: "x" }] }],
    ["attributes", { attributes: [{ name: "x".repeat(201), value: "x" }] }],
    ["attributes", { attributes: [{ name: "Long", value: "x".repeat(2001) }] }],
    ["planName", { planName: "No such plan" }],
  ])("names a wrong %s, for a new account as for an old one", async (field, fields) => {
    const invalid = { refusal: { code: "invalid", fields: { [field]: aText } } };
    expect(await edit(await add(), fields)).toMatchObject(invalid);
    const input = { ...fields, email: address(), fullName: "A", sendWelcome: false };
    expect(await addAccount(master.context, input)).toMatchObject(invalid);
  });

  test("ten aliases fit", async () => {
    const account = await add({ aliases: Array.from({ length: 10 }, () => address()) });
    expect(account.aliases).toHaveLength(10);
  });
});

describe("aliases", () => {
  test("are unique everywhere: against primaries, aliases, and under another's hands", async () => {
    const holder = await add({ fullName: "Holder of It", aliases: [address()] });
    for (const taken of [holder.email, holder.aliases[0]!]) {
      const refused = { refusal: { code: "address-taken", by: "Holder of It" } };
      expect(await edit(await add(), { aliases: [taken.toUpperCase()] })).toMatchObject(refused);
    }
    const wanted = address();
    const others = [await add(), await add(), await add()];
    const results = await Promise.all(others.map((one) => edit(one, { aliases: [wanted] })));
    expect(results.map(codeOf).sort()).toEqual(["address-taken", "address-taken", "done"]);
  });

  test("one's own primary address is no alias, and is left out", async () => {
    const account = await add();
    expect(value(await edit(account, { aliases: [account.email.toUpperCase()] })).version).toBe(
      account.version,
    );
  });

  test("primary and alias change places in one edit; the note stays on the primary", async () => {
    const alias = address();
    const account = await add({ aliases: [alias], note: "Reception" });
    const swapped = value(await edit(account, { email: alias, aliases: [account.email] }));
    expect(swapped).toMatchObject({ email: alias, aliases: [account.email], note: "Reception" });
    const moved = value(await edit(swapped, { email: address() }));
    expect(moved.note).toBe("Reception");
  });

  test("another spelling is written anew", async () => {
    const alias = address();
    const account = await add({ aliases: [alias] });
    const respelt = alias.replace("field", "Field");
    const edited = value(await edit(account, { aliases: [respelt] }));
    expect(edited.aliases).toEqual([respelt]);
    expect(changesOf(edited)).toEqual({ aliases: { add: [respelt], remove: [alias] } });
  });
});

describe("service plans, user names and attributes of an account", () => {
  test("a disabled plan is given to nobody, and kept by who has it", async () => {
    const plan = value(await createPlan(master.context, { name: "Fading" }));
    const account = await add({ planName: "Fading" });
    value(await updatePlan(master.context, { planId: plan.id, enabled: false }));
    expect(codeOf(await edit(await add(), { planName: "Fading" }))).toBe("invalid");
    const listed = value(await listAccounts(master.context, { filters: { planId: plan.id }, limit: 5 }));
    expect(listed.items.map((one) => one.id)).toEqual([account.id]);
    const kept = value(await edit(account, { planName: "Fading", phone: "1" }));
    expect(kept.plan).toBe("Fading");
    const without = value(await edit(kept, { planName: null }));
    expect(without.plan).toBeNull();
    expect(changesOf(without)).toEqual({ plan: { from: "Fading", to: null } });
  });

  test("a user name is one person's within a domain, in any case; another domain has its own", async () => {
    await add({ email: address("one.example"), username: "jane" });
    expect(await edit(await add({ email: address("one.example") }), { username: "JANE" })).toMatchObject({
      refusal: { code: "invalid", fields: { username: aText } },
    });
    expect(await add({ email: address("two.example"), username: "Jane" })).toMatchObject({
      username: "Jane",
    });
  });

  test("who moves to another domain by hand takes the user name along, unless somebody there has it", async () => {
    await add({ fullName: "Jo There", email: address("there.example"), username: "Jo" });
    const account = await add({ email: address("here.example"), username: "jo" });
    const [near, far] = [address("here.example"), address("THERE.example")];
    expect(await edit(account, { email: far })).toMatchObject({
      refusal: { code: "invalid", fields: { email: expect.stringMatching(/Jo There.*“jo”/u) as string } },
    });
    expect(value(await getAccount(given.context, { accountId: account.id })).email).toBe(account.email);
    expect(value(await edit(account, { email: near })).username).toBe("jo");
    expect(value(await edit(account, { email: far, username: "jo2" }))).toMatchObject({
      email: far,
      username: "jo2",
    });
    const other = await add({ email: address("here.example"), username: "jo" });
    expect(value(await edit(other, { email: address("there.example"), username: null })).username).toBeNull();
  });

  test("of ten at once who are to go by one user name, new and old ones, one does", async () => {
    const old = await Promise.all(Array.from({ length: 5 }, () => add({ email: address("race.example") })));
    const results = await Promise.all([
      ...old.map((account) => edit(account, { username: "racer" })),
      ...Array.from({ length: 5 }, () =>
        addAccount(master.context, {
          fullName: "Ingrid Solheim",
          sendWelcome: false,
          email: address("race.example"),
          username: "Racer",
        }),
      ),
    ]);
    expect(results.filter((result) => !result.ok).map(codeOf)).toEqual(Array<string>(9).fill("invalid"));
    expect(await run(given, "SELECT FROM account WHERE lower(username) = 'racer'")).toHaveLength(1);
  });

  test("while an import is being committed, a user name is refused as busy, and nothing else is", async () => {
    const account = await add({ username: "before" });
    const client = await given.context.database.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("LOCK TABLE address IN SHARE ROW EXCLUSIVE MODE");
      expect(codeOf(await edit(account, { username: "meanwhile" }))).toBe("busy");
      expect(value(await edit(account, { username: "before", phone: "1" })).phone).toBe("1");
      expect(value(await edit(account, { username: null })).username).toBeNull();
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });

  test("an attribute is made once, found again in any case, and the others stay", async () => {
    const account = await add({ attributes: [{ name: "Locker", value: "12" }] });
    const edited = value(
      await edit(account, {
        attributes: [
          { name: "LOCKER", value: "13" },
          { name: "Badge", value: "9" },
        ],
      }),
    );
    expect(edited.attributes).toEqual([
      { name: "Badge", value: "9" },
      { name: "Locker", value: "13" },
    ]);
    const badge = value(await edit(edited, { attributes: [{ name: "Badge", value: null }] }));
    expect(badge.attributes).toEqual([{ name: "Locker", value: "13" }]);
    expect(await run(given, "SELECT FROM attribute WHERE name_key = 'locker'")).toHaveLength(1);
  });
});

describe("who may write what", () => {
  test.each([
    ["BASIC", "forbidden", false],
    ["FULL", "forbidden", false],
    ["SUPER", "forbidden", false],
    ["MIGRATION", "done", true],
    ["MASTER", "done", true],
  ] as const)("an account code by %s: %s", async (part, expected, may) => {
    const actor = await play(given, part);
    const account = await add();
    expect(codeOf(await edit(account, { accountCode: "1" }, actor))).toBe(expected);
    const details = value(await getAccount(actor.context, { accountId: account.id }));
    expect(details.may.accountCode).toBe(may);
    const input = { email: address(), fullName: "A", accountCode: "1", sendWelcome: false };
    expect(codeOf(await addAccount(actor.context, input))).toBe(expected);
    // A form that sends back what it was given is no attempt.
    expect(codeOf(await edit(await add({ accountCode: "1" }), { accountCode: "1", phone: "2" }, actor))).toBe(
      "done",
    );
  });

  test.each([{ passwordNeverExpires: true }, { lockedOut: true }, { enabled: false }])(
    "%j of a protected administrator is for protected ones only (S4)",
    async (fields) => {
      for (const [by, expected] of [
        ["BASIC", "role-above-yours"],
        ["FULL", "done"],
      ] as const) {
        const player = await play(given, "FULL");
        const account = value(await getAccount(given.context, { accountId: player.id }));
        expect(codeOf(await edit(account, fields, await play(given, by)))).toBe(expected);
      }
    },
  );

  test.each([
    ["disable", { enabled: false }],
    ["lock", { lockedOut: true }],
  ] as const)("nobody can %s themselves, nor the last Master", async (what, fields) => {
    const mine = value(await getAccount(given.context, { accountId: master.id }));
    expect(await edit(mine, fields)).toMatchObject({ refusal: { code: "own-account", what } });
    await run(
      given,
      "UPDATE account SET admin_role = 'SUPER' WHERE admin_role = 'MASTER' AND id <> $1",
      master.id,
    );
    const version = value(await getAccount(given.context, { accountId: master.id })).version;
    const refused = await editAccount(given.context, { accountId: master.id, version, fields });
    expect(codeOf(refused)).toBe("last-master");
  });

  test("disabling and locking in an edit end sessions at once, and are events of their own", async () => {
    const password = "a quiet harbour at dawn";
    const visitor = { ...given.as({ kind: "anonymous" }), ip: null };
    const account = value(
      await addAccount(master.context, { email: address(), fullName: "A", password, sendWelcome: false }),
    );
    for (const [out, back, names] of [
      [{ enabled: false }, { enabled: true }, ["account.disabled", "account.enabled"]],
      [{ lockedOut: true }, { lockedOut: false }, ["account.locked", "account.unlocked"]],
    ] as const) {
      await signedIn(given, account.id);
      const shut = value(await edit(account, out));
      expect(shut.sessions).toBe(0);
      expect(shut.events[0]?.action).toBe(names[0]);
      expect(codeOf(await signIn(visitor, { email: account.email, password }))).toBe("sign-in-failed");
      expect(value(await edit(account, back)).events[0]?.action).toBe(names[1]);
      value(await signIn(visitor, { email: account.email, password }));
    }
  });

  test("an administrator cannot become a distribution list; a user can, and is signed out", async () => {
    const admin = value(await getAccount(given.context, { accountId: (await play(given, "BASIC")).id }));
    expect(await edit(admin, { kind: "LIST" })).toMatchObject({
      refusal: { code: "invalid", fields: { kind: aText } },
    });
    const user = value(await getAccount(given.context, { accountId: (await play(given, "USER")).id }));
    expect(value(await edit(user, { kind: "LIST" }))).toMatchObject({ kind: "LIST", sessions: 0 });
  });
});

// Last: from here on the organisation has domains of its own.
describe("POP and submission (S4)", () => {
  test("are only of addresses on the organisation's own domains, when it named any", async () => {
    const outside = await add({ email: address("away.example"), pop: true });
    value(await createDomain(master.context, { name: "Own.example" }));
    const inside = await add({ email: address("own.example") });
    expect(value(await edit(inside, { pop: true, submit: true }))).toMatchObject({ pop: true, submit: true });
    expect(await edit(outside, { pop: false, submit: true })).toMatchObject({
      refusal: { code: "invalid", fields: { pop: aText, submit: aText } },
    });
    // What it has stays, and can be taken away.
    value(await edit(outside, { phone: "1", pop: true }));
    expect(value(await edit(outside, { pop: null })).pop).toBeNull();
    const moving = { email: address("own.example"), submit: true };
    expect(value(await edit(outside, moving))).toMatchObject({ submit: true });
  });
});
