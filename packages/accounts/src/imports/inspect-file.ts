/**
 * What a file is, before it is imported: read as far as it takes, answered with what was recognised, and forgotten. Stores
 * nothing. For the match step of workbooks, which a browser cannot read.
 */
import { readRecords, type ReadOptions, type Recognition } from "@rollcall/importer";
import { openWorkbook } from "@rollcall/workbook";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { importOptionsSchema } from "./import-options";
import { mappingSchema } from "./mapping-schema";
import { readPolicy } from "./read-policy";

export interface InspectInput extends Pick<
  ReadOptions,
  "fileName" | "format" | "delimiter" | "mapping" | "sheet"
> {
  /** one of the importer's; another is refused */
  encoding?: string;
  source: AsyncIterable<Uint8Array>;
}

/** Never refuses for what the file is, whose problems are part of the answer; `invalid` for an encoding or a mapping that is none. */
export async function inspectFile(context: Context, input: InspectInput): Promise<Result<Recognition>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const { source, encoding: chosen, ...asked } = input;
  const encoding = importOptionsSchema.shape.encoding.safeParse(chosen);
  if (!encoding.success) {
    return refuse({
      code: "invalid",
      fields: { encoding: `There is no encoding called “${chosen ?? ""}”.` },
    });
  }
  const { importMaxRows: maxRows, importMaxBytes: maxBytes } = context.settings;
  const { attributes } = await readPolicy(context.database);
  const mapping = mappingSchema.nullish().safeParse(asked.mapping);
  if (!mapping.success) {
    const fields = { mapping: mapping.error.issues[0]?.message ?? "This is no mapping." };
    return refuse({ code: "invalid", fields });
  }
  const given = encoding.data === null ? {} : { encoding: encoding.data };
  const limits = { maxRows, maxBytes };
  // A suggested mapping is what a person is to look at.
  const options = { ...asked, ...given, openWorkbook, attributes, limits, suggestions: true };
  for await (const event of readRecords(source, options)) {
    if (event.kind === "opened") return done(event.recognition);
    if (event.kind === "refused") return done({ ...event.recognition, problems: event.problems });
  }
  throw new Error("the importer neither opened nor refused a file");
}
