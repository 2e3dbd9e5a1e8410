/** Leaves only the fields that have a fault. */

export function faults(found: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, fault]) =>
      fault === null || fault === undefined ? [] : [[field, fault]],
    ),
  );
}
