/**
 * Outgoing mail as records: written in the transaction that causes it, listed, and taken back while unsent. How one is
 * delivered is in message-delivery.ts.
 */
import type { Queryable, Transaction } from "../client";
import { announceWork } from "../imports/work-signal";
import { execute, query, queryOne } from "./run-sql";

export type StoredMessageState = "QUEUED" | "RETRYING" | "SENT" | "FAILED" | "UNKNOWN" | "CANCELLED";

export interface NewMessage {
  kind: string;
  accountId: bigint | null;
  toAddress: string;
  toName: string;
  data: Record<string, unknown>;
}

/** Queues mails and wakes a worker when the transaction commits. */
export async function insertMessages(tx: Transaction, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await execute(
    tx,
    `INSERT INTO message (kind, account_id, to_address, to_name, data)
     SELECT kind, account_id, to_address, to_name, data
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS e(entry, place),
            jsonb_to_record(e.entry) AS r(kind text, account_id bigint, to_address text, to_name text, data jsonb) ORDER BY place`,
    JSON.stringify(
      messages.map((one) => ({
        kind: one.kind,
        account_id: one.accountId === null ? null : String(one.accountId),
        to_address: one.toAddress,
        to_name: one.toName,
        data: one.data,
      })),
    ),
  );
  await announceWork(tx, "mail");
}

/** Takes back what was not sent yet of these kinds; gives how many. What is being handed over this instant may still arrive. */
export async function cancelMessages(
  tx: Transaction,
  accountIds: readonly bigint[],
  reason: string,
  kinds: readonly string[] | null = null,
): Promise<number> {
  return execute(
    tx,
    `UPDATE message SET state = 'CANCELLED', last_error = $2, sealed_body = NULL
      WHERE account_id = ANY ($1::bigint[]) AND state IN ('QUEUED', 'RETRYING') AND ($3::text[] IS NULL OR kind = ANY ($3))`,
    [...accountIds],
    reason,
    kinds === null ? null : [...kinds],
  );
}

/** How many of a kind were queued for the account within the last hour. */
export async function countRecentMessages(db: Queryable, accountId: bigint, kind: string): Promise<number> {
  const row = await queryOne<{ recent: number }>(
    db,
    `SELECT count(*)::int AS recent FROM message
      WHERE account_id = $1 AND kind = $2 AND created_at > now() - interval '1 hour'`,
    accountId,
    kind,
  );
  return row?.recent ?? 0;
}

export interface MessageRow {
  id: bigint;
  kind: string;
  state: StoredMessageState;
  accountId: bigint | null;
  importId: bigint | null;
  toName: string;
  toAddress: string;
  subject: string | null;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
  nextAttemptAt: Date;
}

const columns = `m.id, m.kind, m.state::text, m.account_id AS "accountId", m.import_id AS "importId", m.to_name AS "toName",
  m.to_address AS "toAddress", m.subject, m.attempts, m.last_error AS "lastError", m.created_at AS "createdAt",
  m.sent_at AS "sentAt", m.next_attempt_at AS "nextAttemptAt"`;

export interface MessageFilter {
  state: StoredMessageState | null;
  importId: bigint | null;
  accountIds: readonly bigint[] | null;
  /** a whole address as it was written to, in any case; another way to match beside `accountIds` */
  address: string | null;
  before: bigint | null;
  limit: number;
}

/** Newest first. Only conditions that are asked for stand in the text, so that each has its index. */
export async function listMessageRows(db: Queryable, filter: MessageFilter): Promise<MessageRow[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${String(values.push(value))}`;
  const where: string[] = [];
  if (filter.state !== null) where.push(`m.state = ${bind(filter.state)}::"MessageState"`);
  if (filter.importId !== null) where.push(`m.import_id = ${bind(filter.importId)}`);
  if (filter.before !== null) where.push(`m.id < ${bind(filter.before)}`);
  const from = messagesOf(filter, bind);
  return query<MessageRow>(
    db,
    `SELECT ${columns} FROM ${from} m ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}
      ORDER BY m.id DESC LIMIT ${bind(filter.limit)}::int`,
    ...values,
  );
}

/**
 * Those of some people, each way of finding them by its own index, and gathered before they are sorted: along all mails the
 * planner would look for them among a million.
 */
function messagesOf(
  { accountIds, address }: Pick<MessageFilter, "accountIds" | "address">,
  bind: (value: unknown) => string,
): string {
  const ways: string[] = [];
  if (accountIds !== null)
    ways.push(`SELECT * FROM message WHERE account_id = ANY (${bind([...accountIds])}::bigint[])`);
  if (address !== null)
    ways.push(
      `SELECT * FROM message WHERE account_id IS NULL AND lower(to_address) = lower(${bind(address)})`,
    );
  // Nobody's mail is somebody's: no mail is in both.
  return ways.length === 0 ? "message" : `(${ways.join(" UNION ALL ")} OFFSET 0)`;
}

export interface StoredMessage extends MessageRow {
  data: unknown;
  providerId: string | null;
  firstTryAt: Date | null;
  sealedBody: Uint8Array | null;
  importFileName: string | null;
  generation: number;
}

export async function findMessage(db: Queryable, id: bigint): Promise<StoredMessage | null> {
  return queryOne<StoredMessage>(
    db,
    `SELECT ${columns}, m.data, m.provider_id AS "providerId", m.first_try_at AS "firstTryAt", m.sealed_body AS "sealedBody",
            i.file_name AS "importFileName", m.generation
       FROM message m LEFT JOIN import i ON i.id = m.import_id WHERE m.id = $1`,
    id,
  );
}

/** Counts by state, over all time; SENT is what is left of the total. */
export async function countMessagesByState(
  db: Queryable,
): Promise<{ states: Record<StoredMessageState, number>; oldestWaitingSince: Date | null }> {
  const rows = await query<{ state: StoredMessageState; count: number }>(
    db,
    `WITH others AS (SELECT state, count(*)::int AS count FROM message WHERE state <> 'SENT' GROUP BY state)
     SELECT state::text, count FROM others
     UNION ALL SELECT 'SENT', (SELECT count(*)::int FROM message) - (SELECT coalesce(sum(count), 0)::int FROM others)`,
  );
  const oldest = await queryOne<{ since: Date | null }>(
    db,
    `SELECT min(created_at) AS since FROM message WHERE state IN ('QUEUED', 'RETRYING')`,
  );
  const states = { QUEUED: 0, RETRYING: 0, SENT: 0, FAILED: 0, UNKNOWN: 0, CANCELLED: 0 };
  for (const row of rows) states[row.state] = row.count;
  return { states, oldestWaitingSince: oldest?.since ?? null };
}

/**
 * Sends it again because a person says so. FAILED, UNKNOWN and CANCELLED become a new mail under a new key; RETRYING is
 * only tried at once. False when its state allows neither, or its reader was removed with the rows of its import.
 */
export async function requeueMessage(tx: Transaction, id: bigint): Promise<boolean> {
  const anew = await execute(
    tx,
    `UPDATE message SET state = 'QUEUED', attempts = 0, generation = generation + 1, first_try_at = NULL, sealed_body = NULL,
            last_error = NULL, provider_id = NULL, next_attempt_at = now()
      WHERE id = $1 AND state IN ('FAILED', 'UNKNOWN', 'CANCELLED') AND to_address <> ''`,
    id,
  );
  const sooner =
    anew === 1
      ? 0
      : await execute(
          tx,
          `UPDATE message SET next_attempt_at = now() WHERE id = $1 AND state = 'RETRYING'`,
          id,
        );
  if (anew + sooner === 0) return false;
  await announceWork(tx, "mail");
  return true;
}
