/**
 * The life of one message on its way out, in short transactions: claimed under a lease, made ready once (the same bytes for
 * every later try), handed over by the caller, and marked. A worker that dies loses its lease, not the message.
 */
import type { Database, Queryable, Transaction } from "../client";
import { execute, queryOne } from "./run-sql";

/** Longer than any transport's own time limits; after it another worker takes the message over, under the same key. */
const leaseSeconds = 60;
/** After this long a provider forgets idempotency keys (24 h): trying again could send twice. */
const giveUpHours = 23;

export interface ClaimedMessage {
  id: bigint;
  kind: string;
  generation: number;
  /** this try's number: later marks carry it, so that a worker that overslept its lease changes nothing */
  attempts: number;
  toName: string;
  toAddress: string;
  importId: bigint | null;
  data: unknown;
  sealedBody: Uint8Array | null;
  /** the database's now */
  now: Date;
  account: {
    id: bigint;
    name: string;
    givenName: string | null;
    email: string;
    enabled: boolean;
    lockedOut: boolean;
    hasPassword: boolean;
    department: string | null;
    groups: string[];
  } | null;
}

/** Due, and not taken by anybody; a message of no import first: nobody who asks for a new password waits behind a file of a million. */
const due = (which: string): string => `(SELECT id FROM message
                   WHERE state IN ('QUEUED', 'RETRYING') AND ${which} next_attempt_at <= now()
                     AND (first_try_at IS NULL OR first_try_at > now() - make_interval(hours => $2::int))
                   ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)`;

/** The message that has been due longest, or null. One whose first try is 23 hours ago becomes UNKNOWN instead. */
export async function claimMessage(db: Database): Promise<ClaimedMessage | null> {
  const claimed = await queryOne<Omit<ClaimedMessage, "account"> & { accountId: bigint | null }>(
    db,
    `UPDATE message SET attempts = attempts + 1, first_try_at = coalesce(first_try_at, now()),
            next_attempt_at = now() + make_interval(secs => $1::int)
      WHERE id = coalesce(${due("import_id IS NULL AND")}, ${due("")})
      RETURNING id, kind, generation, attempts, to_name AS "toName", to_address AS "toAddress", data,
                import_id AS "importId", sealed_body AS "sealedBody", account_id AS "accountId", now()`,
    leaseSeconds,
    giveUpHours,
  );
  if (claimed === null) return null;
  const { accountId, ...message } = claimed;
  const account = accountId === null ? null : await findReader(db, accountId);
  return { ...message, account };
}

async function findReader(db: Queryable, accountId: bigint): Promise<ClaimedMessage["account"]> {
  return queryOne(
    db,
    `SELECT a.id, a.full_name AS name, a.given_name AS "givenName", p.email, a.enabled, a.locked_out AS "lockedOut",
            a.has_password AS "hasPassword", d.name AS department,
            array(SELECT g.name FROM membership m JOIN "group" g ON g.id = m.group_id
                   WHERE m.account_id = a.id ORDER BY g.name_key LIMIT 20) AS groups
       FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary
       LEFT JOIN department d ON d.id = a.department_id WHERE a.id = $1`,
    accountId,
  );
}

/** How many messages are given up in one statement: what counts the mails of an import looks at all rows a statement changed. */
const giveUpAtOnce = 1_000;

/** Messages nobody answered for within 23 hours wait for a person from now on; gives how many. */
export async function giveUpMessages(db: Queryable): Promise<number> {
  let given = 0;
  for (;;) {
    const now = await giveUpSome(db);
    given += now;
    if (now < giveUpAtOnce) return given;
  }
}

async function giveUpSome(db: Queryable): Promise<number> {
  return execute(
    db,
    `UPDATE message SET state = 'UNKNOWN', sealed_body = NULL,
            last_error = coalesce(last_error || ' ', '') || 'It is not known whether it arrived: nobody answered for 23 hours.'
      WHERE id IN (SELECT id FROM message WHERE state IN ('QUEUED', 'RETRYING') AND next_attempt_at <= now()
                      AND first_try_at <= now() - make_interval(hours => $1::int)
                    ORDER BY next_attempt_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    giveUpHours,
    giveUpAtOnce,
  );
}

/**
 * Locks a claimed message that has no body yet; false when it was taken back, or another worker was faster. Call before the
 * link's token is written, in the same transaction as `storeBody`.
 */
export async function lockUnprepared(
  tx: Transaction,
  message: { id: bigint; attempts: number },
): Promise<boolean> {
  const row = await queryOne(
    tx,
    `SELECT 1 FROM message WHERE id = $1 AND attempts = $2 AND state IN ('QUEUED', 'RETRYING') AND sealed_body IS NULL
        FOR UPDATE`,
    message.id,
    message.attempts,
  );
  return row !== null;
}

/** The mail as every try will send it. */
export async function storeBody(
  tx: Transaction,
  message: { id: bigint; toAddress: string; toName: string; subject: string; sealedBody: Uint8Array },
): Promise<void> {
  await execute(
    tx,
    `UPDATE message SET sealed_body = $2, subject = $3, to_address = $4, to_name = $5 WHERE id = $1`,
    message.id,
    message.sealedBody,
    message.subject,
    message.toAddress,
    message.toName,
  );
}

/** A slow server does not cost the lease; false when it is lost already. */
export async function renewLease(db: Queryable, message: { id: bigint; attempts: number }): Promise<boolean> {
  const renewed = await execute(
    db,
    `UPDATE message SET next_attempt_at = now() + make_interval(secs => $3::int)
      WHERE id = $1 AND attempts = $2 AND state IN ('QUEUED', 'RETRYING')`,
    message.id,
    message.attempts,
    leaseSeconds,
  );
  return renewed === 1;
}

/**
 * Counts whatever the number of the try: what was accepted was accepted. A file that was kept with it goes: it is never sent
 * again. Nothing stays of what a mail said whose import keeps its rows no more: `gone` tells that, so that its copy goes as well.
 */
export async function markSent(
  db: Queryable,
  id: bigint,
  providerId: string | null,
  keepBody: boolean,
): Promise<{ gone: boolean }> {
  const marked = await queryOne<{ gone: boolean }>(
    db,
    `UPDATE message m SET state = 'SENT', sent_at = now(), provider_id = $2, last_error = NULL, data = data - 'file',
            sealed_body = CASE WHEN $3 AND NOT ${goneSql} THEN sealed_body END
      WHERE id = $1 AND state <> 'SENT' RETURNING $3 AND ${goneSql} AS gone`,
    id,
    providerId,
    keepBody,
  );
  return { gone: marked?.gone ?? false };
}

const goneSql = `EXISTS (SELECT FROM import i WHERE i.id = m.import_id AND i.redacted_at IS NOT NULL)`;

/** Never tried again by itself. */
export async function markEnded(
  db: Queryable,
  message: { id: bigint; attempts: number },
  state: "FAILED" | "CANCELLED",
  reason: string,
): Promise<void> {
  await execute(
    db,
    `UPDATE message SET state = $3::"MessageState", last_error = $4, sealed_body = NULL
      WHERE id = $1 AND attempts = $2 AND state IN ('QUEUED', 'RETRYING')`,
    message.id,
    message.attempts,
    state,
    reason,
  );
}

/** To be tried again after so many seconds. */
export async function markRetrying(
  db: Queryable,
  message: { id: bigint; attempts: number },
  reason: string,
  seconds: number,
): Promise<void> {
  await execute(
    db,
    `UPDATE message SET state = 'RETRYING', last_error = $3, next_attempt_at = now() + make_interval(secs => $4::int)
      WHERE id = $1 AND attempts = $2 AND state IN ('QUEUED', 'RETRYING')`,
    message.id,
    message.attempts,
    reason,
    seconds,
  );
}
