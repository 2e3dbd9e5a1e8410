/** A mapping file (INTERFACE.md, "A mapping file") at the border, as the importer reads it. */
import { parseMapping, type Mapping } from "@rollcall/importer";
import { z } from "zod";

export const blankRuleSchema = z.enum(["keep", "clear", "error"]);

/** Nothing unknown is let through; what is wrong is said in one sentence. */
export const mappingSchema = z.unknown().transform((json, context): Mapping => {
  const parsed = parseMapping(json);
  if (parsed.ok) return parsed.mapping;
  context.addIssue({
    code: "custom",
    message: parsed.message,
    path: parsed.path === "" ? [] : [parsed.path],
  });
  return z.NEVER;
});
