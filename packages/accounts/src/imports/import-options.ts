/**
 * The options of an import: what a caller may say, what is stored, and what is taken when nothing is said. Stored JSON is
 * read through the same schema, so an old record never surprises new code.
 */
import { encodingIds, formats, isImplementedFormat, nameKey, type Format } from "@rollcall/importer";
import { z } from "zod";
import { blankRuleSchema, mappingSchema } from "./mapping-schema";
import type { ImportOptions } from "./types";

const longestNote = 100;

export const importOptionsSchema = z.strictObject({
  format: z.string().nullable().default(null),
  encoding: z.enum(encodingIds).nullable().default(null),
  mode: z.enum(["create", "upsert", "update"]).nullable().default(null),
  strict: z.boolean().nullable().default(null),
  mail: z.enum(["file", "always", "never"]).default("file"),
  groupMode: z.enum(["add", "replace"]).default("add"),
  groups: z
    .array(z.string().trim().min(1, "Name the group.").max(200, "A group’s name has 200 characters at most."))
    .max(50, "Fifty groups at most.")
    .default([]),
  note: z
    .string()
    .trim()
    .max(longestNote, `A note has ${String(longestNote)} characters at most.`)
    .nullable()
    .default(null),
  domain: z.string().trim().min(1).max(254).nullable().default(null),
  blank: z
    .strictObject({
      all: blankRuleSchema.nullable().default(null),
      fields: z.record(z.string().max(220), blankRuleSchema).default({}),
    })
    .default({ all: null, fields: {} }),
  mapping: mappingSchema.nullable().default(null),
  sheet: z.string().min(1).max(255).nullable().default(null),
  noGroup: z.boolean().default(false),
  grantRoles: z.boolean().default(false),
  granted: z.array(z.int()).nullable().default(null),
  notify: z.boolean().default(false),
  invite: z.boolean().default(false),
  hold: z.boolean().default(false),
});

/** As stored: what is null was not said, and follows the format. */
export type StoredOptions = z.infer<typeof importOptionsSchema>;

/** What holds for this import, the format's defaults filled in. */
export function effectiveOptions(stored: unknown, formatId: string | null): ImportOptions {
  const options = importOptionsSchema.parse(stored);
  const id = formatId ?? options.format;
  const defaults = formatOf(id)?.defaults ?? { mode: "create" as const, strict: false };
  return {
    ...options,
    format: id,
    mode: options.mode ?? defaults.mode,
    strict: options.strict ?? defaults.strict,
  };
}

/** The format by an id of anywhere; null when it cannot be read here. */
export function formatOf(id: string | null): Format | null {
  return id !== null && isImplementedFormat(id) ? formats[id] : null;
}

/** Names with their keys, each key once. */
export function keyedGroups(names: readonly string[]): { name: string; key: string }[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = nameKey(name);
    if (!seen.has(key)) seen.set(key, name.trim());
  }
  return [...seen].map(([key, name]) => ({ key, name }));
}
