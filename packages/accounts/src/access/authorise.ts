/**
 * Who is really asking, and may they? Looked up in the database on every call, so a role taken away, a disabled account
 * or an ended session counts at once. Every use case calls this first; nothing else decides.
 */
import { findActorByAccount, findActorBySession, touchSession, type ActorRow } from "@rollcall/db";
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

const system: Actor = {
  accountId: null,
  name: "Rollcall",
  email: null,
  role: "ADMINISTRATOR",
  adminRole: "MASTER",
  sessionId: null,
  mustChangePassword: false,
};

/**
 * Refuses `not-signed-in` when the claim does not hold (unknown, ended or expired session; disabled, locked or deleted
 * account) and `forbidden` when the role does not carry the permission.
 */
export async function authorise(context: Context, permission: Permission): Promise<Result<Actor>> {
  const actor = await findActor(context);
  if (actor === null) return refuse({ code: "not-signed-in" });
  if (!may(actor, permission)) return refuse({ code: "forbidden", need: permissionNeeds[permission] });
  return done(actor);
}

async function findActor(context: Context): Promise<Actor | null> {
  const { principal, database } = context;
  switch (principal.kind) {
    case "anonymous":
      return null;
    case "system":
      return system;
    case "operator": {
      const row = await findActorByAccount(database, principal.accountId);
      return row === null ? null : toActor(row, null);
    }
    case "session": {
      const row = await findActorBySession(database, principal.sessionId);
      if (row === null) return null;
      await touchSession(database, principal.sessionId);
      return toActor(row, principal.sessionId);
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
