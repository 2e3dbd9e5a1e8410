/** The four statuses of an account and their numbers in the database (function account_status). */
import type { StatusNumber } from "@rollcall/db";
import type { AccountStatus } from "./types";

const statuses = ["active", "invited", "locked", "disabled"] as const satisfies readonly AccountStatus[];

export function statusOf(number: StatusNumber): AccountStatus {
  return statuses[number];
}

export function statusNumber(status: AccountStatus): StatusNumber {
  switch (status) {
    case "active":
      return 0;
    case "invited":
      return 1;
    case "locked":
      return 2;
    case "disabled":
      return 3;
  }
}
