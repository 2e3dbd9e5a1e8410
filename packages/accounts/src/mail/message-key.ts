/** What a message is called on its way out, and back again: transports know it by nothing else. */

/** The same key is the same mail, however often it is handed over. */
export function messageKey(
  installation: string,
  { id, generation }: { id: bigint; generation: number },
): string {
  return `rollcall-message-${String(id)}-${String(generation)}-${installation}`;
}

const form = /^rollcall-message-([1-9]\d{0,17})-([1-9]\d{0,8})-([0-9a-f-]{36})\.eml$/;

/** Which message a file of the outbox is (`messageKey` and ".eml"); null when it is none of this installation's. */
export function messageOfFile(installation: string, file: string): { id: bigint; generation: number } | null {
  const [, id = "", generation = "", of] = form.exec(file) ?? [];
  return of === installation ? { id: BigInt(id), generation: Number(generation) } : null;
}
