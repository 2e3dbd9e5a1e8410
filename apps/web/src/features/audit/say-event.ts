/** An audit event after its actor's name: "disabled Katarzyna Nowak-Lis". What one does to oneself names nobody twice. Pure. */
import type { AuditEventView } from "@rollcall/accounts";

type Said = Pick<AuditEventView, "words" | "actorId" | "subjectType" | "subjectId" | "subjectName">;

export function sayEvent(event: Said): string {
  const name = sayOf(event);
  return name === null ? bareWords(event.words) : `${event.words} ${name}`;
}

/** The words where no name follows them: "renamed a device of" is "renamed a device". */
export function bareWords(words: string): string {
  return words.replace(/(:| (of|for|to|as))$/, "");
}

/** The name to put after the words; null when there is none, or it is the actor's own. */
export function sayOf(event: Said): string | null {
  const own =
    event.subjectType === "account" && event.subjectId !== null && event.subjectId === event.actorId;
  return own ? null : event.subjectName;
}
