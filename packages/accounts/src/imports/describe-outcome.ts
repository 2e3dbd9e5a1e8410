/** The column "Why" of the review: one plain line a row. */
import type { ImportOptions, ImportRowView, SkipReason } from "./types";

const skipWords = {
  exists: "The account exists, and existing accounts are left alone",
  missing: "There is no such account, and none is created",
  administrator: "An administrator, never changed by this format",
  dropped: "Left out by hand",
} as const satisfies Record<SkipReason, string>;

export function describeOutcome(
  row: Omit<ImportRowView, "why"> & { sendWelcome: boolean | null; hasPassword: boolean },
  mail: ImportOptions["mail"],
): string {
  switch (row.outcome) {
    case "problem":
      return row.problems.find((problem) => problem.severity === "error")?.message ?? "Needs attention";
    case "skip":
      return row.reason === null ? "Skipped" : skipWords[row.reason];
    case "unchanged":
      return "Already as in the file";
    case "update": {
      const values = Object.keys(row.changes).length;
      return values === 1 ? "1 value changes" : `${String(values)} values change`;
    }
    case "create": {
      const warning = row.problems.find((problem) => problem.severity === "warning");
      if (warning !== undefined) return warning.message;
      if (mail === "never" || (mail === "file" && row.sendWelcome !== true)) return "No mail";
      return row.hasPassword ? "Welcome mail" : "Welcome mail with a link to set a password";
    }
  }
}
