/** The refusal for an address that another account has, naming whose it is. */
import { findAddressHolder } from "@rollcall/db";
import type { Context } from "../context";
import { refuse, type Result } from "../result";

export async function addressTaken(
  context: Context,
  address: { key: string; email: string },
): Promise<Result<never>> {
  const holder = await findAddressHolder(context.database, address.key);
  return refuse({ code: "address-taken", address: address.email, by: holder?.name ?? null });
}
