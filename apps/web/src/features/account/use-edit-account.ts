"use client";
/** Saves a change of one account and answers as an InlineEdit wants it: null, or what is wrong in plain words. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { AccountDetails, EditAccountFields } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { describeTrouble } from "../../trpc/error";

export type TextField =
  | "fullName"
  | "givenName"
  | "middleName"
  | "familyName"
  | "username"
  | "email"
  | "phone"
  | "contactEmail"
  | "accountCode"
  | "description"
  | "note"
  | "exchangeDomain"
  | "exchangeUsername";

export function useEditAccount(
  account: AccountDetails,
): (fields: EditAccountFields) => Promise<string | null> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const edit = useMutation(trpc.people.edit.mutationOptions());
  return async (fields) => {
    try {
      await edit.mutateAsync({ accountId: account.id, version: account.version, fields });
      return null;
    } catch (error) {
      return describeTrouble(error).message;
    } finally {
      // Also after a refusal: somebody else may have changed the account, and then its version is new.
      await queries.invalidateQueries();
    }
  };
}
