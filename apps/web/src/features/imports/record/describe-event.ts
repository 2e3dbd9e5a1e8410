/** What an audit event of an import says besides who and when, in one line. Pure; it reads whatever the event holds. */
import type { AuditEventView } from "@rollcall/accounts";
import { countOf } from "../../pieces/words";
import { describeBytes } from "../words/phrases";

/** "" when there is nothing more to say. */
export function describeEvent({ action, data }: Pick<AuditEventView, "action" | "data">): string {
  switch (action) {
    case "import.started": {
      const bytes = numberOf(data["declaredBytes"]);
      return bytes === null ? "" : describeBytes(bytes, "en-GB");
    }
    case "import.planned":
    case "import.replanned":
    case "import.committed":
      return describeCounts(data, action === "import.committed");
    case "import.failed":
      return typeof data["failure"] === "string" ? data["failure"] : "";
    case "import.returned":
      return typeof data["objection"] === "string" ? data["objection"] : "";
    default:
      return "";
  }
}

const past = [
  ["create", "created"],
  ["update", "updated"],
  ["unchanged", "unchanged"],
  ["skip", "skipped"],
  ["problem", "left out"],
  ["drifted", "changed by others meanwhile"],
] as const;

const planned = [
  ["create", "to create"],
  ["update", "to update"],
  ["unchanged", "unchanged"],
  ["skip", "to skip"],
  ["problem", "to correct"],
] as const;

function describeCounts(data: Record<string, unknown>, done: boolean): string {
  const counts = (done ? past : planned).flatMap(([name, words]) => {
    const count = numberOf(data[name]);
    return count === null || count === 0 ? [] : [countOf(count, words, words)];
  });
  const mails = numberOf(data["mails"]);
  return [...counts, ...(mails === null || mails === 0 ? [] : [countOf(mails, "mail")])].join(", ");
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
