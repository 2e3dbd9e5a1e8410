import { findActorByAccount } from "@rollcall/db";
import { nameKey } from "@rollcall/importer";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "../context";
import type { Result } from "../result";
import { openTestContext, type TestContext } from "../testing/test-context";
import { commitImport } from "./commit-import";
import { confirmImport } from "./confirm-import";
import { exportAccounts, previewExport } from "./export-accounts";
import { listImportRows } from "./list-import-rows";
import { listRemovals } from "./list-removals";
import { planImport } from "./plan-import";
import { receiveImport } from "./receive-import";
import { replanImport } from "./replan-import";
import type { ImportOptions, ImportRecord } from "./types";

let given: TestContext;
let context: Context;
beforeEach(async () => {
  await (given as TestContext | undefined)?.close();
  given = await openTestContext();
  context = given.context;
});
afterAll(() => given.close());

const sql = (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  context.database.pool.query<Record<string, unknown>>(text, values).then((found) => found.rows);

async function addPlan(name: string, more: { isDefault?: boolean; enabled?: boolean } = {}): Promise<void> {
  await sql("INSERT INTO service_plan (name, name_key, is_default, enabled) VALUES ($1, $2, $3, $4)", [
    name,
    nameKey(name),
    more.isDefault ?? false,
    more.enabled ?? true,
  ]);
}
const addDomain = (name: string): Promise<unknown> =>
  sql("INSERT INTO domain (name, domain_key) VALUES ($1, $1)", [name]);
const addGroup = (name: string): Promise<unknown> =>
  sql(`INSERT INTO "group" (name, name_key) VALUES ($1, $2)`, [name, nameKey(name)]);

/** An administrator who may sign in; gives their context. */
async function asAdministrator(
  adminRole: string,
  email = `${adminRole.toLowerCase()}@staff.example`,
): Promise<Context> {
  const [row] = await sql(
    `INSERT INTO account (full_name, role, admin_role, has_password) VALUES ($1, 'ADMINISTRATOR', $2::"AdminRole", true) RETURNING id`,
    [adminRole, adminRole],
  );
  const id = BigInt(String(row?.["id"]));
  await sql("INSERT INTO address (key, email, account_id) VALUES ($1, $1, $2)", [email, id]);
  expect(await findActorByAccount(context.database, id)).not.toBeNull();
  return given.as({ kind: "operator", accountId: id });
}

describe("sources/003: control-panel", () => {
  const file = [
    "jdoe,longpassword1,,John,,Doe,,jdoe@outside.example,555 1234,Sales clerk,",
    "asmith,longpassword2,Gold,Ann,M,Smith,true,,,,true",
    "off,longpassword3,Gold,,,,,,,,false",
  ].join("\r\n");
  const options = { format: "control-panel", domain: "example.com" };

  test("user names become addresses, the default plan is taken, and an administrator takes a yes", async () => {
    await addDomain("example.com");
    await addPlan("Basic plan", { isDefault: true });
    await addPlan("Gold");
    const held = await planned(file, options);
    expect(held.summary).toMatchObject({ create: 2, problem: 1 });
    expect(held.consequences).toMatchObject({
      grantsHeld: 1,
      plansUsed: [
        { plan: "Basic plan", accounts: 1 },
        { plan: "Gold", accounts: 1 },
      ],
    });
    const granted = value(await replanImport(context, { importId: held.id, options: { grantRoles: true } }));
    expect(granted.summary).toMatchObject({ create: 3, problem: 0 });
    expect(granted.consequences).toMatchObject({ administratorsMade: 1, grantsHeld: 0 });
    await carriedOut(granted);
    expect(
      await sql(`SELECT p.email, a.username, a.full_name, a.role, a.admin_role, s.name AS plan, a.enabled, a.contact_email, a.phone
                   FROM account a JOIN address p ON p.account_id = a.id JOIN service_plan s ON s.id = a.plan_id ORDER BY p.key`),
    ).toMatchObject([
      {
        email: "asmith@example.com",
        username: "asmith",
        full_name: "Ann M Smith",
        role: "ADMINISTRATOR",
        admin_role: "BASIC",
        plan: "Gold",
      },
      {
        email: "jdoe@example.com",
        full_name: "John Doe",
        role: "USER",
        plan: "Basic plan",
        contact_email: "jdoe@outside.example",
        phone: "555 1234",
      },
      { email: "off@example.com", full_name: "off", plan: "Gold", enabled: false },
    ]);
    await roundTrip("control-panel", { domain: "example.com" }, { domain: "example.com", grantRoles: true });
  });

  test.each<[why: string, line: string, codes: string[]]>([
    ["a plan that is misspelt names the near one", "bob,longpassword4,Golld", ["plan.unknown"]],
    ["a plan that is switched off", "bob,longpassword4,Old", ["plan.disabled"]],
    ["no plan, and no default", "bob,longpassword4", ["plan.missing"]],
    ["a new account without a password", "bob,,Gold", ["password.missing"]],
  ])("%s", async (_why, line, codes) => {
    await addDomain("example.com");
    await addPlan("Gold");
    await addPlan("Old", { enabled: false });
    const record = await planned(`${line}\r\nann,longpassword5,Gold,A,B,C,false\r\n`, options);
    const rows = await problems(record);
    expect(rows[0]?.map((problem) => problem.code)).toEqual(codes);
    if (codes[0] === "plan.unknown")
      expect(rows[0]?.[0]?.params).toEqual({ value: "Golld", nearest: "Gold" });
  });

  test("the same user name twice is told as such, and settings may allow no password", async () => {
    await addDomain("example.com");
    await addPlan("Gold");
    await sql("INSERT INTO setting (key, value) VALUES ('password.required', 'false')");
    const record = await planned("bob,,Gold,A,B,C,false\r\nBOB,,Gold,A,B,C,false\r\n", options);
    expect((await problems(record)).map((row) => row.map((problem) => problem.code))).toEqual([
      [],
      ["username.duplicate"],
    ]);
  });

  test("a domain is asked for, and must be the organisation's", async () => {
    const missing = await receiveImport(context, input(file, { format: "control-panel" }));
    expect(missing).toMatchObject({
      refusal: { code: "invalid", fields: { domain: expect.anything() as string } },
    });
    const foreign = await receiveImport(context, input(file, options));
    expect(foreign).toMatchObject({ refusal: { code: "invalid" } });
  });
});

describe("sources/002: connect", () => {
  const head = "Email,Name,Password,Force Change Password\r\n";

  test("a clean file carries itself out as whoever started it", async () => {
    const master = await asAdministrator("MASTER");
    const received = value(
      await receiveImport(
        master,
        input(`${head}ann@example.com,,a long enough phrase,TRUE\r\n`, { format: "connect" }),
      ),
    );
    // the worker plans
    const record = value(await planImport(context, { importId: received.id }));
    expect(record).toMatchObject({ status: "COMMITTING", confirmedBy: "MASTER" });
    expect(value(await commitImport(context, { importId: record.id }))).toMatchObject({
      status: "COMPLETED",
    });
    expect(
      await sql("SELECT full_name, must_change_password FROM account WHERE source = 'IMPORTED'"),
    ).toEqual([{ full_name: "ann", must_change_password: true }]);
    await roundTrip("connect", {}, { format: "connect" });
  });

  test("one error stops the file and is mailed; and a preview waits", async () => {
    const master = await asAdministrator("MASTER");
    const received = value(
      await receiveImport(
        master,
        input(`${head}ann@example.com,Ann,,\r\nnobody,Bob,,\r\n`, { format: "connect" }),
      ),
    );
    const record = value(await planImport(context, { importId: received.id }));
    expect(record).toMatchObject({ status: "READY", summary: { problem: 1 } });
    expect(await sql("SELECT kind FROM message")).toEqual([{ kind: "import-failed" }]);
    const held = await planned(`${head}ann@example.com,Ann,,\r\n`, { format: "connect", hold: true });
    expect(held.status).toBe("READY");
  });
});

describe("sources/004: directory-spreadsheet", () => {
  const head =
    "email,name,password,passwordneverexpire,alias1,alias2,remoteaccountcode,adminrole,delegate1,telephonenumber\r\n";

  test("writes aliases, delegates, attributes and the note, and imports back unchanged", async () => {
    const record = await planned(
      `${head}ann@example.com,Ann Alder,,yes,a1@example.com,a2@example.com,X1,,boss@example.com,123\r\n`,
      { note: "June" },
    );
    expect(record).toMatchObject({
      summary: { create: 1, problem: 0 },
      format: { id: "directory-spreadsheet" },
    });
    expect(record.creates?.attributes).toEqual([{ name: "telephonenumber", line: 2, near: null }]);
    expect(record.problems.map((problem) => problem.code)).toContain("attribute.new");
    await carriedOut(record);
    expect(
      await sql(`SELECT a.full_name, a.password_never_expires, a.account_code, a.delegates, a.attributes,
                        (SELECT array_agg(p.email || ' ' || coalesce(p.note, '-') ORDER BY p.is_primary DESC, p.key) FROM address p WHERE p.account_id = a.id) AS addresses
                   FROM account a`),
    ).toEqual([
      {
        full_name: "Ann Alder",
        password_never_expires: true,
        account_code: "X1",
        delegates: ["boss@example.com"],
        attributes: { telephonenumber: "123" },
        addresses: ["ann@example.com June", "a1@example.com June", "a2@example.com June"],
      },
    ]);
    await roundTrip("directory-spreadsheet", {}, {});
  });

  test("a password that the policy refuses stops the whole file, lenient or not, and is mailed", async () => {
    const master = await asAdministrator("MASTER");
    const received = value(
      await receiveImport(
        master,
        input(`${head}ann@example.com,Ann,short,,,,,,,\r\nbob@example.com,Bob,,,,,,,,\r\n`, {
          strict: false,
        }),
      ),
    );
    const record = value(await planImport(context, { importId: received.id }));
    expect(record).toMatchObject({
      stopped: "password.policy",
      consequences: { stopped: "password.policy" },
    });
    const confirmed = await confirmImport(master, {
      importId: record.id,
      fingerprint: record.fingerprint ?? "",
    });
    expect(confirmed).toMatchObject({ refusal: { code: "invalid" } });
    expect(await sql("SELECT kind FROM message")).toEqual([{ kind: "import-failed" }]);
  });

  test.each<[role: string, cells: string, codes: string[]]>([
    ["MASTER", "ann@example.com,Ann,,,,,C1,basic,,", []],
    ["SUPER", "ann@example.com,Ann,,,,,C1,,,", ["account-code.forbidden"]],
    ["MIGRATION", "ann@example.com,Ann,,,,,C1,,,", []],
    ["FULL", "ann@example.com,Ann,,,,,,basic,,", ["admin-role.forbidden"]],
    ["FULL", "ann@example.com,Ann,,,,,,master,,", ["admin-role.forbidden", "role.above-yours"]],
    ["BASIC", "super@staff.example,,,yes,,,,,,", ["role.above-yours", "protected-account.forbidden"]],
    ["SUPER", "super@staff.example,,,yes,,,,,,", []],
  ])("%s may %s: %j", async (role, cells, codes) => {
    const who = await asAdministrator(role);
    if (role !== "SUPER") await asAdministrator("SUPER");
    const received = value(
      await receiveImport(who, input(head + cells + "\r\n", { grantRoles: true, strict: false })),
    );
    const record = value(await planImport(who, { importId: received.id }));
    const found = await problems(record);
    expect(
      found[0]?.filter((problem) => problem.severity === "error").map((problem) => problem.code),
    ).toEqual(codes);
  });

  test("the last Master is neither demoted nor locked", async () => {
    const master = await asAdministrator("MASTER");
    const file = "email,name,accountlockedout\r\nmaster@staff.example,Master,yes\r\n";
    const received = value(await receiveImport(master, input(file, {})));
    const record = value(await planImport(master, { importId: received.id }));
    expect((await problems(record))[0]?.map((problem) => problem.code)).toEqual(["last-master"]);
  });

  test("makes the file the member list of a group: who leaves is listed first", async () => {
    await addGroup("Staff");
    await carriedOut(
      await planned("email,name\r\nann@example.com,Ann\r\nbob@example.com,Bob\r\n", { groups: ["Staff"] }),
    );
    const record = await planned("email,name\r\nann@example.com,Ann\r\n", {
      groups: ["Staff"],
      groupMode: "replace",
    });
    expect(record).toMatchObject({ removals: 1, summary: { unchanged: 1 } });
    const { removals } = value(await listRemovals(context, { importId: record.id, limit: 50 }));
    expect(removals).toMatchObject([{ email: "bob@example.com", group: "Staff" }]);
    await carriedOut(record);
    expect(await sql("SELECT a.full_name FROM membership m JOIN account a ON a.id = m.account_id")).toEqual([
      { full_name: "Ann" },
    ]);
    expect(await sql("SELECT applied FROM import_removal")).toEqual([{ applied: true }]);
  });

  test("a directory account becomes manually imported, and the preview says so", async () => {
    await carriedOut(await planned("email,name\r\nann@example.com,Ann\r\n", {}));
    await sql("UPDATE account SET source = 'DIRECTORY'");
    await sql(
      "INSERT INTO domain (name, domain_key, recipient_validation) VALUES ('example.com', 'example.com', 'DIRECTORY_USERS')",
    );
    const record = await planned("email,name\r\nann@example.com,Anna\r\n", {});
    expect(record.consequences).toMatchObject({
      directoryBecomesManual: 1,
      directoryDomains: ["example.com"],
    });
    await carriedOut(record);
    expect(await sql("SELECT source FROM account")).toEqual([{ source: "IMPORTED" }]);
  });
});

describe("sources/001: mobile-security", () => {
  test("groups, roles and Exchange accounts; imports back unchanged", async () => {
    const record = await planned(
      "Email ID,Name,Group,Role,Exchange domain,Exchange username\r\nann@example.com,Ann,Field,Administrator,CORP,ann.a\r\nbob@example.com,Bob,Field,,,\r\n",
      { grantRoles: true, invite: true },
    );
    expect(record).toMatchObject({ summary: { create: 2 }, consequences: { administratorsMade: 1 } });
    await carriedOut(record);
    expect(
      await sql("SELECT exchange_domain, exchange_username, admin_role FROM account ORDER BY full_name"),
    ).toEqual([
      { exchange_domain: "CORP", exchange_username: "ann.a", admin_role: "BASIC" },
      { exchange_domain: null, exchange_username: null, admin_role: null },
    ]);
    expect(await sql("SELECT count(*)::int AS invited FROM invitation")).toEqual([{ invited: 2 }]);
    await roundTrip("mobile-security", {}, {});
  });
});

describe("rollcall", () => {
  test("everything that an account has comes back unchanged, and nothing is lost", async () => {
    await addPlan("Gold");
    await carriedOut(
      await planned(
        "email,username,fullName,givenName,familyName,department,group,group,alias,role,adminRole,plan,phone,contactEmail,description,enabled,lockedOut,mustChangePassword,passwordNeverExpires,exchangeDomain,exchangeUsername,accountCode,delegate,kind,note,attribute:Desk\r\n" +
          "ann@example.com,ann,Ann Alder,Ann,Alder,Sales,Staff,Night,a@example.com,ADMINISTRATOR,BASIC,Gold,1,x@y.example,Text,true,false,true,true,CORP,ann,C1,b@example.com,PERSON,May,12\r\n" +
          "all@example.com,,All of us,,,,,,,USER,,,,,,false,true,,,,,,,LIST,,\r\n",
        { grantRoles: true },
      ),
    );
    const preview = value(await previewExport(context, { format: "rollcall" }));
    expect(preview).toEqual({ accounts: 2, leftOut: 0, lost: [] });
    await roundTrip("rollcall", {}, {});
    const poor = value(await previewExport(context, { format: "hosted-users" }));
    expect(poor.lost.map((one) => one.field)).toContain("phone");
    expect(
      value(await previewExport(context, { format: "rollcall", filters: { status: "disabled" } })).accounts,
    ).toBe(1);
  });

  test("{clear} empties, and an existing account is updated key by key", async () => {
    const head = "email,fullName,phone,department,group,attribute:Desk,enabled\r\n";
    await carriedOut(await planned(`${head}ann@example.com,Ann,1,Sales,Staff,12,true\r\n`, {}));
    const [account] = await sql("SELECT id FROM account");
    await sql(
      "INSERT INTO session (id, account_id, expires_at) VALUES (gen_random_uuid(), $1, now() + interval '1 hour')",
      [account?.["id"]],
    );
    const record = await planned(`${head}ann@example.com,Ann,{clear},{clear},{clear},{clear},false\r\n`, {
      mode: "upsert",
    });
    const page = value(await listImportRows(context, { importId: record.id, limit: 5 }));
    expect(page.rows[0]?.changes).toEqual({
      phone: { from: "1", to: null },
      department: { from: "Sales", to: null },
      groups: { add: [], remove: ["Staff"] },
      "attribute:Desk": { from: "12", to: null },
      enabled: { from: true, to: false },
    });
    expect(record.consequences).toMatchObject({ sessionsEnded: 1 });
    await carriedOut(record);
    expect(
      await sql(
        "SELECT phone, department_id, attributes, enabled, (SELECT count(*)::int FROM membership) AS groups FROM account",
      ),
    ).toEqual([{ phone: null, department_id: null, attributes: {}, enabled: false, groups: 0 }]);
    expect(await sql("SELECT ended_at IS NOT NULL AS ended FROM session")).toEqual([{ ended: true }]);
    const [change] = await sql("SELECT before FROM change");
    expect(change?.["before"]).toMatchObject({ account: { phone: "1", attributes: { desk: "12" } } });
  });

  test.each<[why: string, rows: string, codes: string[][]]>([
    [
      "an alias that another row has as its address",
      "ann@example.com,Ann,\r\nbob@example.com,Bob,ann@example.com",
      [[], ["alias.duplicate"]],
    ],
    [
      "an address that another row has as an alias",
      "ann@example.com,Ann,bob@example.com\r\nbob@example.com,Bob,",
      [[], ["email.duplicate"]],
    ],
    ["an alias of somebody else", "ann@example.com,Ann,held@example.com", [["alias.taken"]]],
    ["an address that is an alias already", "held@example.com,Ann,", [["email.taken"]]],
    ["one's own alias again", "old@example.com,Old,held@example.com", [[]]],
  ])("addresses: %s", async (_why, rows, codes) => {
    const head = "email,fullName,alias\r\n";
    await carriedOut(
      await planned(`${head}old@example.com,Old,held@example.com\r\n`, { format: "rollcall" }),
    );
    const record = await planned(`${head}${rows}\r\n`, { format: "rollcall", mode: "upsert" });
    const errors = (await problems(record)).map((row) =>
      row.filter((one) => one.severity === "error").map((one) => one.code),
    );
    expect(errors).toEqual(codes);
  });

  test.each<[why: string, rows: string, codes: string[][]]>([
    [
      "the same twice, whatever the case: the later one is told",
      "ann@example.com,Ann,jo\r\nbob@example.com,Bob,JO",
      [[], ["username.duplicate"]],
    ],
    ["the same in two domains", "ann@example.com,Ann,jo\r\nbob@other.example,Bob,jo", [[], []]],
    ["somebody else's", "ann@example.com,Ann,HELD", [["username.taken"]]],
    ["somebody else's of another domain", "ann@other.example,Ann,held", [[]]],
    ["one's own again", "old@example.com,Old,held", [[]]],
  ])("user names: %s", async (_why, rows, codes) => {
    const head = "email,fullName,username\r\n";
    await carriedOut(await planned(`${head}old@example.com,Old,held\r\n`, { format: "rollcall" }));
    const record = await planned(`${head}${rows}\r\n`, { format: "rollcall", mode: "upsert" });
    const errors = (await problems(record)).map((row) =>
      row.filter((one) => one.severity === "error").map((one) => one.code),
    );
    expect(errors).toEqual(codes);
  });

  test("a plan for one role is not confirmed by a weaker one, and a finished import is told on request", async () => {
    const [master, basic] = [await asAdministrator("MASTER"), await asAdministrator("BASIC")];
    const file = "email,fullName,phone\r\nann@example.com,Ann,1\r\n";
    const received = value(await receiveImport(master, input(file, { format: "rollcall", notify: true })));
    const record = value(await planImport(context, { importId: received.id }));
    const fingerprint = record.fingerprint ?? "";
    expect(await confirmImport(basic, { importId: record.id, fingerprint })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    value(await confirmImport(master, { importId: record.id, fingerprint }));
    value(await commitImport(context, { importId: record.id }));
    expect(await sql("SELECT kind FROM message")).toEqual([{ kind: "import-finished" }]);
  });
});

// User names say nothing of addresses: that of one account may be what stands before the @ of another. And texts may look like marks.
describe("an export imported again says unchanged for every row", () => {
  const texts = fc.constantFrom("{clear}", "'{clear}", "1E+15", "+4,4E+11", "#N/A", "=1+1", "'t Hooft", null);
  const account = fc.record({
    email: fc.constantFrom("ann", "Bob", "cid", "dee4", "eve").map((name) => `${name}@example.com`),
    username: fc.constantFrom("ann", "BOB", "cid", "dee4", "e.e", null),
    phone: texts,
    description: texts,
  });
  const accounts = fc
    .uniqueArray(account, { selector: ({ email }) => email, minLength: 5 })
    .map((list) =>
      list.map((one, at) => (firstCalled(list, one.username) === at ? one : { ...one, username: null })),
    );
  const firstCalled = (list: readonly { username: string | null }[], name: string | null): number =>
    list.findIndex(({ username }) => username?.toLowerCase() === name?.toLowerCase());

  test("in every format, whatever accounts are called and hold", async () => {
    await addDomain("example.com");
    await addPlan("Gold", { isDefault: true });
    await fc.assert(
      fc.asyncProperty(accounts, async (list) => {
        await sql("DELETE FROM account");
        for (const { email, username, phone, description } of list) {
          const [row] = await sql(
            `INSERT INTO account (full_name, given_name, username, phone, description, plan_id)
             VALUES ($1, $1, $2, $3, $4, (SELECT id FROM service_plan)) RETURNING id`,
            [email.split("@")[0], username, phone, description],
          );
          await sql("INSERT INTO address (key, email, account_id) VALUES (lower($1), $1, $2)", [
            email,
            BigInt(String(row?.["id"])),
          ]);
        }
        const domain = "example.com";
        for (const format of [
          "rollcall",
          "hosted-users",
          "mobile-security",
          "connect",
          "directory-spreadsheet",
        ])
          await roundTrip(format, {}, { format });
        await roundTrip("control-panel", { domain }, { domain });
      }),
      { numRuns: 8 },
    );
  });
});

async function planned(file: string, options: Partial<ImportOptions>): Promise<ImportRecord> {
  const received = value(await receiveImport(context, input(file, options)));
  expect(received.failure).toBeNull();
  return value(await planImport(context, { importId: received.id }));
}

async function carriedOut(record: ImportRecord): Promise<void> {
  if (record.status === "READY")
    value(await confirmImport(context, { importId: record.id, fingerprint: record.fingerprint ?? "" }));
  const done = value(await commitImport(context, { importId: record.id }));
  expect(done).toMatchObject({ status: "COMPLETED", failure: null });
}

/** The export, read again in mode upsert, changes nothing. */
async function roundTrip(
  format: string,
  asked: { domain?: string },
  options: Partial<ImportOptions>,
): Promise<void> {
  const file = value(await exportAccounts(context, { format, ...asked }));
  let text = "";
  for await (const chunk of file.chunks) text += typeof chunk === "string" ? chunk : "";
  const again = await planned(text, { ...options, format, mode: "upsert", hold: true });
  const page = value(await listImportRows(context, { importId: again.id, limit: 50 }));
  expect(page.rows.map((row) => [row.email, row.outcome, row.changes])).toEqual(
    page.rows.map((row) => [row.email, "unchanged", {}]),
  );
  expect(again.summary?.unchanged).toBe(file.accounts);
}

async function problems(
  record: ImportRecord,
): Promise<{ code: string; severity: string; params: Record<string, unknown> }[][]> {
  const page = value(await listImportRows(context, { importId: record.id, limit: 50 }));
  return page.rows.map((row) => row.problems);
}

function input(file: string, options: Partial<ImportOptions>): Parameters<typeof receiveImport>[1] {
  const bytes = Buffer.from(file);
  const source = (async function* () {
    await Promise.resolve();
    yield bytes;
  })();
  return { fileName: "people.csv", declaredBytes: bytes.length, options, source };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
