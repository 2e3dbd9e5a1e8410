/** The options of an import in a few words, for status lines and records. Pure. */
import type { PlanOptions } from "../upload/upload-store";

export const modeWords = {
  create: "skips existing accounts",
  upsert: "creates and updates",
  update: "updates only",
} as const satisfies Record<PlanOptions["mode"], string>;

export const mailWords = {
  file: "mail as in the file",
  always: "mail to everyone new",
  never: "no mail",
} as const satisfies Record<PlanOptions["mail"], string>;

/** "creates and updates · lenient · mail as in the file". */
export function describeOptions(options: PlanOptions): string {
  const replaces = options.groupMode === "replace" && options.mode !== "create";
  return [
    modeWords[options.mode],
    options.strict ? "strict" : "lenient",
    mailWords[options.mail],
    ...(replaces ? ["groups become exactly those of the file"] : []),
  ].join(" · ");
}

/** Whether a plan made with one would be the plan made with the other. */
export function sameOptions(one: PlanOptions, other: PlanOptions): boolean {
  return (
    one.mode === other.mode &&
    one.strict === other.strict &&
    one.mail === other.mail &&
    one.groupMode === other.groupMode &&
    (one.note?.trim() ?? "") === (other.note?.trim() ?? "") &&
    one.groups.length === other.groups.length &&
    one.groups.every((name) => other.groups.includes(name))
  );
}
