/** Who the caller is and what they may do, fresh from the database. */
import { findProfile } from "@rollcall/db";
import type { Context } from "../context";
import { loadSettings } from "../organisation/settings";
import { done, refuse, type Result } from "../result";
import { authorisePerson } from "./authorise";
import { permissionsOf } from "./permissions";
import type { Me } from "./types";

/** Refuses `not-signed-in` only. */
export async function whoAmI(context: Context): Promise<Result<Me>> {
  const gate = await authorisePerson(context, "own");
  if (!gate.ok) return gate;
  const { accountId, name, email, role, adminRole, mustChangePassword } = gate.value;
  const [profile, settings] = await Promise.all([
    findProfile(context.database, accountId),
    loadSettings(context.database),
  ]);
  if (profile === null) return refuse({ code: "not-signed-in" });
  return done({
    accountId: String(accountId),
    name,
    email,
    role,
    adminRole: role === "ADMINISTRATOR" ? (adminRole ?? "BASIC") : null,
    organisation: settings["organisation.name"],
    permissions: permissionsOf(gate.value),
    mustChangePassword,
    groups: profile.groups,
    department: profile.department,
    passwordChangedAt: profile.passwordChangedAt,
    hasPassword: profile.hasPassword,
    passwordMinLength: settings["password.minLength"],
  });
}
