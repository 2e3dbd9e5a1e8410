/**
 * What the SQL of plan-sql.ts must mean, in plain TypeScript: slow, obvious, and used by tests only. When the two disagree,
 * one of them is wrong and the property test says so.
 */

export interface ReferenceAccount {
  id: number;
  addressKey: string;
  aliasKeys: string[];
  administrator: boolean;
  version: number;
  fullName: string;
  department: string | null;
  /** names, whose key is the name in lower case */
  groups: string[];
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
}

export interface ReferenceOptions {
  mode: "create" | "upsert" | "update";
  groupMode: "add" | "replace";
  groups: string[];
  protectAdministrators: boolean;
}

export interface ReferencePlan {
  rowNo: number;
  outcome: "CREATE" | "UPDATE" | "UNCHANGED" | "SKIP" | "PROBLEM";
  reason: "exists" | "missing" | "administrator" | null;
  accountId: number | null;
  changes: Record<string, unknown> | null;
  problemCodes: string[];
}

const key = (text: string): string => text.toLowerCase();

export function planReference(
  rows: readonly ReferenceRow[],
  accounts: readonly ReferenceAccount[],
  options: ReferenceOptions,
): ReferencePlan[] {
  const byPrimary = new Map(accounts.map((account) => [account.addressKey, account]));
  const byAlias = new Map(
    accounts.flatMap((account) => account.aliasKeys.map((alias) => [alias, account] as const)),
  );
  const seen = new Set<string>();
  return rows.map((row) => {
    const address = row.email === null ? null : key(row.email);
    // Of two rows with one address the later carries the problem, whatever else is wrong with either.
    const duplicate = address !== null && seen.has(address);
    if (address !== null) seen.add(address);
    const alias = address === null ? undefined : byAlias.get(address);
    const account = address === null ? undefined : (byPrimary.get(address) ?? alias);
    const plan = (outcome: ReferencePlan["outcome"], rest: Partial<ReferencePlan> = {}): ReferencePlan => ({
      rowNo: row.rowNo,
      outcome,
      reason: null,
      accountId: account?.id ?? null,
      changes: null,
      problemCodes: [],
      ...rest,
    });

    if (duplicate) return plan("PROBLEM", { problemCodes: ["email.duplicate"] });
    if (alias !== undefined) return plan("PROBLEM", { problemCodes: ["email.taken"] });
    if (row.hasError) return plan("PROBLEM");
    if (account === undefined)
      return options.mode === "update" ? plan("SKIP", { reason: "missing" }) : plan("CREATE");
    if (options.mode === "create") return plan("SKIP", { reason: "exists" });
    if (options.protectAdministrators && account.administrator)
      return plan("SKIP", { reason: "administrator" });
    const changes = compare(row, account, options);
    const problemCodes = row.hasPassword ? ["password.ignored"] : [];
    if (Object.keys(changes).length === 0) return plan("UNCHANGED", { problemCodes });
    return plan("UPDATE", { changes, problemCodes });
  });
}

/** A cell that is empty keeps what the account has. */
function compare(
  row: ReferenceRow,
  account: ReferenceAccount,
  options: ReferenceOptions,
): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  if (row.fullName !== null && row.fullName !== account.fullName) {
    changes["fullName"] = { from: account.fullName, to: row.fullName };
  }
  if (
    row.department !== null &&
    key(row.department) !== (account.department === null ? null : key(account.department))
  ) {
    changes["department"] =
      account.department === null ? { to: row.department } : { from: account.department, to: row.department };
  }
  const wanted = [...(row.groups ?? []), ...options.groups];
  const wantedKeys = new Set(wanted.map(key));
  const oldKeys = new Set(account.groups.map(key));
  const add = [...wantedKeys].filter((one) => !oldKeys.has(one)).sort();
  const remove =
    options.groupMode === "replace" ? account.groups.filter((one) => !wantedKeys.has(key(one))).sort() : [];
  if (wanted.length > 0 && add.length + remove.length > 0) changes["groups"] = { add, remove };
  return changes;
}
