/** What checking a file needs to know of the organisation: its password policy and its mail domains. */
import { readPasswordMinLength, type Queryable } from "@rollcall/db";
import { defaultPasswordPolicy, type PasswordPolicy } from "@rollcall/importer";

export interface CheckPolicy {
  password: PasswordPolicy;
  domains: string[];
}

export async function readPolicy(db: Queryable): Promise<CheckPolicy> {
  const minLength = await readPasswordMinLength(db);
  return {
    password: { ...defaultPasswordPolicy, ...(minLength === null ? {} : { minLength }) },
    // Domains come with the directory screens; until then no address is foreign.
    domains: [],
  };
}
