/** `rollcall template FORMAT`: a file to fill in. */
import { formatList } from "@rollcall/importer";
import { defineCommand } from "../arguments/command";
import { UsageError } from "../exit";
import { refuseUnwritable, writeResult } from "../output/write-result";

export const command = defineCommand({
  details: "",
  words: [{ name: "FORMAT", help: "an id that `rollcall formats` lists", required: true }],
  options: {
    sample: { kind: "flag", help: "with rows that show how each column is used" },
    output: { kind: "text", value: "FILE", help: "write it there instead of to stdout" },
  },
  run: async ({ words: [id = ""], options, json, output }) => {
    refuseUnwritable(options.output);
    const format = formatList.find((one) => one.id === id);
    if (format === undefined) {
      const known = formatList.map((one) => one.id).join(", ");
      throw new UsageError(`There is no format ${id}. There is ${known}.`);
    }
    const text = format.template(options.sample);
    const written = await writeResult(output, options.output, json, [text]);
    if (json)
      await output.json({
        format: format.id,
        sample: options.sample,
        output: written,
        text: written === null ? text : null,
      });
    return 0;
  },
});
