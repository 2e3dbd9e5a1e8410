// Every process that uses the embedded server holds one idle connection that says so. Whoever leaves last
// stops the server, and a broken one tells that the server went away.
import pg from "pg";
import { isRunning, processSpace } from "./process-identity";
import { SUPERUSER } from "./cluster";

/** One process's sign of presence on the server. */
export interface Presence {
  /** False once the connection broke or was left. */
  isThere(): boolean;
  /** How many other openers are present, in this process or another; those whose process died are not counted. */
  others(): Promise<number>;
  /** Leaves; afterwards the server no longer lists this presence. */
  leave(): Promise<void>;
}

const NAME = "rollcall presence";

/** Address of a database on the embedded server. */
export function serverUrl(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** The same server's address with another database. */
export function serverUrlOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/**
 * Connects and stays. Throws what PostgreSQL answers when it cannot.
 * @param onGone called once when the connection breaks before `leave`
 */
export async function announcePresence(url: string, onGone: () => void): Promise<Presence> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `${NAME} ${process.pid} ${processSpace}`,
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
  });
  let present = true;
  const gone = () => {
    if (!present) return;
    present = false;
    onGone();
  };
  try {
    await client.connect();
  } catch (error) {
    present = false;
    throw error;
  }
  client.on("error", gone);
  client.on("end", gone);
  return {
    isThere: () => present,
    others: () => countOthers(client),
    async leave() {
      if (!present) return;
      present = false;
      await client.end();
    },
  };
}

async function countOthers(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity
      where application_name like '${NAME} %' and pid <> pg_backend_pid()`,
  );
  const present = await Promise.all(rows.map(({ name }) => isProcessThere(name)));
  return present.filter(Boolean).length;
}

/** The server notices the end of a killed process a moment late; we look for ourselves where we can see it. */
async function isProcessThere(name: string): Promise<boolean> {
  const [pid, space] = name.slice(NAME.length + 1).split(" ");
  return space !== processSpace || isRunning(Number(pid));
}
