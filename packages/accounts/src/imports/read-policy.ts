/** What checking and planning a file need to know of the organisation: password policy, mail domains, attributes. */
import { listDomainKeys, readAttributeNames, readPasswordSettings, type Queryable } from "@rollcall/db";
import { defaultPasswordPolicy, type PasswordPolicy } from "@rollcall/importer";

export interface CheckPolicy {
  password: PasswordPolicy;
  /** new accounts of formats that ask for one need a password (setting `password.required`) */
  passwordRequired: boolean;
  /** keys; none = the organisation named no domain, and no address is foreign */
  domains: string[];
  /** names */
  attributes: string[];
}

export async function readPolicy(db: Queryable): Promise<CheckPolicy> {
  const { minLength, required } = await readPasswordSettings(db);
  return {
    password: { ...defaultPasswordPolicy, ...(minLength === null ? {} : { minLength }) },
    passwordRequired: required ?? true,
    domains: await listDomainKeys(db),
    attributes: await readAttributeNames(db),
  };
}
