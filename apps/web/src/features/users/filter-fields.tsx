"use client";
/** What the list of users can be filtered by, and the words for each value. */
import type { AccountFilters } from "@rollcall/accounts";
import { accountStatuses } from "../pieces/account-status";
import { adminRoleLabels } from "../pieces/role-name";
import { roles, sources, statuses } from "./users-query";

export interface FilterOption {
  value: string;
  label: string;
}

/** A filter with a short list of values. */
export interface ChoiceField {
  name: "status" | "role" | "source";
  label: string;
  options: readonly FilterOption[];
}

export const sourceLabels = { MANUAL: "Manual", IMPORTED: "Imported", DIRECTORY: "Directory" } as const;

export const choiceFields: readonly ChoiceField[] = [
  {
    name: "status",
    label: "Status",
    options: statuses.map((value) => ({ value, label: accountStatuses[value].label })),
  },
  {
    name: "role",
    label: "Role",
    options: roles.map((value) => ({
      value,
      label:
        value === "USER" ? "User" : value === "ADMINISTRATOR" ? "Any administrator" : adminRoleLabels[value],
    })),
  },
  {
    name: "source",
    label: "Source",
    options: sources.map((value) => ({ value, label: sourceLabels[value] })),
  },
];

/** The filters with one of them changed; null takes it away. */
export function withFilter(
  filters: AccountFilters,
  name: keyof AccountFilters,
  value: string | null,
): AccountFilters {
  const { [name]: _, ...others } = filters;
  return value === null ? others : { ...others, [name]: value };
}
