/** What checking a file needs to know of the organisation: its password policy and its mail domains. */
import { readSettings, type Queryable } from "@rollcall/db";

export interface CheckPolicy {
  password: { minLength: number; maxLength: number };
  domains: string[];
}

export async function readPolicy(db: Queryable): Promise<CheckPolicy> {
  const settings = await readSettings(db);
  const minLength = settings["password.minLength"];
  return {
    password: { minLength: typeof minLength === "number" ? minLength : 12, maxLength: 1024 },
    // Domains come with the directory screens; until then no address is foreign.
    domains: [],
  };
}
