/**
 * Small organisations and staged files for the tests of planning and committing. Keys are names in lower case here.
 */
import type { Database } from "../client";
import { commitConfirmedImport } from "../imports/commit-import";
import { confirmPlan, findImport, insertImport, nextImportId } from "../imports/import-records";
import {
  emptyFlat,
  type Flat,
  type ReferenceAccount,
  type ReferenceOptions,
  type ReferencePlanOf,
  type ReferenceRow,
} from "../imports/plan-reference";
import { planStagedImport, type PlanCaller } from "../imports/plan-import";
import type { PlanOptions, PlanRules } from "../imports/plan-options";
import { stageRows } from "../imports/stage-rows";
import type { StagedRow } from "../imports/staged-row";

/** Of pg_locks: the table of addresses of this database. Those of other test files have the same number, being copies of one template. */
export const onAddresses =
  "relation = 'address'::regclass AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

/** A row without problems; say what matters. */
export function referenceRow(fields: Partial<ReferenceRow>): ReferenceRow {
  return {
    rowNo: 1,
    line: 2,
    hasError: false,
    email: null,
    fullName: "Ann",
    department: null,
    groups: null,
    hasPassword: false,
    ...fields,
  };
}

/** Stages rows as a file of them would be, and answers with the import. */
export async function stageReferenceRows(database: Database, rows: readonly ReferenceRow[]): Promise<bigint> {
  const importId = await nextImportId(database);
  await insertImport(database, importId, {
    createdById: null,
    createdByName: "Test",
    fileName: "test.csv",
    fileBytes: null,
    options: {},
    sealedKey: new Uint8Array(1),
  });
  // One batch; the batches of a real file are tested where files are read.
  const batches = (async function* () {
    await Promise.resolve();
    yield rows.map(toStaged);
  })();
  await stageRows(database, importId, batches, () => ({
    file: { rows: rows.length, blankRows: 0, fileBytes: 1, fileSha256: "" },
    formatId: "hosted-users",
    recognition: {},
    problems: [],
  }));
  await database.pool.query(
    `UPDATE import_row r SET decision = d.decision, link_account_id = d.link
       FROM unnest($2::int[], $3::text[], $4::bigint[]) AS d(row_no, decision, link) WHERE r.import_id = $1 AND r.row_no = d.row_no`,
    [
      importId,
      rows.map((row) => row.rowNo),
      rows.map((row) => row.decision ?? null),
      rows.map((row) => row.linkAccountId ?? null),
    ],
  );
  return importId;
}

export function toStaged(line: ReferenceRow): StagedRow {
  return {
    rowNo: line.rowNo,
    line: line.line,
    cells: [line.email ?? "", line.fullName ?? ""],
    problems: problemsOf(line),
    hasError: line.hasError,
    email: line.email,
    emailKey: line.email?.toLowerCase() ?? null,
    fullName: line.fullName,
    department: line.department,
    departmentKey: line.department?.toLowerCase() ?? null,
    groups: line.groups,
    groupKeys: line.groups?.map((name) => name.toLowerCase()) ?? null,
    sendWelcome: null,
    passwordSealed: line.hasPassword ? Buffer.from("sealed") : null,
    aliases: line.aliases ?? null,
    aliasKeys: line.aliases?.map((alias) => alias.toLowerCase()) ?? null,
    extra: toExtra(line.extra ?? null),
  };
}

/** Something where the row has an error, and the warning of rows without a password: enough to be told by cause. */
function problemsOf({ line, hasError, hasPassword }: ReferenceRow): unknown[] | null {
  const problem = (code: string, field: string, severity: string, params: object): unknown => ({
    ...{ line, column: field, field, code, severity },
    ...{ params, fix: null },
  });
  const found = [
    ...(hasError ? [problem("phone.too-long", "phone", "error", { value: `line ${line}` })] : []),
    ...(hasPassword ? [] : [problem("password.no-way-in", "password", "warning", {})]),
  ];
  return found.length === 0 ? null : found;
}

/** With the plan's key, as staging adds it. */
function toExtra(extra: Flat | null): Flat | null {
  const plan = extra?.["plan"];
  return typeof plan === "string" ? { ...extra, $plan: plan.toLowerCase() } : extra;
}

/** The rules of a plan in which nothing is asked for; say what matters. */
export function planRules(fields: Partial<PlanRules> = {}): PlanRules {
  return {
    headers: { email: "Email", password: "Password" },
    attributeNames: {},
    protectAdministrators: true,
    noGroups: false,
    note: null,
    demandsPlan: false,
    demandsPassword: false,
    byUsername: false,
    actorRank: 0,
    grantRoles: false,
    guardAdminRole: true,
    ...fields,
  };
}

/** Upsert, adding groups; say what matters. */
export function planOptions(fields: Partial<PlanOptions> = {}): PlanOptions {
  return {
    mode: "upsert",
    groupMode: "add",
    mail: "file",
    groups: [],
    memberList: false,
    rules: planRules(),
    // a yes to however many: what is agreed to has tests of its own
    granted: [1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9],
    stopsOn: [],
    nearest: () => null,
    ...fields,
  };
}

/** The options of the reference planner as the real one takes them. */
export function referencePlanOptions(chosen: ReferenceOptions): PlanOptions {
  const { mode, groupMode, groups, plans: _plans, memberList, ...rules } = chosen;
  return planOptions({
    mode,
    groupMode,
    groups: groups.map((name) => ({ name, key: name.toLowerCase() })),
    memberList: memberList ?? false,
    rules: planRules(rules),
  });
}

/** A caller that adds nothing of its own. */
export function planCaller(options: PlanOptions): PlanCaller {
  return { readOptions: () => options, finish: () => ({ problems: [], mailFailure: false }) };
}

/** Planned, confirmed and committed; what came of it the caller judges. */
export async function commitReferenceRows(
  database: Database,
  rows: readonly ReferenceRow[],
  chosen: ReferenceOptions,
): Promise<{ importId: bigint; result: Awaited<ReturnType<typeof commitConfirmedImport>> }> {
  const planOptions = referencePlanOptions(chosen);
  const importId = await stageReferenceRows(database, rows);
  await planStagedImport(database, importId, planCaller(planOptions));
  const planned = await findImport(database, importId);
  const fingerprint = planned?.planFingerprint ?? "";
  await confirmPlan(database, importId, { fingerprint, confirmedById: null, confirmedByName: "Test" });
  const { mode, groupMode, memberList, groups } = planOptions;
  const result = await commitConfirmedImport(database, {
    importId,
    readOptions: () => ({
      ...{ mode, groupMode, memberList, groups, mail: "never", strict: false, note: chosen.note ?? null },
      ...{ noGroups: false, attributeNames: {} },
    }),
    report: () => Promise.resolve(),
    mayCommit: () => null,
  });
  return { importId, result };
}

/** Empties the organisation and fills it: departments Sales and Yard, groups Staff and Night, these accounts and service plans. */
export async function fillOrganisation(
  database: Database,
  accounts: readonly ReferenceAccount[],
  plans: readonly ReferencePlanOf[] = [],
): Promise<void> {
  const { pool } = database;
  await pool.query(
    `TRUNCATE account, address, membership, "group", department, import, message, change, service_plan, attribute, domain, policy CASCADE`,
  );
  await pool.query(`INSERT INTO department (name, name_key) VALUES ('Sales', 'sales'), ('Yard', 'yard')`);
  await pool.query(`INSERT INTO "group" (name, name_key) VALUES ('Staff', 'staff'), ('Night', 'night')`);
  for (const plan of plans) {
    await pool.query(
      `INSERT INTO service_plan (name, name_key, enabled, is_default) VALUES ($1, lower($1), $2, $3)`,
      [plan.name, plan.enabled, plan.isDefault],
    );
  }
  for (const account of accounts) await insertAccount(database, account);
  await pool.query("SELECT setval('account_id_seq', 1000)");
}

/** The same with ann and bob, who are Masters, and cid (1 to 3, at example.com), all in Staff; and the plan Gold, the usual one. */
export async function fillStaff(database: Database): Promise<void> {
  const person = (id: number, name: string, flat: Record<string, unknown>): ReferenceAccount => ({
    ...{ id, addressKey: `${name}@example.com`, aliasKeys: [], version: 1, fullName: name, department: null },
    ...{ groups: ["Staff"], flat },
  });
  const master = { role: "ADMINISTRATOR", adminRole: "MASTER" };
  await fillOrganisation(
    database,
    [person(1, "ann", master), person(2, "bob", master), person(3, "cid", {})],
    [{ name: "Gold", enabled: true, isDefault: true }],
  );
}

async function insertAccount(database: Database, account: ReferenceAccount): Promise<void> {
  const { pool } = database;
  const flat = { ...emptyFlat, ...account.flat };
  const attributes = Object.entries(flat).flatMap(([field, value]) =>
    field.startsWith("attribute:") ? [[field.slice("attribute:".length), value] as const] : [],
  );
  await pool.query(
    `INSERT INTO account (id, full_name, version, department_id, plan_id, attributes, role, admin_role, kind, username, given_name,
       middle_name, family_name, phone, contact_email, description, enabled, locked_out, must_change_password,
       password_never_expires, pop, submit, account_code, exchange_domain, exchange_username, delegates)
     SELECT $1, $2, $3, (SELECT id FROM department WHERE name = $4), (SELECT id FROM service_plan WHERE name = f.plan), $5::jsonb,
       f.role, f."adminRole", f.kind, f.username, f."givenName", f."middleName", f."familyName", f.phone, f."contactEmail",
       f.description, f.enabled, f."lockedOut", f."mustChangePassword", f."passwordNeverExpires", f.pop, f.submit, f."accountCode",
       f."exchangeDomain", f."exchangeUsername", f.delegates
       FROM jsonb_to_record($6::jsonb) AS f(plan text, role "Role", "adminRole" "AdminRole", kind "AccountKind", username text,
         "givenName" text, "middleName" text, "familyName" text, phone text, "contactEmail" text, description text, enabled boolean,
         "lockedOut" boolean, "mustChangePassword" boolean, "passwordNeverExpires" boolean, pop boolean, submit boolean,
         "accountCode" text, "exchangeDomain" text, "exchangeUsername" text, delegates text[])`,
    [
      account.id,
      account.fullName,
      account.version,
      account.department,
      JSON.stringify(Object.fromEntries(attributes)),
      JSON.stringify(flat),
    ],
  );
  for (const [index, key] of [account.addressKey, ...account.aliasKeys].entries()) {
    await pool.query(
      "INSERT INTO address (key, email, account_id, is_primary, note) VALUES ($1, $1, $2, $3, $4)",
      [key, account.id, index === 0, index === 0 ? flat["note"] : null],
    );
  }
  for (const group of account.groups) {
    await pool.query(
      `INSERT INTO membership (account_id, group_id) SELECT $1, id FROM "group" WHERE name = $2`,
      [account.id, group],
    );
  }
}
