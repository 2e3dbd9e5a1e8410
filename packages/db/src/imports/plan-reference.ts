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
  decision?: "skip" | "link" | null;
  linkAccountId?: number | null;
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
  /** addresses are made of user names: problems speak of those */
  byUsername?: boolean;
  actorRank?: number;
  grantRoles?: boolean;
  /** the file is the member list of `groups` */
  memberList?: boolean;
}

export interface ReferencePlan {
  rowNo: number;
  outcome: "CREATE" | "UPDATE" | "UNCHANGED" | "SKIP" | "PROBLEM";
  reason: "exists" | "missing" | "administrator" | "dropped" | null;
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
  const ground = relate(rows, accounts, options);
  const plans = holdMasters(
    rows.map((row) => planRow(row, ground, options)),
    accounts,
  );
  settleMoves(plans, ground);
  if (options.byUsername !== true) return plans;
  const told = (code: string): string => code.replace(/^email\.(?=duplicate|taken)/u, "username.");
  return plans.map((plan) => ({ ...plan, problemCodes: plan.problemCodes.map(told) }));
}

/** An alias that one row takes and another gives up: the account's row empties its aliases, or lists others. */
interface Move {
  taker: ReferenceRow;
  giver: ReferenceRow;
  key: string;
  holder: ReferenceAccount;
  cleared: boolean;
}

/** What rows have to do with each other and with the accounts. */
interface Ground {
  accounts: readonly ReferenceAccount[];
  /** by key, the first row that claims it */
  claims: Map<string, ReferenceRow>;
  /** by user name and domain, the first row that gives it */
  names: Map<string, ReferenceRow>;
  /** by account, the first row that means it */
  meanings: Map<number, ReferenceRow>;
  moves: Move[];
}

const addressOf = (row: ReferenceRow): string | null => (row.email === null ? null : key(row.email));
const otherKeys = (row: ReferenceRow): string[] =>
  (row.aliases ?? []).map(key).filter((alias) => alias !== addressOf(row));
const claimsOf = (row: ReferenceRow): string[] => [row.email ?? [], ...otherKeys(row)].flat().map(key);
const holderOf = (accounts: readonly ReferenceAccount[], one: string | null): ReferenceAccount | undefined =>
  accounts.find((account) => one !== null && [account.addressKey, ...account.aliasKeys].includes(one));

const domainOf = (address: string): string => address.slice(address.indexOf("@") + 1);

/** The user name that a row gives, with the domain of its account: it is unique there, whatever the case (PRODUCT.md, control-panel). */
function nameOf(row: ReferenceRow, accounts: readonly ReferenceAccount[]): string | null {
  const username = text(row.extra?.["username"]);
  const address = row.decision === "link" ? meantBy(row, accounts)?.addressKey : addressOf(row);
  return username === "" || (address ?? null) === null ? null : `${key(username)}@${domainOf(address ?? "")}`;
}

/** Of two rows with one user name the later carries the problem. What an account is called already it may be called on. */
function judgeName(row: ReferenceRow, account: ReferenceAccount | undefined, ground: Ground): string[] {
  const name = nameOf(row, ground.accounts);
  const calledOf = (one: ReferenceAccount): string =>
    `${key(text(one.flat?.["username"]))}@${domainOf(one.addressKey)}`;
  if (
    name === null ||
    (account !== undefined && key(text(account.flat?.["username"])) === name.split("@")[0])
  )
    return [];
  if (ground.names.get(name) !== row) return ["username.duplicate"];
  const isTaken = ground.accounts.some((one) => one.id !== account?.id && calledOf(one) === name);
  return isTaken ? ["username.taken"] : [];
}

/** The account it is linked to, else the one whose primary address it has. */
function meantBy(row: ReferenceRow, accounts: readonly ReferenceAccount[]): ReferenceAccount | undefined {
  return row.decision === "link"
    ? accounts.find((account) => account.id === row.linkAccountId)
    : accounts.find((account) => account.addressKey === addressOf(row));
}

function relate(
  all: readonly ReferenceRow[],
  accounts: readonly ReferenceAccount[],
  options: ReferenceOptions,
): Ground {
  const rows = all.filter((row) => row.decision !== "skip");
  const claims = new Map<string, ReferenceRow>();
  const meanings = new Map<number, ReferenceRow>();
  const names = new Map<string, ReferenceRow>();
  for (const row of rows) {
    const name = nameOf(row, accounts);
    if (name !== null && !names.has(name)) names.set(name, row);
    for (const one of claimsOf(row)) if (!claims.has(one)) claims.set(one, row);
    const meant = meantBy(row, accounts);
    if (meant !== undefined && !meanings.has(meant.id)) meanings.set(meant.id, row);
  }
  const moves = [...claims].flatMap(([one, taker]): Move[] => {
    const holder = holderOf(accounts, one);
    const giver = holder === undefined ? undefined : meanings.get(holder.id);
    if (holder === undefined || holder.addressKey === one || giver === undefined || giver === taker)
      return [];
    const cleared = "aliases" in (giver.extra ?? {});
    const lists = giver.aliases !== null && giver.aliases !== undefined;
    const gives = (cleared || lists) && !claimsOf(giver).includes(one) && !giver.hasError;
    const isChanged = options.mode !== "create" || giver.decision === "link";
    return gives && isChanged && meantBy(taker, accounts) !== holder
      ? [{ taker, giver, key: one, holder, cleared }]
      : [];
  });
  return { accounts, claims, names, meanings, moves };
}

/** Whoever loses the last Master loses no Master: all of them are held. */
function holdMasters(plans: ReferencePlan[], accounts: readonly ReferenceAccount[]): ReferencePlan[] {
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

/** Planned as if every alias moved: who takes what is not given up has a problem, and what nobody takes stays. */
function settleMoves(plans: ReferencePlan[], { moves }: Ground): void {
  const planOf = (row: ReferenceRow): ReferencePlan | undefined =>
    plans.find((plan) => plan.rowNo === row.rowNo);
  let failed: Move[] = [];
  for (;;) {
    const gone = moves.filter(
      ({ giver }) => planOf(giver)?.outcome !== "UPDATE" || failed.some(({ taker }) => taker === giver),
    );
    if (gone.length === failed.length) break;
    failed = gone;
  }
  for (const row of new Set(failed.map(({ taker }) => taker))) {
    const plan = planOf(row);
    if (plan?.outcome !== "CREATE" && plan?.outcome !== "UPDATE") continue;
    const lost = failed.filter(({ taker }) => taker === row).sort((a, b) => (a.key < b.key ? -1 : 1));
    const own = lost.find((move) => move.key === addressOf(row));
    const codes = lost.filter((move) => move !== own).map(() => "alias.taken");
    plan.problemCodes = [...(own === undefined ? [] : ["email.taken"]), ...codes];
    if (plan.outcome === "CREATE") plan.accountId = own?.holder.id ?? null;
    plan.outcome = "PROBLEM";
    plan.changes = null;
  }
  for (const { taker, giver, key: one, cleared } of moves) {
    const [plan, outcome] = [planOf(giver), planOf(taker)?.outcome ?? ""];
    const change = plan?.changes?.["aliases"] as { add: string[]; remove: string[] } | undefined;
    if (
      cleared ||
      plan?.outcome !== "UPDATE" ||
      change === undefined ||
      ["CREATE", "UPDATE"].includes(outcome)
    )
      continue;
    change.remove = change.remove.filter((email) => email !== one);
    if (change.add.length + change.remove.length === 0) delete plan.changes?.["aliases"];
    if (Object.keys(plan.changes ?? {}).length === 0)
      Object.assign(plan, { outcome: "UNCHANGED", changes: null });
  }
}

function planRow(given: ReferenceRow, ground: Ground, options: ReferenceOptions): ReferencePlan {
  let row = given;
  const { accounts, claims, meanings, moves } = ground;
  const address = addressOf(row);
  const isLinked = row.decision === "link";
  const takes = (one: string): boolean => moves.some((move) => move.taker === row && move.key === one);
  const holder = address === null || takes(address) ? undefined : holderOf(accounts, address);
  const account = isLinked ? meantBy(row, accounts) : row.decision === "skip" ? undefined : holder;
  const plan = (outcome: ReferencePlan["outcome"], rest: Partial<ReferencePlan> = {}): ReferencePlan => ({
    ...{ rowNo: row.rowNo, outcome, reason: null, accountId: account?.id ?? null, changes: null },
    problemCodes: [],
    ...rest,
  });
  if (row.decision === "skip") return plan("SKIP", { reason: "dropped" });
  // Of two rows with one address, as their own or as an alias, the later carries the problem, whatever else is wrong with either.
  const own = isLinked ? row.linkAccountId : holder?.id;
  const aliasCodes = otherKeys(row)
    .sort()
    .flatMap((alias) => {
      if (claims.get(alias) !== row) return ["alias.duplicate"];
      const held = holderOf(accounts, alias);
      return held !== undefined && held.id !== own && !takes(alias) ? ["alias.taken"] : [];
    });
  // Where user names stand for addresses, an account that is there keeps its own.
  const keepsName = options.byUsername === true && account !== undefined;
  const nameCodes = keepsName ? [] : judgeName(row, account, ground);
  // Where the user name is the address, what is wrong with the one is wrong with the other, and told once.
  const others = (code: string): string[] =>
    options.byUsername === true && code.startsWith("email.") ? aliasCodes : [...nameCodes, ...aliasCodes];
  const problem = (code: string): ReferencePlan => plan("PROBLEM", { problemCodes: [code, ...others(code)] });
  if (address !== null && claims.get(address) !== row) return problem("email.duplicate");
  const meant = meantBy(row, accounts);
  if (meant !== undefined && meanings.get(meant.id) !== row) return problem("link.duplicate");
  if (isLinked && account === undefined) return problem("link.gone");
  if (holder !== undefined && (isLinked ? holder !== account : holder.addressKey !== address))
    return problem("email.taken");
  if (row.hasError || nameCodes.length + aliasCodes.length > 0)
    return plan("PROBLEM", { problemCodes: [...nameCodes, ...aliasCodes] });
  if (account === undefined && options.mode === "update") return plan("SKIP", { reason: "missing" });
  // Where the file is a member list, mode create puts those it passes over into the groups, and changes nothing else.
  const joins = account !== undefined && options.mode === "create" && !isLinked;
  if (joins && options.memberList !== true) return plan("SKIP", { reason: "exists" });
  const before: Flat = { ...emptyFlat, ...account?.flat };
  if (account !== undefined && options.protectAdministrators && before["role"] === "ADMINISTRATOR")
    return plan("SKIP", { reason: joins ? "exists" : "administrator" });
  if (joins)
    row = {
      ...row,
      fullName: null,
      department: null,
      groups: [],
      hasPassword: false,
      aliases: null,
      extra: null,
    };

  const note = joins ? null : (options.note ?? null);
  const extra: Flat = note === null ? (row.extra ?? {}) : { note, ...(row.extra ?? {}) };
  const chosen = joins ? { ...options, groupMode: "add" as const } : options;
  const after = wantedValues(extra, before, account === undefined, options);
  const moved = moves.filter((move) => move.giver === given).map((move) => move.key);
  const changes =
    account === undefined
      ? filledIn(row, extra, after, options)
      : compare(row, extra, account, before, after, chosen, moved);
  const problemCodes = judge(row, extra, account, before, after, changes, options);
  const ignored = account !== undefined && row.hasPassword ? ["password.ignored"] : [];
  if (problemCodes.length > 0) return plan("PROBLEM", { problemCodes: [...problemCodes, ...ignored] });
  if (account === undefined)
    return plan("CREATE", { changes: Object.keys(changes).length === 0 ? null : changes });
  if (Object.keys(changes).length > 0) return plan("UPDATE", { changes, problemCodes: ignored });
  return joins ? plan("SKIP", { reason: "exists" }) : plan("UNCHANGED", { problemCodes: ignored });
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
  moved: string[],
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
    // A user name that makes the address names the account, as an address does; elsewhere it is a text like others.
    if (field === "username" && options.byUsername === true) continue;
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
  const own = row.decision === "link" && row.email !== null ? [row.email] : [];
  const leaves = "aliases" in extra ? without(account.aliasKeys, own) : moved;
  putList("aliases", without([...new Set([...(row.aliases ?? []), ...own])], addresses), leaves);
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
