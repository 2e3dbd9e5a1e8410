/** What an edit changes, for the audit log: the fields whose values differ, from what to what. Pure. */

export function changesOf<Field extends string>(
  before: { readonly [F in Field]: unknown },
  after: { readonly [F in Field]: unknown },
  fields: readonly Field[],
): Record<string, { from: unknown; to: unknown }> {
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  for (const field of fields) {
    const [from, to] = [before[field], after[field]];
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[field] = { from, to };
  }
  return changes;
}
