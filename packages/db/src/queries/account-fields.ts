/**
 * The fields of one account as a form changes them: read, compared by the caller, written as a patch. Every change raises the
 * version, so that an import's plan sees the drift. Rules are the caller's.
 */
import type { Queryable, Transaction } from "../client";
import { holdAddresses } from "./guards";
import { execute, queryOne } from "./run-sql";

/** Columns that a form may change, with null to empty one; what is left out stays. */
export interface AccountPatch {
  kind?: "PERSON" | "LIST";
  fullName?: string;
  givenName?: string | null;
  middleName?: string | null;
  familyName?: string | null;
  username?: string | null;
  departmentId?: bigint | null;
  planId?: bigint | null;
  phone?: string | null;
  contactEmail?: string | null;
  description?: string | null;
  exchangeDomain?: string | null;
  exchangeUsername?: string | null;
  pop?: boolean | null;
  submit?: boolean | null;
  accountCode?: string | null;
  delegates?: string[];
  enabled?: boolean;
  lockedOut?: boolean;
  mustChangePassword?: boolean;
  passwordNeverExpires?: boolean;
  /** by key; null takes the value away, keys that are not named stay */
  attributes?: ReadonlyMap<string, string | null>;
}

const patchColumns = {
  kind: "kind",
  fullName: "full_name",
  givenName: "given_name",
  middleName: "middle_name",
  familyName: "family_name",
  username: "username",
  departmentId: "department_id",
  planId: "plan_id",
  phone: "phone",
  contactEmail: "contact_email",
  description: "description",
  exchangeDomain: "exchange_domain",
  exchangeUsername: "exchange_username",
  pop: "pop",
  submit: "submit",
  accountCode: "account_code",
  delegates: "delegates",
  enabled: "enabled",
  lockedOut: "locked_out",
  mustChangePassword: "must_change_password",
  passwordNeverExpires: "password_never_expires",
} as const satisfies Record<Exclude<keyof AccountPatch, "attributes">, string>;

const casts: Partial<Record<keyof AccountPatch, string>> = {
  kind: '::"AccountKind"',
  pop: "::boolean",
  submit: "::boolean",
  delegates: "::text[]",
};

/** Writes the patch and raises the version, also when the patch is empty (a change of groups or address). */
export async function updateAccount(tx: Transaction, id: bigint, patch: AccountPatch): Promise<void> {
  const { sets, values } = assignments(patch);
  const all = [...sets, "version = version + 1", "updated_at = now()"].join(", ");
  await execute(tx, `UPDATE account SET ${all} WHERE id = $1`, id, ...values);
}

/** Completes an account that was inserted in the same transaction: its version stays the first. */
export async function completeAccount(tx: Transaction, id: bigint, patch: AccountPatch): Promise<void> {
  const { sets, values } = assignments(patch);
  if (sets.length > 0)
    await execute(tx, `UPDATE account SET ${sets.join(", ")} WHERE id = $1`, id, ...values);
}

/** The values stand from $2 on. */
function assignments(patch: AccountPatch): { sets: string[]; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${String(values.push(value) + 1)}`;
  const sets = Object.entries(patchColumns).flatMap(([name, column]) => {
    const field = name as keyof typeof patchColumns;
    const value = patch[field];
    return value === undefined ? [] : [`${column} = ${bind(value)}${casts[field] ?? ""}`];
  });
  if (patch.attributes !== undefined) {
    const set = [...patch.attributes].filter(([, value]) => value !== null);
    const gone = [...patch.attributes].flatMap(([key, value]) => (value === null ? [key] : []));
    // fromEntries, not assignments: a key may be __proto__.
    const json = bind(JSON.stringify(Object.fromEntries(set)));
    sets.push(`attributes = (attributes - ${bind(gone)}::text[]) || ${json}::jsonb`);
  }
  return { sets, values };
}

/** The fields an edit compares with, as they are. */
export interface EditableRow {
  kind: "PERSON" | "LIST";
  fullName: string;
  givenName: string | null;
  middleName: string | null;
  familyName: string | null;
  username: string | null;
  department: string | null;
  departmentId: bigint | null;
  plan: string | null;
  planId: bigint | null;
  phone: string | null;
  contactEmail: string | null;
  description: string | null;
  /** of the primary address */
  note: string | null;
  exchangeDomain: string | null;
  exchangeUsername: string | null;
  pop: boolean | null;
  submit: boolean | null;
  accountCode: string | null;
  delegates: string[];
  enabled: boolean;
  lockedOut: boolean;
  mustChangePassword: boolean;
  passwordNeverExpires: boolean;
  attributes: { key: string; name: string; value: string }[];
}

/** For a select whose account is `a`: its attributes by their keys, under their names. */
export const attributesOfAccount = `(SELECT coalesce(jsonb_agg(jsonb_build_object(
    'key', e.key, 'name', coalesce(t.name, e.key), 'value', e.value) ORDER BY e.key COLLATE "und-x-icu"), '[]'::jsonb)
  FROM jsonb_each_text(a.attributes) e LEFT JOIN attribute t ON t.name_key = e.key)`;

export async function readEditable(db: Queryable, id: bigint): Promise<EditableRow | null> {
  return queryOne<EditableRow>(
    db,
    `SELECT a.kind::text, a.full_name AS "fullName", a.given_name AS "givenName", a.middle_name AS "middleName",
            a.family_name AS "familyName", a.username, d.name AS department, a.department_id AS "departmentId", s.name AS plan,
            a.plan_id AS "planId", a.phone, a.contact_email AS "contactEmail", a.description, p.note,
            a.exchange_domain AS "exchangeDomain", a.exchange_username AS "exchangeUsername", a.pop, a.submit,
            a.account_code AS "accountCode", coalesce(a.delegates, '{}') AS delegates, a.enabled, a.locked_out AS "lockedOut",
            a.must_change_password AS "mustChangePassword", a.password_never_expires AS "passwordNeverExpires",
            ${attributesOfAccount} AS attributes
       FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary
       LEFT JOIN department d ON d.id = a.department_id LEFT JOIN service_plan s ON s.id = a.plan_id WHERE a.id = $1`,
    id,
  );
}

/** Class of the advisory locks on user names: "user". */
const usernameLock = 0x75736572;

/**
 * Who else of the same mail domain goes by this user name, in any case: it is the part before the @ of its domain (sources/003), so
 * that two domains may share one. Null: nobody does, and until the transaction ends nobody is given it, by hand or by an import.
 */
export async function claimUsername(
  tx: Transaction,
  given: { username: string; domainKey: string; except: bigint },
): Promise<string | null> {
  // Before the name's own lock, as whoever writes an address has it already.
  await holdAddresses(tx);
  await execute(
    tx,
    `SELECT pg_advisory_xact_lock(${String(usernameLock)}::int, hashtext(lower($1) || '@' || $2))`,
    given.username,
    given.domainKey,
  );
  const row = await queryOne<{ name: string }>(
    tx,
    `SELECT a.full_name AS name FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary
      WHERE a.username IS NOT NULL AND lower(a.username) = lower($1) AND split_part(p.key, '@', 2) = $2 AND a.id <> $3
      ORDER BY a.id LIMIT 1`,
    given.username,
    given.domainKey,
    given.except,
  );
  return row?.name ?? null;
}
