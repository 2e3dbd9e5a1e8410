/** The key by which problems of one cause belong together: `code|field|reason`, as the plan's SQL makes it. Pure. */
import type { Problem } from "@rollcall/importer";

export function causeOf({ code, field, params }: Pick<Problem, "code" | "field" | "params">): string {
  const reason = code === "password.policy" ? String(params["reason"] ?? "") : "";
  return `${code}|${field ?? ""}|${reason}`;
}
