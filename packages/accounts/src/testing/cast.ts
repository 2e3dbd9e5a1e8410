/** People of every role, each with an open session, for tests of what a role may do. */
import { randomUUID } from "node:crypto";
import { insertSession } from "@rollcall/db";
import type { AdminRole } from "../access/permissions";
import type { Context } from "../context";
import { addAccount } from "../people/add-account";
import type { Result } from "../result";
import type { TestContext } from "./test-context";

/** The value of a result that must not be a refusal. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The refusal's code, or "done". */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? "done" : result.refusal.code;
}

export interface Player {
  id: string;
  email: string;
  name: string;
  context: Context;
}

export type Part = AdminRole | "USER";

let serial = 0;

/** A new account of this role, signed in. */
export async function play(
  given: TestContext,
  part: Part,
  extra: { password?: string } = {},
): Promise<Player> {
  serial += 1;
  const email = `${part.toLowerCase()}${String(serial)}@cast.example`;
  const name = `${part} Number${String(serial)}`;
  const account = value(
    await addAccount(given.context, {
      email,
      fullName: name,
      role: part === "USER" ? "USER" : "ADMINISTRATOR",
      adminRole: part === "USER" ? null : part,
      password: extra.password ?? null,
      sendWelcome: false,
    }),
  );
  // Who is chosen a password by the system need not change it in these tests.
  if (extra.password !== undefined)
    await run(given, "UPDATE account SET must_change_password = false WHERE id = $1", account.id);
  return { id: account.id, email, name, context: await signedIn(given, account.id) };
}

/** A context with a fresh session of the account. */
export async function signedIn(given: TestContext, accountId: string): Promise<Context> {
  const sessionId = randomUUID();
  await insertSession(given.context.database, {
    id: sessionId,
    accountId: BigInt(accountId),
    hours: 8,
    idleMinutes: 30,
    ip: null,
    userAgent: "test",
  });
  return given.as({ kind: "session", sessionId });
}

/** Looks into the database or turns its clock; tests only. */
export async function run<Row extends object = Record<string, unknown>>(
  given: TestContext,
  text: string,
  ...values: unknown[]
): Promise<Row[]> {
  const result = await given.context.database.pool.query<Row>(text, values);
  return result.rows;
}

/** What the audit log says happened to an import, the first event first. */
export async function importActions(given: TestContext, importId: string): Promise<string[]> {
  const events = await run<{ action: string }>(
    given,
    "SELECT action FROM audit_event WHERE import_id = $1 ORDER BY id",
    importId,
  );
  return events.map(({ action }) => action);
}
