/** The options of an import in a few words, for status lines and records. Pure. */
import type { PlanOptions, ReadOptions } from "../upload/upload-store";

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

export const blankWords = {
  keep: "keep what there is",
  clear: "clear it",
  error: "are a problem",
} as const;

/** "creates and updates · lenient · mail as in the file". */
export function describeOptions(options: PlanOptions & Partial<ReadOptions>): string {
  const replaces = options.groupMode === "replace" && options.mode !== "create" && !options.noGroup;
  const blank = options.mode === "create" ? null : (options.blank?.all ?? null);
  return [
    modeWords[options.mode],
    options.strict ? "strict" : "lenient",
    mailWords[options.mail],
    ...(options.noGroup ? ["no groups"] : []),
    ...(replaces ? ["groups become exactly those of the file"] : []),
    ...(blank === null || blank === "keep" ? [] : [`empty cells ${blankWords[blank]}`]),
    ...((options.domain ?? null) === null ? [] : [`user names at ${options.domain ?? ""}`]),
    ...(options.invite ? ["invites to enrol"] : []),
  ].join(" · ");
}

/** Whether a plan made with one would be the plan made with the other. */
export function sameOptions(one: PlanOptions, other: PlanOptions): boolean {
  return (
    one.mode === other.mode &&
    one.strict === other.strict &&
    one.mail === other.mail &&
    one.groupMode === other.groupMode &&
    one.noGroup === other.noGroup &&
    one.notify === other.notify &&
    one.invite === other.invite &&
    (one.note?.trim() ?? "") === (other.note?.trim() ?? "") &&
    one.groups.length === other.groups.length &&
    one.groups.every((name) => other.groups.includes(name))
  );
}

/** Whether a file is read the same with both: else it has to be read anew. */
export function sameReading(one: ReadOptions, other: ReadOptions): boolean {
  const rules = (options: ReadOptions): string =>
    JSON.stringify([options.blank.all ?? "keep", Object.entries(options.blank.fields).sort()]);
  return one.domain === other.domain && one.hold === other.hold && rules(one) === rules(other);
}

/** The part of an upload's options that a planned import can still be given. */
export function planOptionsOf(options: PlanOptions): PlanOptions {
  const { mode, strict, mail, groupMode, groups, note, noGroup, notify, invite } = options;
  return { mode, strict, mail, groupMode, groups, note, noGroup, notify, invite };
}
