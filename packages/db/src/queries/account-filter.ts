/**
 * The conditions of a list of accounts as SQL over `account a`: constant text and parameters. Only conditions that are asked
 * for stand in the text, so that the planner sees which index serves.
 */
import type { AccountRole, StoredAdminRole } from "./accounts";

export type StatusNumber = 0 | 1 | 2 | 3;

export interface AccountFilter {
  /** as the function account_status says: active 0, invited 1, locked 2, disabled 3 */
  status: StatusNumber | null;
  role: AccountRole | null;
  adminRole: StoredAdminRole | null;
  source: "MANUAL" | "IMPORTED" | "DIRECTORY" | null;
  /** "none": without a department */
  departmentId: bigint | "none" | null;
  groupId: bigint | null;
  /** a service plan */
  planId: bigint | null;
  importId: bigint | null;
}

/** Everybody. */
export const noFilter: AccountFilter = {
  status: null,
  role: null,
  adminRole: null,
  source: null,
  departmentId: null,
  groupId: null,
  planId: null,
  importId: null,
};

/** Collects the parameters of one statement. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Gives the placeholder. */
  bind(value: unknown): string {
    return `$${String(this.values.push(value))}`;
  }
}

export const statusSql = "account_status(a.enabled, a.locked_out, a.has_password, a.kind)";

/**
 * Conditions to be joined by AND; none when nothing is filtered. `of` "each": for accounts that are judged one by one, where the
 * planner must not gather all members of a group first.
 */
export function filterSql(filter: AccountFilter, p: Parameters, of: "all" | "each" = "all"): string[] {
  const { status, role, adminRole, source, departmentId, groupId, planId, importId } = filter;
  const where: string[] = [];
  if (status !== null) where.push(`${statusSql} = ${p.bind(status)}::int`);
  // As literals: the partial indexes of administrators and sources only serve when the planner sees the value.
  if (role !== null) where.push(`a.role = '${role}'`);
  if (adminRole !== null) {
    where.push(
      `a.role = 'ADMINISTRATOR' AND coalesce(a.admin_role, 'BASIC') = ${p.bind(adminRole)}::"AdminRole"`,
    );
  }
  if (source !== null) where.push(`a.source = '${source}'`);
  if (departmentId === "none") where.push("a.department_id IS NULL");
  else if (departmentId !== null) where.push(`a.department_id = ${p.bind(departmentId)}::bigint`);
  if (groupId !== null) {
    const found = `FROM membership m WHERE m.account_id = a.id AND m.group_id = ${p.bind(groupId)}::bigint`;
    where.push(of === "each" ? `coalesce((SELECT true ${found}), false)` : `EXISTS (SELECT ${found})`);
  }
  if (planId !== null) where.push(`a.plan_id = ${p.bind(planId)}::bigint`);
  if (importId !== null) where.push(`a.created_import_id = ${p.bind(importId)}::bigint`);
  return where;
}

/**
 * Every word of a search begins a word of the name, or every one begins a word of one address (search_words in the
 * migrations). `words` are as search_words makes them: without quotes and backslashes.
 */
export function tsqueryOf(words: readonly string[]): string {
  return words.map((word) => `'${word}':*`).join(" & ");
}

/** The search as a condition on one row: for lists that are walked in their order. */
export function searchSql(words: readonly string[], p: Parameters): string {
  const q = `${p.bind(tsqueryOf(words))}::text::tsquery`;
  const glances = words.map((word) => [p.bind(word), p.bind(Array.from(word)[0] ?? "")] as const);
  const holds = (text: string): string =>
    `${glances.map(([word, first]) => glanceSql(text, word, first)).join(" AND ")} AND search_words(${text}) @@ ${q}`;
  // Not EXISTS: the planner would first gather all addresses that match, half a million of them for a domain's name.
  return `((${holds("a.full_name")}) OR (SELECT bool_or(${holds("s.key")}) FROM address s WHERE s.account_id = a.id))`;
}

/**
 * False only where no word of the text begins with this one, at a tenth of the cost of making the words: of ASCII, search_words only
 * makes letters small, so it must stand there as it is; of anything else its first letter must, once marks and other letters are folded.
 */
function glanceSql(text: string, word: string, first: string): string {
  return `CASE WHEN octet_length(${text}) = char_length(${text}) THEN strpos(lower(${text} COLLATE "C"), ${word}::text) > 0
    ELSE strpos(translate(lower(normalize(${text}, NFKD)), 'ßæøłđıð', 'saoldid'), ${first}::text) > 0 END`;
}

/** What filters and orders ask of an account. */
const filtered = [
  ...["id", "full_name", "kind", "source", "role", "admin_role", "enabled", "locked_out", "has_password"],
  ...["department_id", "plan_id", "created_import_id", "created_at", "last_seen_at"],
];

/**
 * The search as accounts out of its two indexes: statements for WITH, and what stands for `account` then. Two tables of at most
 * `most` (a placeholder) each: `named`, with all that is asked of them, so that nobody is fetched twice, and of `addressed` those whose names do not say it.
 */
export function hitsSql(
  words: readonly string[],
  p: Parameters,
  most: string,
): { named: string; addressed: string; from: string } {
  const q = `${p.bind(tsqueryOf(words))}::text::tsquery`;
  const columns = filtered.map((column) => `a.${column}`).join(", ");
  return {
    named: `SELECT ${columns} FROM account a WHERE search_words(a.full_name) @@ ${q} LIMIT ${most}`,
    addressed: `SELECT account_id AS id FROM address WHERE search_words(key) @@ ${q} LIMIT ${most}`,
    // OFFSET 0: one by one off the key; the planner would rather read all accounts for the few that are left.
    from: `(SELECT n.* FROM named n
        UNION ALL SELECT o.* FROM (SELECT id FROM addressed EXCEPT SELECT id FROM named) x
          CROSS JOIN LATERAL (SELECT ${columns} FROM account a WHERE a.id = x.id OFFSET 0) o)`,
  };
}
