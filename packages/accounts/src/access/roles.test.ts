import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as useCases from "../index";
import type { Context } from "../context";
import type { Result } from "../result";
import { codeOf, play, run, value, type Part, type Player } from "../testing/cast";
import { openPost } from "../testing/post";
import { openTestContext, type TestContext } from "../testing/test-context";

/** Every use case of access, people, mail, audit, organisation, imports and enrolment, and the weakest role that may call it. */
let given: TestContext;
let target: Player;
let groupId: string;
let departmentId: string;
let messageId: string;
const weakest = {
  own: "USER",
  read: "GATEWAY",
  help: "HELPDESK",
  write: "BASIC",
  settings: "FULL",
  // Gateway works with devices, and Help desk, which stands above it, does not.
  devices: "GATEWAY",
  system: "system",
} as const;
type Need = keyof typeof weakest;

const post = openPost();
const nobody = "999999999";
const page = { limit: 10 };
const fixStep = { kind: "fix", cause: "email.invalid|email|" } as const;

// Inputs that do little or nothing when they are allowed: what is asked here is only who may.
const calls: Record<string, [Need, (context: Context) => Promise<Result<unknown>>]> = {
  whoAmI: ["own", (c) => useCases.whoAmI(c)],
  listMySessions: ["own", (c) => useCases.listMySessions(c)],
  endMySession: ["own", (c) => useCases.endMySession(c, { sessionId: nobody })],
  endMyOtherSessions: ["own", (c) => useCases.endMyOtherSessions(c)],
  changeMyPassword: ["own", (c) => useCases.changeMyPassword(c, { currentPassword: "x", newPassword: "x" })],
  listAccounts: ["read", (c) => useCases.listAccounts(c, page)],
  getAccount: ["read", (c) => useCases.getAccount(c, { accountId: target.id })],
  listGroups: ["read", (c) => useCases.listGroups(c, page)],
  getGroup: ["read", (c) => useCases.getGroup(c, { groupId })],
  listDepartments: ["read", (c) => useCases.listDepartments(c, page)],
  getDepartment: ["read", (c) => useCases.getDepartment(c, { departmentId })],
  listPlans: ["read", (c) => useCases.listPlans(c)],
  listAttributes: ["read", (c) => useCases.listAttributes(c)],
  listDomains: ["read", (c) => useCases.listDomains(c)],
  listPolicies: ["read", (c) => useCases.listPolicies(c)],
  getSettings: ["read", (c) => useCases.getSettings(c)],
  evidenceKey: ["read", (c) => useCases.evidenceKey(c)],
  overview: ["read", (c) => useCases.overview(c, { days: 30 })],
  navigationCounts: ["read", (c) => useCases.navigationCounts(c)],
  searchEverything: ["read", (c) => useCases.searchEverything(c, { query: "a" })],
  listMessages: ["read", (c) => useCases.listMessages(c, page)],
  getMessage: ["read", (c) => useCases.getMessage(c, { messageId })],
  mailSummary: ["read", (c) => useCases.mailSummary(c)],
  halfRedactedImports: ["read", (c) => useCases.halfRedactedImports(c)],
  listAuditEvents: ["read", (c) => useCases.listAuditEvents(c, page)],
  verifyAudit: ["read", (c) => useCases.verifyAudit(c)],
  lineage: ["read", (c) => useCases.lineage(c, { accountId: nobody })],
  listMyDevices: ["own", (c) => useCases.listMyDevices(c)],
  renameMyDevice: ["own", (c) => useCases.renameMyDevice(c, { deviceId: nobody, name: "Phone" })],
  removeMyDevice: ["own", (c) => useCases.removeMyDevice(c, { deviceId: nobody })],
  reportMyDeviceLost: ["own", (c) => useCases.reportMyDeviceLost(c, { deviceId: nobody })],
  listDevices: ["read", (c) => useCases.listDevices(c, page)],
  deviceCounts: ["read", (c) => useCases.deviceCounts(c)],
  listInvitations: ["read", (c) => useCases.listInvitations(c, page)],
  removeDevice: ["devices", (c) => useCases.removeDevice(c, { deviceId: nobody })],
  markDeviceLost: ["devices", (c) => useCases.markDeviceLost(c, { deviceId: nobody })],
  resendInvitation: ["help", (c) => useCases.resendInvitation(c, { invitationId: nobody })],
  revokeInvitation: ["write", (c) => useCases.revokeInvitation(c, { invitationId: nobody })],
  inviteAccounts: ["write", (c) => useCases.inviteAccounts(c, { accountIds: [nobody] })],
  inviteImported: ["write", (c) => useCases.inviteImported(c, { importId: nobody })],
  unlockAccount: ["help", (c) => useCases.unlockAccount(c, { accountId: target.id })],
  sendPasswordReset: ["help", (c) => useCases.sendPasswordReset(c, { accountId: target.id })],
  resendWelcome: ["help", (c) => useCases.resendWelcome(c, { accountIds: [target.id] })],
  retryMessage: ["help", (c) => useCases.retryMessage(c, { messageId: nobody })],
  addAccount: ["write", (c) => useCases.addAccount(c, { email: "", fullName: "", sendWelcome: false })],
  editAccount: ["write", (c) => useCases.editAccount(c, { accountId: target.id, version: 0, fields: {} })],
  setAccountEnabled: ["write", (c) => useCases.setAccountEnabled(c, { accountId: target.id, enabled: true })],
  setAccountsEnabled: [
    "write",
    (c) => useCases.setAccountsEnabled(c, { accountIds: [target.id], enabled: true }),
  ],
  lockAccount: ["write", (c) => useCases.lockAccount(c, { accountId: nobody })],
  changeRole: ["write", (c) => useCases.changeRole(c, { accountId: target.id, role: "USER" })],
  deleteAccounts: ["write", (c) => useCases.deleteAccounts(c, { accountIds: [nobody] })],
  addToGroup: ["write", (c) => useCases.addToGroup(c, { accountIds: [target.id], groupId })],
  removeFromGroup: ["write", (c) => useCases.removeFromGroup(c, { accountIds: [target.id], groupId })],
  createGroup: ["write", (c) => useCases.createGroup(c, { name: "" })],
  renameGroup: ["write", (c) => useCases.renameGroup(c, { groupId, name: "" })],
  deleteGroup: ["write", (c) => useCases.deleteGroup(c, { groupId: nobody })],
  createDepartment: ["write", (c) => useCases.createDepartment(c, { name: "" })],
  renameDepartment: ["write", (c) => useCases.renameDepartment(c, { departmentId, name: "" })],
  deleteDepartment: ["write", (c) => useCases.deleteDepartment(c, { departmentId: nobody })],
  createPlan: ["write", (c) => useCases.createPlan(c, { name: "" })],
  updatePlan: ["write", (c) => useCases.updatePlan(c, { planId: nobody })],
  deletePlan: ["write", (c) => useCases.deletePlan(c, { planId: nobody })],
  createAttribute: ["write", (c) => useCases.createAttribute(c, { name: "" })],
  renameAttribute: ["write", (c) => useCases.renameAttribute(c, { attributeId: nobody, name: "a" })],
  deleteAttribute: ["write", (c) => useCases.deleteAttribute(c, { attributeId: nobody })],
  createPolicy: ["write", (c) => useCases.createPolicy(c, { name: "" })],
  updatePolicy: ["write", (c) => useCases.updatePolicy(c, { policyId: nobody })],
  deletePolicy: ["write", (c) => useCases.deletePolicy(c, { policyId: nobody })],
  setGroupPolicy: ["write", (c) => useCases.setGroupPolicy(c, { groupId, policyId: null })],
  createDomain: ["settings", (c) => useCases.createDomain(c, { name: "" })],
  updateDomain: [
    "settings",
    (c) => useCases.updateDomain(c, { domainId: nobody, recipientValidation: "NONE" }),
  ],
  deleteDomain: ["settings", (c) => useCases.deleteDomain(c, { domainId: nobody })],
  getImport: ["write", (c) => useCases.getImport(c, { importId: nobody })],
  listImports: ["write", (c) => useCases.listImports(c, page)],
  listImportRows: ["write", (c) => useCases.listImportRows(c, { importId: nobody, limit: 1 })],
  listProblemCauses: ["write", (c) => useCases.listProblemCauses(c, { importId: nobody })],
  listRemovals: ["write", (c) => useCases.listRemovals(c, { importId: nobody, limit: 1 })],
  streamRemovals: ["write", (c) => useCases.streamRemovals(c, { importId: nobody })],
  importReport: ["write", (c) => useCases.importReport(c, { importId: nobody })],
  previewUndo: ["write", (c) => useCases.previewUndo(c, { importId: nobody })],
  listDrifted: ["write", (c) => useCases.listDrifted(c, { importId: nobody, limit: 1 })],
  listUndoRows: ["write", (c) => useCases.listUndoRows(c, { importId: nobody, limit: 1 })],
  listUndoneRows: ["write", (c) => useCases.listUndoneRows(c, { importId: nobody, limit: 1 })],
  streamUndoRows: ["write", (c) => useCases.streamUndoRows(c, { importId: nobody, carriedOut: true })],
  undoImport: ["write", (c) => useCases.undoImport(c, { importId: nobody })],
  exportEvidence: ["write", (c) => useCases.exportEvidence(c, { importId: nobody })],
  verifyEvidenceChain: ["write", (c) => useCases.verifyEvidenceChain(c, [])],
  correctionsFile: ["write", (c) => useCases.correctionsFile(c, { importId: nobody })],
  receiveImport: ["write", (c) => useCases.receiveImport(c, upload({ format: "none" }))],
  inspectFile: ["write", (c) => useCases.inspectFile(c, { source: upload({}).source, encoding: "none" })],
  planImport: ["write", (c) => useCases.planImport(c, { importId: nobody })],
  replanImport: ["write", (c) => useCases.replanImport(c, { importId: nobody, options: {} })],
  confirmImport: ["write", (c) => useCases.confirmImport(c, { importId: nobody, fingerprint: "x" })],
  commitImport: ["write", (c) => useCases.commitImport(c, { importId: nobody })],
  cancelImport: ["write", (c) => useCases.cancelImport(c, { importId: nobody })],
  editImport: ["write", (c) => useCases.editImport(c, { importId: nobody, step: fixStep })],
  previewEdit: ["write", (c) => useCases.previewEdit(c, { importId: nobody, step: fixStep })],
  undoEdit: ["write", (c) => useCases.undoEdit(c, { importId: nobody })],
  redoEdit: ["write", (c) => useCases.redoEdit(c, { importId: nobody })],
  listEdits: ["write", (c) => useCases.listEdits(c, { importId: nobody })],
  findRecipes: ["write", (c) => useCases.findRecipes(c, { importId: nobody })],
  applyCorrections: ["write", (c) => useCases.applyCorrections(c, { importId: nobody, ...upload({}) })],
  previewRecipe: ["write", (c) => useCases.previewRecipe(c, { importId: nobody, fromImportId: nobody })],
  applyRecipe: ["write", (c) => useCases.applyRecipe(c, { importId: nobody, fromImportId: nobody })],
  continueImport: ["write", (c) => useCases.continueImport(c, { importId: nobody })],
  dropDrifted: ["write", (c) => useCases.dropDrifted(c, { importId: nobody, rowNos: null })],
  findDueImports: ["write", (c) => useCases.findDueImports(c)],
  failStaleUploads: ["write", (c) => useCases.failStaleUploads(c)],
  previewExport: ["write", (c) => useCases.previewExport(c, { format: "none" })],
  exportAccounts: ["write", (c) => useCases.exportAccounts(c, { format: "none" })],
  listMappings: ["write", (c) => useCases.listMappings(c, {})],
  saveMapping: ["write", (c) => useCases.saveMapping(c, { name: "", mapping: {}, fingerprint: "x" })],
  deleteMapping: ["write", (c) => useCases.deleteMapping(c, { mappingId: nobody })],
  exportAuditEvents: ["read", (c) => useCases.exportAuditEvents(c, {})],
  updateSettings: ["settings", (c) => useCases.updateSettings(c, { values: {} })],
  sendTestMail: ["settings", (c) => useCases.sendTestMail(c, { to: "", transport: "" })],
  createSetUpLink: ["system", (c) => useCases.createSetUpLink(c)],
  ensureFirstAdministrator: [
    "system",
    (c) => useCases.ensureFirstAdministrator(c, { email: "", password: "" }),
  ],
  deliverMessages: [
    "system",
    (c) =>
      useCases.deliverMessages(c, {
        transport: post,
        from: "a@b.example",
        limit: 0,
        keepReadable: false,
        renderMail: () => Promise.reject(new Error("not called")),
      }),
  ],
  cleanUpAccess: ["system", (c) => useCases.cleanUpAccess(c)],
  redactOldImports: ["system", (c) => useCases.redactOldImports(c)],
  forgetMails: [
    "system",
    (c) =>
      useCases.forgetMails(c, {
        kept: {
          files: async function* () {},
          forget: () => Promise.resolve(),
          forgetUnfinished: () => Promise.resolve(0),
        },
      }),
  ],
  expireSealedPasswords: ["system", (c) => useCases.expireSealedPasswords(c)],
  indexReview: ["system", (c) => useCases.indexReview(c)],
  dropReviewIndexes: ["system", (c) => useCases.dropReviewIndexes(c)],
};

/** Those that nobody needs to be signed in for, with tests of their own; and what is no use case of ours. */
const open = [
  "isSetUp",
  "checkSetUpLink",
  "completeSetUp",
  "signIn",
  "signOut",
  "checkPasswordLink",
  "usePasswordLink",
  "requestPasswordReset",
  "checkInvitation",
  "acceptInvitation",
];
const elsewhere = [
  ...[
    "authorise",
    "authoriseSystem",
    "done",
    "refuse",
    "describeRefusal",
    "describeAction",
    "isAuditAction",
    "isSettingName",
    "isStorable",
    "refuseShortage",
    "verifyEvidence",
  ],
  ...[
    "may",
    "permissionsOf",
    "roleName",
    "isAbove",
    "hashPassword",
    "newImportKey",
    "openPassword",
    "openWithSecret",
  ],
  ...[
    "sealPassword",
    "sealWithSecret",
    "signingKeyOf",
    "TooManyHashes",
    "announceWork",
    "listenForWork",
    "openDatabase",
    "hashPendingPasswords",
    // inside a transaction that was authorised
    "queueDomainExport",
    "queueImportFailed",
    "queueImportFinished",
    "recognisePlatform",
  ],
];

const parts = [
  "USER",
  "GATEWAY",
  "HELPDESK",
  "BASIC",
  "FULL",
  "SUPER",
  "MIGRATION",
  "MASTER",
] as const satisfies readonly Part[];
const cast = new Map<string, Context>();

beforeAll(async () => {
  given = await openTestContext();
  for (const part of parts) cast.set(part, (await play(given, part)).context);
  target = await play(given, "USER");
  groupId = value(await useCases.createGroup(given.context, { name: "Staff" })).id;
  departmentId = value(await useCases.createDepartment(given.context, { name: "Sales" })).id;
  value(await useCases.resendWelcome(given.context, { accountIds: [target.id] }));
  messageId = value(await useCases.listMessages(given.context, page)).items[0]!.id;

  const ended = await play(given, "MASTER");
  await run(given, "UPDATE session SET ended_at = now() WHERE account_id = $1", ended.id);
  const disabled = await play(given, "MASTER");
  await run(given, "UPDATE account SET enabled = false WHERE id = $1", disabled.id);
  const locked = await play(given, "MASTER");
  await run(given, "UPDATE account SET locked_out = true WHERE id = $1", locked.id);
  const deleted = await play(given, "MASTER");
  await run(given, "DELETE FROM account WHERE id = $1", deleted.id);
  cast.set("anonymous", given.as({ kind: "anonymous" }));
  cast.set("an ended session", ended.context);
  cast.set("a disabled account", disabled.context);
  cast.set("a locked account", locked.context);
  cast.set("a deleted account", deleted.context);
  cast.set(
    "an operator whose account is disabled",
    given.as({ kind: "operator", accountId: BigInt(disabled.id) }),
  );
});
afterAll(() => given.close());

describe.each(Object.entries(calls))("%s", (_name, [need, call]) => {
  test.each(parts)("asked by %s", async (part) => {
    const code = codeOf(await call(cast.get(part)!));
    if (mayCall(part, need)) expect(["forbidden", "not-signed-in"]).not.toContain(code);
    else expect(code).toBe("forbidden");
  });

  test.each([
    "anonymous",
    "an ended session",
    "a disabled account",
    "a locked account",
    "a deleted account",
    "an operator whose account is disabled",
  ])("asked by %s", async (who) => {
    expect(codeOf(await call(cast.get(who)!))).toBe(need === "system" ? "forbidden" : "not-signed-in");
  });
});

function upload(options: { format?: string }): Parameters<typeof useCases.receiveImport>[1] {
  const source = (async function* () {
    await Promise.resolve();
    yield Buffer.from("x");
  })();
  return { fileName: "x", declaredBytes: null, options, source };
}

function mayCall(part: Part, need: Need): boolean {
  if (need === "devices" && part === "HELPDESK") return false;
  return need !== "system" && parts.indexOf(part) >= parts.indexOf(weakest[need]);
}

test("the table is complete: a use case that is not in it fails here", () => {
  const known = new Set([...Object.keys(calls), ...open, ...elsewhere]);
  const exported = Object.entries(useCases).filter(
    ([name, one]) => typeof one === "function" && !known.has(name),
  );
  expect(exported.map(([name]) => name)).toEqual([]);
});
