/** Whether a plan changes so much of what exists that its confirmation takes the number and the password. Pure. */
import type { OrganisationSettings } from "../organisation/settings";

export interface GuardFigures {
  /** accounts that the plan makes */
  created: number;
  /** existing accounts that it changes */
  changed: number;
  /** accounts that exist; 0 where nobody asked */
  accounts: number;
  /** existing administrators among the changed */
  administrators: number;
  /** accounts that it makes administrators, new or not */
  administratorsMade: number;
  /** memberships that end, by rows and outside the file */
  removals: number;
  /** false: made by an older version, which counted neither administrators nor the memberships that rows end */
  counted: boolean;
}

export interface GuardLimits {
  /** in percent of the existing accounts */
  changedShare: number;
  changedAccounts: number;
  removals: number;
  administrators: boolean;
}

export interface ImportGuard {
  /** what has to be typed: the accounts that are created or changed; where there are none, the memberships that end */
  number: number;
  of: "accounts" | "memberships";
  /** plain sentences, at least one */
  reasons: string[];
  /** all that is over a limit is that it makes administrators: whoever said yes to those at the terminal need not type the number too */
  onlyGrants: boolean;
}

/** As the settings `guard.*` say. */
export function guardLimits(
  settings: Pick<
    OrganisationSettings,
    "guard.changedShare" | "guard.changedAccounts" | "guard.removals" | "guard.administrators"
  >,
): GuardLimits {
  return {
    changedShare: settings["guard.changedShare"],
    changedAccounts: settings["guard.changedAccounts"],
    removals: settings["guard.removals"],
    administrators: settings["guard.administrators"],
  };
}

/** A share says nothing about a handful of people: it counts from so many changed accounts upward. */
export const leastForShare = 10;

/** Null: nothing is over its limit, and the button is enough. */
export function judgeGuards(figures: GuardFigures, limits: GuardLimits): ImportGuard | null {
  const reasons = [
    ...judgeChanged(figures, limits),
    ...judgeAdministrators(figures, limits),
    ...judgeRemovals(figures, limits),
  ];
  const grants = judgeGrants(figures, limits);
  if (reasons.length + grants.length === 0) return null;
  const asked = { reasons: [...reasons, ...grants], onlyGrants: reasons.length === 0 };
  const accounts = figures.created + figures.changed;
  return accounts > 0
    ? { number: accounts, of: "accounts", ...asked }
    : { number: figures.removals, of: "memberships", ...asked };
}

function judgeChanged({ changed, accounts }: GuardFigures, limits: GuardLimits): string[] {
  const reasons: string[] = [];
  if (changed > limits.changedAccounts)
    reasons.push(
      `It changes ${say(changed)} existing ${accountsOf(changed)}; the limit is ${say(limits.changedAccounts)}.`,
    );
  if (changed >= leastForShare && changed * 100 > accounts * limits.changedShare)
    reasons.push(
      `It changes ${say(changed)} of ${say(accounts)} existing accounts; the limit is ${String(limits.changedShare)} %.`,
    );
  return reasons;
}

function judgeAdministrators(
  { changed, administrators, counted }: GuardFigures,
  limits: GuardLimits,
): string[] {
  if (!limits.administrators) return [];
  if (!counted && changed > 0)
    return ["It was previewed by an older version, which did not count administrators."];
  if (administrators === 0) return [];
  return [
    administrators === 1
      ? "It changes an administrator."
      : `It changes ${say(administrators)} administrators.`,
  ];
}

function judgeGrants({ administratorsMade: made }: GuardFigures, limits: GuardLimits): string[] {
  if (!limits.administrators || made === 0) return [];
  return [made === 1 ? "It makes an administrator." : `It makes ${say(made)} administrators.`];
}

function judgeRemovals({ removals }: GuardFigures, limits: GuardLimits): string[] {
  if (removals <= limits.removals) return [];
  const end = removals === 1 ? "membership" : "memberships";
  return [`It ends ${say(removals)} ${end}; the limit is ${say(limits.removals)}.`];
}

function accountsOf(count: number): string {
  return count === 1 ? "account" : "accounts";
}

function say(count: number): string {
  return count.toLocaleString("en");
}
