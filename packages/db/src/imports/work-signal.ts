/**
 * Tells workers that there is something to do (NOTIFY) and lets them listen. A signal only wakes; what is true stands in
 * the tables, so a lost signal costs a few seconds and nothing else.
 */
import pg from "pg";
import { clientOf, type Database, type Queryable } from "../client";

export type WorkKind = "plan" | "commit" | "mail" | "passwords";

const channel = "rollcall_work";
const kinds = ["plan", "commit", "mail", "passwords"] as const satisfies readonly WorkKind[];

/** In a transaction the signal is sent when it commits. */
export async function announceWork(db: Queryable, kind: WorkKind): Promise<void> {
  await clientOf(db).$executeRawUnsafe(`SELECT pg_notify('${channel}', $1)`, kind);
}

export const announceWorkSql = `SELECT pg_notify('${channel}', $1)`;

/**
 * Calls `onWork` for every signal. `onLost` is called once when the connection breaks; the caller listens again when it
 * is ready (and looks at the tables then).
 */
export async function listenForWork(
  database: Database,
  onWork: (kind: WorkKind) => void,
  onLost: (reason: Error) => void,
): Promise<{ close(): Promise<void> }> {
  const client = new pg.Client({
    connectionString: database.url,
    application_name: "rollcall listener",
    keepAlive: true,
  });
  let closed = false;
  client.on("error", (error) => {
    if (!closed) onLost(error);
    closed = true;
  });
  client.on("notification", (message) => {
    const kind = kinds.find((one) => one === message.payload);
    if (kind !== undefined) onWork(kind);
  });
  await client.connect();
  await client.query(`LISTEN ${channel}`);
  return {
    close: async () => {
      closed = true;
      await client.end();
    },
  };
}
