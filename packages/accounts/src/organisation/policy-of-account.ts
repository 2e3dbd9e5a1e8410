/** Which policy holds for somebody's devices. For use cases that have authorised already; it decides nothing else. */
import { findPolicyOfAccount, type Queryable } from "@rollcall/db";

export interface AppliedPolicy {
  id: bigint;
  name: string;
  /** sentences, in their order */
  rules: string[];
}

/** Of the account's groups, by name, the first that carries a policy decides; else the default policy; else null. */
export async function policyOfAccount(db: Queryable, accountId: bigint): Promise<AppliedPolicy | null> {
  return findPolicyOfAccount(db, accountId);
}
