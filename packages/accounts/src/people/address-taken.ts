/** The refusal for an address that another account has, naming whose it is. */
import { findAddressHolder, type Transaction } from "@rollcall/db";
import { refuse, type Result } from "../result";

/** Asked in the same transaction: a second connection would have to wait for those that are waiting for this one. */
export async function addressTaken(
  tx: Transaction,
  address: { key: string; email: string },
): Promise<Result<never>> {
  const holder = await findAddressHolder(tx, address.key);
  return refuse({ code: "address-taken", address: address.email, by: holder?.name ?? null });
}
