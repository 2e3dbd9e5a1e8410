import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as useCases from "../index";
import type { Result } from "../result";
import { play, value, type Player } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";

/** Whatever text comes in, a use case answers: a throw here would be a 500 on somebody's screen. */
let given: TestContext;
let master: Player;
let user: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
  user = await play(given, "USER");
});
afterAll(() => given.close());

const texts = [
  ["NUL", "\u0000"],
  ["NUL inside", "a\u0000b"],
  ["half of a surrogate pair", "\ud800"],
  ["right-to-left override", "\u202eabc"],
  ["SQL", `'; DROP TABLE account; --`],
  ["a template", "{{secret}}${1}"],
  ["very long", "x".repeat(100_000)],
  ["a prototype", "__proto__"],
  ["a tsquery", "a & !b:* | (c"],
  ["like wildcards", "%_\\"],
] as const;

type Call = (text: string) => Promise<Result<unknown>>;
const calls: Record<string, Call> = {
  signIn: (t) => useCases.signIn({ ...given.as({ kind: "anonymous" }), ip: null }, { email: t, password: t }),
  "signIn as somebody": (t) =>
    useCases.signIn({ ...given.as({ kind: "anonymous" }), ip: t }, { email: user.email, password: t }),
  requestPasswordReset: (t) =>
    useCases.requestPasswordReset({ ...given.context, ip: null }, { email: `${t}@x.example` }),
  checkPasswordLink: (t) => useCases.checkPasswordLink({ ...given.context, ip: null }, { token: t }),
  usePasswordLink: (t) => useCases.usePasswordLink({ ...given.context, ip: null }, { token: t, password: t }),
  endMySession: (t) => useCases.endMySession(master.context, { sessionId: t }),
  changeMyPassword: (t) => useCases.changeMyPassword(user.context, { currentPassword: t, newPassword: t }),
  addAccount: (t) =>
    useCases.addAccount(master.context, {
      email: `hostile${String(Math.random()).slice(2)}@x.example`,
      fullName: t,
      departmentName: t,
      groups: [t],
      phone: t,
      description: t,
      sendWelcome: true,
    }),
  "addAccount, address": (t) =>
    useCases.addAccount(master.context, { email: `${t}@x.example`, fullName: "A", sendWelcome: false }),
  editAccount: async (t) => {
    const { version } = value(await useCases.getAccount(master.context, { accountId: user.id }));
    return useCases.editAccount(master.context, {
      accountId: user.id,
      version,
      fields: { givenName: t, exchangeDomain: t, groups: [t] },
    });
  },
  "editAccount, attributes": async (t) => {
    const { version } = value(await useCases.getAccount(master.context, { accountId: user.id }));
    return useCases.editAccount(master.context, {
      accountId: user.id,
      version,
      fields: { attributes: [{ name: t, value: t }] },
    });
  },
  "editAccount, lists": async (t) => {
    const { version } = value(await useCases.getAccount(master.context, { accountId: user.id }));
    return useCases.editAccount(master.context, {
      accountId: user.id,
      version,
      fields: {
        aliases: [`${t}@x.example`],
        delegates: [t],
        username: t,
        note: t,
        planName: t,
        accountCode: t,
      },
    });
  },
  getAccount: (t) => useCases.getAccount(master.context, { accountId: t }),
  "listAccounts, search": (t) => useCases.listAccounts(master.context, { search: t, limit: 5 }),
  "listAccounts, cursor": (t) => useCases.listAccounts(master.context, { cursor: t, limit: 5 }),
  "listAccounts, forged cursor": (t) =>
    useCases.listAccounts(master.context, {
      cursor: Buffer.from(JSON.stringify(["accounts created asc", t, "1"])).toString("base64url"),
      sort: { by: "created", direction: "asc" },
      limit: 5,
    }),
  "listMessages, search": (t) => useCases.listMessages(master.context, { search: t, limit: 5 }),
  "listGroups, search": (t) => useCases.listGroups(master.context, { search: t, limit: 5 }),
  createGroup: (t) => useCases.createGroup(master.context, { name: t, description: t }),
  createPlan: (t) => useCases.createPlan(master.context, { name: t, description: t, services: [t] }),
  createPolicy: (t) => useCases.createPolicy(master.context, { name: t, rules: [t] }),
  createAttribute: (t) => useCases.createAttribute(master.context, { name: t }),
  renameAttribute: async (t) => {
    const made = await useCases.createAttribute(master.context, {
      name: `Attribute ${String(Math.random())}`,
    });
    return useCases.renameAttribute(master.context, { attributeId: value(made).id, name: t });
  },
  createDomain: (t) => useCases.createDomain(master.context, { name: `${t}.example` }),
  setGroupPolicy: (t) => useCases.setGroupPolicy(master.context, { groupId: t, policyId: t }),
  createDepartment: (t) => useCases.createDepartment(master.context, { name: t }),
  searchEverything: (t) => useCases.searchEverything(master.context, { query: t }),
  listAuditEvents: (t) => useCases.listAuditEvents(master.context, { subjectId: t, actor: t, limit: 5 }),
  updateSettings: (t) =>
    useCases.updateSettings(master.context, { values: { "organisation.name": t, [t]: t } }),
  sendTestMail: (t) => useCases.sendTestMail(master.context, { to: `${t}@x.example`, transport: t }),
};

describe.each(Object.entries(calls))("%s", (_name, call) => {
  test.each(texts)("%s", async (_what, text) => {
    expect(await call(text)).toHaveProperty("ok");
  });
});
