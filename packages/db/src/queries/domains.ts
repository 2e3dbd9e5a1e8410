/**
 * Mail domains of the organisation, and the accounts whose primary address is in one. An account belongs to a domain by its
 * address alone: nothing of it is stored here.
 */
import type { Queryable, Transaction } from "../client";
import { query, queryOne, execute } from "./run-sql";

export type StoredRecipientValidation = "NONE" | "KNOWN_ADDRESSES" | "DIRECTORY_USERS";

export interface DomainRow {
  id: bigint;
  name: string;
  domainKey: string;
  recipientValidation: StoredRecipientValidation;
  /** accounts whose primary address is in it */
  accounts: number;
  createdAt: Date;
}

const columns = `n.id, n.name, n.domain_key AS "domainKey", n.recipient_validation::text AS "recipientValidation",
  n.created_at AS "createdAt"`;

/** What comes behind the @ of an address's key, which has exactly one. */
const domainOfKey = "split_part(p.key, '@', 2)";

/** By name. One pass over the addresses counts the accounts of all domains. */
export async function listDomains(db: Queryable): Promise<DomainRow[]> {
  return query<DomainRow>(
    db,
    `WITH used AS (SELECT ${domainOfKey} AS domain, count(*)::int AS accounts FROM address p WHERE p.is_primary GROUP BY 1)
     SELECT ${columns}, coalesce(u.accounts, 0) AS accounts FROM domain n LEFT JOIN used u ON u.domain = n.domain_key
      ORDER BY n.domain_key`,
  );
}

export async function findDomain(db: Queryable, id: bigint): Promise<DomainRow | null> {
  return queryOne<DomainRow>(
    db,
    `SELECT ${columns}, (SELECT count(*)::int FROM address p WHERE p.is_primary AND ${domainOfKey} = n.domain_key) AS accounts
       FROM domain n WHERE n.id = $1`,
    id,
  );
}

/** The keys of all of them, in their order; none = the organisation named no domain, and no address is foreign. */
export async function listDomainKeys(db: Queryable): Promise<string[]> {
  const rows = await query<{ key: string }>(db, `SELECT domain_key AS key FROM domain ORDER BY domain_key`);
  return rows.map((row) => row.key);
}

/** Null when there is one with that key. */
export async function insertDomain(
  tx: Transaction,
  domain: { name: string; domainKey: string; recipientValidation: StoredRecipientValidation },
): Promise<bigint | null> {
  const row = await queryOne<{ id: bigint }>(
    tx,
    `INSERT INTO domain (name, domain_key, recipient_validation) VALUES ($1, $2, $3::"RecipientValidation")
     ON CONFLICT (domain_key) DO NOTHING RETURNING id`,
    domain.name,
    domain.domainKey,
    domain.recipientValidation,
  );
  return row?.id ?? null;
}

/** Null when there is none. */
export async function lockDomain(
  tx: Transaction,
  id: bigint,
): Promise<{ name: string; domainKey: string; recipientValidation: StoredRecipientValidation } | null> {
  return queryOne(
    tx,
    `SELECT n.name, n.domain_key AS "domainKey", n.recipient_validation::text AS "recipientValidation"
       FROM domain n WHERE n.id = $1 FOR UPDATE`,
    id,
  );
}

export async function writeRecipientValidation(
  tx: Transaction,
  id: bigint,
  validation: StoredRecipientValidation,
): Promise<void> {
  await execute(
    tx,
    `UPDATE domain SET recipient_validation = $2::"RecipientValidation" WHERE id = $1`,
    id,
    validation,
  );
}

/** Its accounts stay. */
export async function deleteDomain(tx: Transaction, id: bigint): Promise<void> {
  await execute(tx, `DELETE FROM domain WHERE id = $1`, id);
}

export interface HostedUserRow {
  email: string;
  fullName: string;
  department: string | null;
  groups: string[];
  role: "ADMINISTRATOR" | "USER";
}

const batch = 5_000;

/**
 * Accounts of the domain that no directory vouches for, by address, as they are consumed. One pass through a cursor: asked
 * for page by page, PostgreSQL would look through everybody for each.
 */
export async function* streamHostedUsers(
  tx: Transaction,
  domainKey: string,
): AsyncGenerator<HostedUserRow[]> {
  await execute(
    tx,
    `DECLARE hosted_users NO SCROLL CURSOR FOR
     SELECT p.email, a.full_name AS "fullName", d.name AS department, a.role::text,
            ARRAY(SELECT g.name FROM membership m JOIN "group" g ON g.id = m.group_id
                   WHERE m.account_id = a.id ORDER BY g.name_key) AS groups
       FROM address p JOIN account a ON a.id = p.account_id LEFT JOIN department d ON d.id = a.department_id
      WHERE p.is_primary AND ${domainOfKey} = $1 AND a.source <> 'DIRECTORY' ORDER BY p.key`,
    domainKey,
  );
  for (;;) {
    const rows = await query<HostedUserRow>(tx, `FETCH ${String(batch)} FROM hosted_users`);
    if (rows.length === 0) break;
    yield rows;
  }
  await execute(tx, `CLOSE hosted_users`);
}

/** The most groups that one of them is in. */
export async function countMostGroupsOfDomain(db: Queryable, domainKey: string): Promise<number> {
  const row = await queryOne<{ most: number }>(
    db,
    `SELECT coalesce(max((SELECT count(*)::int FROM membership m WHERE m.account_id = p.account_id)), 0) AS most
       FROM address p JOIN account a ON a.id = p.account_id
      WHERE p.is_primary AND ${domainOfKey} = $1 AND a.source <> 'DIRECTORY'`,
    domainKey,
  );
  return row?.most ?? 0;
}

/** Until the transaction ends nobody gets another address or group, so that a file of them is one moment's. */
export async function holdAddressesAndMemberships(tx: Transaction): Promise<void> {
  await execute(tx, `LOCK TABLE address, membership IN SHARE MODE`);
}
