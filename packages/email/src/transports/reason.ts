/**
 * Words for what another machine answered: one line, short, fit for a log and the Mail page.
 */
import { lineWords } from "../render/words";

export function reasonWords(error: unknown): string {
  const message = error instanceof Error ? error.message : typeof error === "string" ? error : "";
  return lineWords(message, 300) || "No reason was given.";
}
