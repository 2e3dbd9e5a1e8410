/** A context on a database of its own, for tests of this package. */
import { openDatabase } from "@rollcall/db";
import { testDatabase } from "@rollcall/db/testing";
import type { Context, Principal } from "../context";

export interface TestContext {
  context: Context;
  /** the same database and settings, asked by somebody else */
  as: (principal: Principal) => Context;
  /** every line that was logged */
  logged: string[];
  close: () => Promise<void>;
}

/** As the system (it may do everything) unless `as` says otherwise. Close it at the end. */
export async function openTestContext(): Promise<TestContext> {
  const given = await testDatabase();
  const database = openDatabase(given.url, { name: "test", connections: 8 });
  const logged: string[] = [];
  const log = (message: string, data: Record<string, unknown> = {}): void => {
    logged.push(`${message} ${JSON.stringify(data)}`);
  };
  const context: Context = {
    database,
    principal: { kind: "system" },
    ip: "192.0.2.1",
    userAgent: "test",
    settings: {
      appUrl: "http://localhost:3000",
      secret: "a secret of the tests, long enough",
      importMaxRows: 10_000,
      importMaxBytes: 10_000_000,
    },
    log: { info: log, warn: log, error: log },
  };
  return {
    context,
    as: (principal) => ({ ...context, principal }),
    logged,
    close: async () => {
      await database.close();
      await given.drop();
    },
  };
}
