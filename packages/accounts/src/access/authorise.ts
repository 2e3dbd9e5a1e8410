/**
 * Who is really asking, and may they? Looked up in the database on every call, so a role taken away, a disabled account
 * or an ended session counts at once. Every use case calls this first; nothing else decides.
 */
import {
  findActorByAccount,
  findActorBySession,
  touchSession,
  type ActorRow,
  type Queryable,
} from "@rollcall/db";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { may, permissionNeeds, type Permission } from "./permissions";

export interface Actor {
  /** null for the system */
  accountId: bigint | null;
  name: string;
  email: string | null;
  role: "ADMINISTRATOR" | "USER";
  adminRole: ActorRow["adminRole"];
  sessionId: string | null;
  mustChangePassword: boolean;
}

/** Somebody with an account: everybody but the system. */
export interface Person extends Actor {
  accountId: bigint;
  email: string;
}

export const system: Actor = {
  accountId: null,
  name: "Rollcall",
  email: null,
  role: "ADMINISTRATOR",
  adminRole: "MASTER",
  sessionId: null,
  mustChangePassword: false,
};

/**
 * Refuses `not-signed-in` when the claim does not hold (unknown, ended, expired or idle session; disabled, locked or
 * deleted account), `password-change-required` when somebody else chose the password, and `forbidden` when the role does
 * not carry the permission.
 */
export async function authorise(context: Context, permission: Permission): Promise<Result<Actor>> {
  const actor = await findActor(context, context.database);
  if (actor !== null && actor.sessionId !== null) await touchSession(context.database, actor.sessionId);
  return judge(actor, permission);
}

/**
 * The same question inside a transaction, where a lock makes sure that the answer holds until the end of it. For what
 * decides who is an administrator.
 */
export async function authoriseAgain(
  context: Context,
  tx: Queryable,
  permission: Permission,
): Promise<Result<Actor>> {
  return judge(await findActor(context, tx), permission);
}

/** For what belongs to one account: the system has none and is refused. */
export async function authorisePerson(context: Context, permission: Permission): Promise<Result<Person>> {
  const gate = await authorise(context, permission);
  if (!gate.ok) return gate;
  const { accountId, email } = gate.value;
  if (accountId === null || email === null) return refuse({ code: "not-signed-in" });
  return done({ ...gate.value, accountId, email });
}

/** For background work: nobody who can sign in may do it. */
export function authoriseSystem(context: Context): Result<Actor> {
  if (context.principal.kind === "system") return done(system);
  return refuse({ code: "forbidden", need: "Rollcall itself" });
}

function judge(actor: Actor | null, permission: Permission): Result<Actor> {
  if (actor === null) return refuse({ code: "not-signed-in" });
  // The terminal on the server acts for an administrator, without their password.
  if (actor.mustChangePassword && actor.sessionId !== null && permission !== "own") {
    return refuse({ code: "password-change-required" });
  }
  if (!may(actor, permission)) return refuse({ code: "forbidden", need: permissionNeeds[permission] });
  return done(actor);
}

async function findActor(context: Context, db: Queryable): Promise<Actor | null> {
  const { principal } = context;
  switch (principal.kind) {
    case "anonymous":
      return null;
    case "system":
      return system;
    case "operator": {
      const row = await findActorByAccount(db, principal.accountId);
      return row === null ? null : toActor(row, null);
    }
    case "session": {
      const row = await findActorBySession(db, principal.sessionId);
      return row === null ? null : toActor(row, principal.sessionId);
    }
  }
}

function toActor(row: ActorRow, sessionId: string | null): Actor {
  return {
    accountId: row.accountId,
    name: row.name,
    email: row.email,
    role: row.role,
    adminRole: row.adminRole,
    sessionId,
    mustChangePassword: row.mustChangePassword,
  };
}
