/**
 * The door to PostgreSQL: Prisma for single things, a plain pool for bulk work (COPY, set-based SQL). Nothing outside this
 * package sees either; others hold a Database and hand it to the functions of this package.
 */
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient, type Prisma } from "./generated/prisma/client";

declare const opaque: unique symbol;

/** An open transaction; only this package knows what is inside. */
export type Transaction = Prisma.TransactionClient & { readonly [opaque]?: true };

export interface Database {
  /** for this package only */
  readonly prisma: PrismaClient;
  /** for this package only: bulk work */
  readonly pool: pg.Pool;
  readonly url: string;
  /**
   * Runs `work` in one transaction (read committed): commits when it returns, rolls back when it throws.
   * `timeoutMs` bounds the whole, default 15 s.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>, timeoutMs?: number): Promise<T>;
  /** Waits for running queries and closes every connection. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** shown in pg_stat_activity: web, worker, cli */
  name: string;
  /** connections in each of the two pools; default 10 */
  connections?: number;
  /** how long a request waits for one of them, in milliseconds; default 10,000 */
  waitMs?: number;
}

/** Opens lazily: the first query connects. Idle connections that break are dropped, not thrown. */
export function openDatabase(url: string, options: DatabaseOptions): Database {
  const { connections: max = 10, waitMs = 10_000 } = options;
  const application_name = `rollcall ${options.name}`;
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max, application_name, connectionTimeoutMillis: waitMs }),
    transactionOptions: { maxWait: waitMs, timeout: 15_000 },
  });
  const pool = new pg.Pool({ connectionString: url, max, application_name, connectionTimeoutMillis: waitMs });
  // A connection that breaks while idle is replaced by the next query; that query reports what matters.
  pool.on("error", () => undefined);
  return {
    prisma,
    pool,
    url,
    transaction: (work, timeoutMs = 15_000) => prisma.$transaction((tx) => work(tx), { timeout: timeoutMs }),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Either the database itself or an open transaction of it. */
export type Queryable = Database | Transaction;

/** For this package: the Prisma client of either. */
export function clientOf(queryable: Queryable): Prisma.TransactionClient {
  return "prisma" in queryable ? queryable.prisma : queryable;
}
