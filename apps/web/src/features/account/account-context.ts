"use client";
/** The account that a user page shows, for its parts. */
import { createContext, use } from "react";
import type { AccountDetails } from "@rollcall/accounts";

export const AccountContext = createContext<AccountDetails | null>(null);

export function useAccount(): AccountDetails {
  const account = use(AccountContext);
  if (account === null) throw new Error("useAccount needs an AccountFrame around it.");
  return account;
}
