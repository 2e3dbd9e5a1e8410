/**
 * Consequences that few rows have are asked for as causes are: `consequence|NAME|`, a mark that the plan puts on exactly those
 * rows. Here their keys and what a filter by one is called. Pure.
 */
const titles = {
  administratorsMade: "becomes an administrator",
  administratorsChanged: "changes an administrator",
  directoryBecomesManual: "becomes manually imported",
  policyChanges: "gets another policy",
  sessionsEnded: "is signed out",
} as const;

export type MarkedConsequence = keyof typeof titles;

export function consequenceCause(name: MarkedConsequence): string {
  return `consequence|${name}|`;
}

/** Null when the key is that of a cause of problems, or of none. */
export function consequenceTitle(cause: string | null): string | null {
  const name = Object.keys(titles).find((one) => cause === `consequence|${one}|`);
  return name === undefined ? null : titles[name as MarkedConsequence];
}
