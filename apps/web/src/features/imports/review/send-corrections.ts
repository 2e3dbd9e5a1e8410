/** Sends a corrected file back to its import. Rejects with an Error whose message can be shown. */
import type { BothChanged, ImportSummary } from "@rollcall/accounts";

/** What the page needs of the answer: how many rows changed, which were left because somebody else changed them too, and how the import stands. */
export interface Merged {
  affected: number;
  bothChanged: BothChanged;
  record: { summary: ImportSummary | null };
}

/** `take`: the file goes before what others corrected since it was downloaded. */
export async function sendCorrections(importId: string, file: File, take?: "file"): Promise<Merged> {
  const query = new URLSearchParams({ name: file.name, ...(take === undefined ? {} : { take }) });
  const answer = await fetch(`/api/imports/${importId}/corrections?${query.toString()}`, {
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
