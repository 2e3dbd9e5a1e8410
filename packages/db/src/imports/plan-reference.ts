/**
 * What the SQL of plan-sql.ts must mean, in plain TypeScript: slow, obvious, and used by tests only. When the two disagree,
 * one of them is wrong and the property test says so.
 */
export type Flat = Record<string, unknown>;

export interface ReferenceAccount {
  id: number;
  addressKey: string;
  aliasKeys: string[];
  version: number;
  fullName: string;
  department: string | null;
  /** names, whose key is the name in lower case */
  groups: string[];
  /** what it has besides, by flat key; what is left out is as `emptyFlat` */
  flat?: Flat;
}

export interface ReferenceRow {
  rowNo: number;
  line: number;
  hasError: boolean;
  email: string | null;
  fullName: string | null;
  department: string | null;
  groups: string[] | null;
  hasPassword: boolean;
  aliases?: string[] | null;
  extra?: Flat | null;
}

export interface ReferencePlanOf {
  name: string;
  enabled: boolean;
  isDefault: boolean;
}

export interface ReferenceOptions {
  mode: "create" | "upsert" | "update";
  groupMode: "add" | "replace";
  groups: string[];
  protectAdministrators: boolean;
  plans?: ReferencePlanOf[];
  noGroups?: boolean;
  note?: string | null;
  demandsPlan?: boolean;
  demandsPassword?: boolean;
  actorRank?: number;
  grantRoles?: boolean;
}

export interface ReferencePlan {
  rowNo: number;
  outcome: "CREATE" | "UPDATE" | "UNCHANGED" | "SKIP" | "PROBLEM";
  reason: "exists" | "missing" | "administrator" | null;
  accountId: number | null;
  changes: Flat | null;
  problemCodes: string[];
}

/** An account of which nothing is known. */
export const emptyFlat: Flat = {
  ...Object.fromEntries(
    "username givenName middleName familyName adminRole plan phone contactEmail description pop submit accountCode exchangeDomain exchangeUsername note"
      .split(" ")
      .map((field) => [field, null]),
  ),
  ...{
    role: "USER",
    enabled: true,
    lockedOut: false,
    mustChangePassword: false,
    passwordNeverExpires: false,
  },
  ...{ kind: "PERSON", delegates: [] },
};
const roles = ["MASTER", "MIGRATION", "SUPER", "FULL", "BASIC", "HELPDESK", "GATEWAY"];
const lists = ["groups", "aliases", "delegates"];
const byThemselves = [...lists, "$plan", "$blank", "fullName", "department", "role", "adminRole", "plan"];

const key = (name: string): string => name.toLowerCase();
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const rankOf = (flat: Flat): number =>
  flat["role"] === "ADMINISTRATOR" ? roles.indexOf(text(flat["adminRole"])) : 7;
const without = (all: readonly string[], held: readonly string[]): string[] =>
  all.filter((one) => !held.map(key).includes(key(one)));

export function planReference(
  rows: readonly ReferenceRow[],
  accounts: readonly ReferenceAccount[],
  options: ReferenceOptions,
): ReferencePlan[] {
  const claimed = new Set<string>();
  const plans = rows.map((row) => planRow(row, accounts, options, claimed));
  // Whoever loses the last Master loses no Master: all of them are held.
  const able = accounts.filter((account) => {
    const flat = { ...emptyFlat, ...account.flat };
    return rankOf(flat) === 0 && flat["enabled"] === true && flat["lockedOut"] === false;
  });
  const losing = plans.filter(
    (plan) =>
      plan.outcome === "UPDATE" &&
      able.some((account) => account.id === plan.accountId) &&
      ["adminRole", "enabled", "lockedOut"].some((field) => field in (plan.changes ?? {})),
  );
  if (losing.length < able.length) return plans;
  return plans.map((plan) =>
    losing.includes(plan)
      ? { ...plan, outcome: "PROBLEM", changes: null, problemCodes: [...plan.problemCodes, "last-master"] }
      : plan,
  );
}

function planRow(
  row: ReferenceRow,
  accounts: readonly ReferenceAccount[],
  options: ReferenceOptions,
  claimed: Set<string>,
): ReferencePlan {
  const address = row.email === null ? null : key(row.email);
  const holder = (one: string | null): ReferenceAccount | undefined =>
    accounts.find(
      (account) => one !== null && (account.addressKey === one || account.aliasKeys.includes(one)),
    );
  const account = holder(address);
  // Of two rows with one address, as their own or as an alias, the later carries the problem, whatever else is wrong with either.
  const duplicate = address !== null && claimed.has(address);
  const others = [...(row.aliases ?? [])].map(key).filter((alias) => alias !== address);
  const aliasCodes = others.sort().flatMap((alias) => {
    if (claimed.has(alias)) return ["alias.duplicate"];
    const held = holder(alias);
    return held !== undefined && held !== account ? ["alias.taken"] : [];
  });
  for (const one of [...others, ...(address === null ? [] : [address])]) claimed.add(one);

  const plan = (outcome: ReferencePlan["outcome"], rest: Partial<ReferencePlan> = {}): ReferencePlan => ({
    ...{ rowNo: row.rowNo, outcome, reason: null, accountId: account?.id ?? null, changes: null },
    problemCodes: [],
    ...rest,
  });
  if (duplicate) return plan("PROBLEM", { problemCodes: ["email.duplicate", ...aliasCodes] });
  if (account !== undefined && account.addressKey !== address)
    return plan("PROBLEM", { problemCodes: ["email.taken", ...aliasCodes] });
  if (row.hasError || aliasCodes.length > 0) return plan("PROBLEM", { problemCodes: aliasCodes });
  if (account === undefined && options.mode === "update") return plan("SKIP", { reason: "missing" });
  if (account !== undefined && options.mode === "create") return plan("SKIP", { reason: "exists" });
  const before: Flat = { ...emptyFlat, ...account?.flat };
  if (account !== undefined && options.protectAdministrators && before["role"] === "ADMINISTRATOR")
    return plan("SKIP", { reason: "administrator" });

  const extra: Flat =
    (options.note ?? null) === null ? (row.extra ?? {}) : { note: options.note, ...(row.extra ?? {}) };
  const after = wantedValues(extra, before, account === undefined, options);
  const changes =
    account === undefined
      ? filledIn(row, extra, after, options)
      : compare(row, extra, account, before, after, options);
  const problemCodes = judge(row, extra, account, before, after, changes, options);
  const ignored = account !== undefined && row.hasPassword ? ["password.ignored"] : [];
  if (problemCodes.length > 0) return plan("PROBLEM", { problemCodes: [...problemCodes, ...ignored] });
  if (account === undefined)
    return plan("CREATE", { changes: Object.keys(changes).length === 0 ? null : changes });
  if (Object.keys(changes).length === 0) return plan("UNCHANGED", { problemCodes: ignored });
  return plan("UPDATE", { changes, problemCodes: ignored });
}

/** What the account would have: what the row leaves out stays, null is the value that a new account has. */
function wantedValues(extra: Flat, before: Flat, isNew: boolean, options: ReferenceOptions): Flat {
  const after = { ...before };
  for (const [field, value] of Object.entries(extra)) {
    if (!byThemselves.includes(field)) after[field] = value ?? emptyFlat[field] ?? null;
  }
  if ("role" in extra) after["role"] = extra["role"] ?? "USER";
  else if ((extra["adminRole"] ?? null) !== null) after["role"] = "ADMINISTRATOR";
  const adminRole = "adminRole" in extra ? extra["adminRole"] : before["adminRole"];
  after["adminRole"] = after["role"] === "ADMINISTRATOR" ? (adminRole ?? "BASIC") : null;
  const plans = options.plans ?? [];
  const wanted = extra["plan"] ?? null;
  if (wanted !== null) after["plan"] = plans.find((one) => key(one.name) === key(text(wanted)))?.name ?? null;
  else if (isNew && options.demandsPlan === true)
    after["plan"] = plans.find((one) => one.isDefault && one.enabled)?.name ?? null;
  else if ("plan" in extra) after["plan"] = null;
  return after;
}

const joined = (flat: Flat): string | null =>
  ["givenName", "middleName", "familyName"]
    .flatMap((field) => (flat[field] === null ? [] : [text(flat[field])]))
    .join(" ") || null;

/** What a new account gets though the file does not say it. */
function filledIn(row: ReferenceRow, extra: Flat, after: Flat, options: ReferenceOptions): Flat {
  const named = row.fullName === null ? { fullName: { to: joined(after) ?? row.email?.split("@")[0] } } : {};
  const isDefault =
    (extra["plan"] ?? null) === null && options.demandsPlan === true && after["plan"] !== null;
  return { ...named, ...(isDefault ? { plan: { to: after["plan"] } } : {}) };
}

/** A cell that is empty keeps what the account has. */
function compare(
  row: ReferenceRow,
  extra: Flat,
  account: ReferenceAccount,
  before: Flat,
  after: Flat,
  options: ReferenceOptions,
): Flat {
  const changes: Flat = {};
  const put = (field: string, from: unknown, to: unknown): void => {
    if (JSON.stringify(from) === JSON.stringify(to)) return;
    changes[field] = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  };
  const putList = (field: string, add: string[], remove: string[]): void => {
    if (add.length + remove.length > 0) changes[field] = { add: add.sort(), remove: remove.sort() };
  };
  const follows = account.fullName === joined(before) ? joined(after) : null;
  const derived = "fullName" in extra ? (joined(after) ?? row.email?.split("@")[0] ?? "") : follows;
  put("fullName", account.fullName, row.fullName ?? derived ?? account.fullName);
  const department = row.department ?? ("department" in extra ? null : account.department);
  if (department === null || account.department === null || key(department) !== key(account.department))
    put("department", account.department, department);
  for (const field of Object.keys({ ...emptyFlat, ...after })) {
    if (!lists.includes(field)) put(field, before[field] ?? null, after[field] ?? null);
  }
  if (options.noGroups !== true) {
    const wanted = [...(row.groups ?? []), ...options.groups].map(key);
    const asked = wanted.length > 0 || "groups" in extra;
    const leaves = asked && (options.groupMode === "replace" || "groups" in extra);
    const add = [...new Set(without(wanted, account.groups))];
    putList("groups", add, leaves ? without(account.groups, wanted) : []);
  }
  const addresses = [account.addressKey, ...account.aliasKeys];
  if ("aliases" in extra) putList("aliases", [], [...account.aliasKeys]);
  else putList("aliases", without(row.aliases ?? [], addresses), []);
  const delegates = before["delegates"] as string[];
  if (extra["delegates"] === null) putList("delegates", [], delegates);
  else putList("delegates", without((extra["delegates"] ?? []) as string[], delegates), []);
  return changes;
}

/** What nobody, or not this importer, may do; and what must be there. In the order in which it is told. */
function judge(
  row: ReferenceRow,
  extra: Flat,
  account: ReferenceAccount | undefined,
  before: Flat,
  after: Flat,
  changes: Flat,
  options: ReferenceOptions,
): string[] {
  const actor = options.actorRank ?? 0;
  const given = (field: string): boolean => (extra[field] ?? null) !== null;
  const touches = (field: string): boolean => (account === undefined ? given(field) : field in changes);
  const plan = (options.plans ?? []).find(
    (one) => given("plan") && key(one.name) === key(text(extra["plan"])),
  );
  const [old, wanted] = [rankOf(before), rankOf(after)];
  const isChanged = account !== undefined && Object.keys(changes).length > 0;
  const rules: [string, boolean][] = [
    ["plan.unknown", given("plan") && plan === undefined],
    ["plan.disabled", plan?.enabled === false && touches("plan")],
    [
      "plan.missing",
      account === undefined && options.demandsPlan === true && !given("plan") && after["plan"] === null,
    ],
    ["password.missing", account === undefined && options.demandsPassword === true && !row.hasPassword],
    ["admin-role.forbidden", actor > 0 && "adminRole" in extra && touches("adminRole")],
    ["role.above-yours", wanted < actor && wanted !== old],
    ["role.above-yours", old < actor && isChanged],
    ["role.grant-not-confirmed", wanted < old && options.grantRoles !== true],
    ["account-code.forbidden", actor > 1 && touches("accountCode")],
    ...["passwordNeverExpires", "lockedOut"].map((field): [string, boolean] => [
      "protected-account.forbidden",
      actor > 3 && old <= 3 && field in changes,
    ]),
    ...(account === undefined ? [] : ((extra["$blank"] ?? []) as string[])).map((): [string, boolean] => [
      "row.blank-not-allowed",
      true,
    ]),
  ];
  return rules.flatMap(([code, holds]) => (holds ? [code] : []));
}
