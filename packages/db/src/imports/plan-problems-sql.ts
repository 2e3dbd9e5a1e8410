/**
 * Problems that only live data show, as pieces of the planner's SQL: who may do what, which plan there is, what must not be
 * empty. `c` is a row with the account it met and what would change; $6 are the PlanRules.
 */

/** A yes or no of PlanRules. */
export const ruleFlag = (name: string): string => `($6::jsonb->>'${name}')::boolean`;
const actorRank = `($6::jsonb->>'actorRank')::int`;

/**
 * A Problem of the importer as JSON. `field` is a flat key by which the column's header is found; `byUsername`: where user names
 * stand for addresses, "email." is told as "username.".
 */
export function problemSql(
  line: string,
  field: string,
  code: string,
  params: string,
  severity: "error" | "info" = "error",
  byUsername = false,
): string {
  const username = (text: string, other: string): string =>
    byUsername
      ? `CASE WHEN ${ruleFlag("byUsername")} THEN '${text.replace(/^email/, "username")}' ELSE ${other} END`
      : other;
  const name = username(field, `'${field}'`);
  return `jsonb_build_object('line', ${line}, 'column', $6::jsonb->'headers'->>${name}, 'field', ${name}::text,
    'code', ${username(code, `'${code}'`)}::text, 'severity', '${severity}', 'params', ${params}, 'fix', NULL)`;
}

/** The words for a role of PRODUCT.md, as packages/accounts says them. */
const roleWords = (rank: string): string =>
  `(ARRAY['Master', 'Migration', 'Super', 'Full', 'Basic', 'Help desk', 'Gateway', 'User'])[${rank} + 1]`;

const changed = (field: string): string => `coalesce(c.changes ? '${field}', false)`;
const given = (field: string): string => `coalesce(c.extra->>'${field}' IS NOT NULL, false)`;
const created = "c.verdict = 'CREATE'";
const nothing = "'{}'::jsonb";

/** [flat key of the field, code, when, params], in the order in which they are told. */
const rules: readonly (readonly [string, string, string, string])[] = [
  [
    "plan",
    "plan.unknown",
    `${given("plan")} AND c.plan_name IS NULL`,
    `jsonb_build_object('value', c.extra->'plan', 'nearest', coalesce($6::jsonb->'nearestPlans'->>(c.extra->>'$plan'), ''))`,
  ],
  [
    "plan",
    "plan.disabled",
    `c.plan_name IS NOT NULL AND NOT c.plan_enabled AND (${created} OR ${changed("plan")})`,
    `jsonb_build_object('value', c.extra->'plan')`,
  ],
  [
    "plan",
    "plan.missing",
    `${created} AND ${ruleFlag("demandsPlan")} AND NOT ${given("plan")} AND c.new_plan IS NULL`,
    nothing,
  ],
  [
    "password",
    "password.missing",
    `${created} AND ${ruleFlag("demandsPassword")} AND NOT c.has_password`,
    nothing,
  ],
  [
    "adminRole",
    "admin-role.forbidden",
    `${actorRank} > 0 AND ${ruleFlag("guardAdminRole")} AND ((${created} AND ${given("adminRole")}) OR ${changed("adminRole")} AND c.extra ? 'adminRole')`,
    nothing,
  ],
  [
    "role",
    "role.above-yours",
    `c.new_rank < ${actorRank} AND c.new_rank <> c.old_rank`,
    `jsonb_build_object('role', ${roleWords("c.new_rank")})`,
  ],
  [
    "role",
    "role.above-yours",
    `c.old_rank < ${actorRank} AND c.changes <> '{}' AND NOT ${created}`,
    `jsonb_build_object('role', ${roleWords("c.old_rank")})`,
  ],
  ["role", "role.grant-not-confirmed", `c.new_rank < c.old_rank AND NOT ${ruleFlag("grantRoles")}`, nothing],
  [
    "accountCode",
    "account-code.forbidden",
    `${actorRank} > 1 AND ((${created} AND ${given("accountCode")}) OR ${changed("accountCode")})`,
    nothing,
  ],
  ...["passwordNeverExpires", "lockedOut"].map(
    (field) =>
      [
        field,
        "protected-account.forbidden",
        `${actorRank} > 3 AND c.old_rank <= 3 AND ${changed(field)}`,
        nothing,
      ] as const,
  ),
];

const places = rules.map(
  ([field, code, holds, params], place) =>
    `SELECT ${String(place)} AS place, ${problemSql("c.line", field, code, params)} AS problem WHERE ${holds}`,
);

const blanks = `SELECT 100 + b.place, jsonb_build_object('line', c.line, 'column', $6::jsonb->'headers'->>b.key,
    'field', CASE WHEN b.key LIKE 'attribute:%' THEN 'attributes' WHEN b.key LIKE 'exchange%' THEN 'exchange' ELSE b.key END,
    'code', 'row.blank-not-allowed', 'severity', 'error', 'params', ${nothing}, 'fix', NULL)
  FROM jsonb_array_elements_text(c.extra->'$blank') WITH ORDINALITY AS b(key, place) WHERE NOT ${created}`;

/** All of them as one array, null when there is none. */
export const otherProblemsSql = `(SELECT jsonb_agg(x.problem ORDER BY x.place) FROM (
  ${[...places, blanks].join("\n  UNION ALL ")}) x)`;
