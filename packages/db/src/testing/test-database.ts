// A fresh, migrated database for one test file. Needs the global set-up of this folder in the vitest config.
import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import "./global-setup";
import { serverUrlOf } from "../server/presence";
import { execute, TEMPLATE } from "./template-server";

/** A database that belongs to one test file alone. */
export interface TestDatabase {
  /** Connection string; its user may do everything. */
  readonly url: string;
  /** Removes the database, ending whatever is still connected to it. */
  drop(): Promise<void>;
}

/**
 * Makes a database with all migrations applied and no rows: a copy of the run's template, so it costs
 * a few hundredths of a second. Call it in `beforeAll` (or before each test that wants one of its own).
 */
export async function testDatabase(): Promise<TestDatabase> {
  const adminUrl = inject("rollcallTestServer") as string | undefined;
  if (adminUrl === undefined) {
    throw new Error(
      'Put "@rollcall/db/testing/global-setup" into globalSetup of this package\'s vitest.config.ts.',
    );
  }
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await execute(adminUrl, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  return {
    url: serverUrlOf(adminUrl, name),
    drop: () => execute(adminUrl, `drop database if exists ${name} with (force)`),
  };
}
