/** Sends a corrected file back to its import. Rejects with an Error whose message can be shown. */
import type { ImportSummary } from "@rollcall/accounts";

/** What the page needs of the answer: how many rows changed, and how the import stands. */
export interface Merged {
  affected: number;
  record: { summary: ImportSummary | null };
}

export async function sendCorrections(importId: string, file: File): Promise<Merged> {
  const answer = await fetch(`/api/imports/${importId}/corrections?name=${encodeURIComponent(file.name)}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
  });
  const said = (await answer.json().catch(() => null)) as Merged | { error?: unknown } | null;
  if (answer.ok && said !== null && "affected" in said) return said;
  const words = said !== null && "error" in said ? said.error : null;
  throw new Error(
    typeof words === "string" ? words : "Something went wrong on the server. Nothing was changed.",
  );
}
