/**
 * Writes one JSON object whose lists may be too long for memory. It writes names and values in the order it is given them.
 */
import type { Output } from "./output";
import type { Spool } from "./spool";

/** The members of the object; one that is undefined is left out. */
export type Members = Record<string, { value: unknown } | { list: Spool } | undefined>;

/** Writes the whole document, a line break at its end. */
export async function writeDocument(output: Output, members: Members): Promise<void> {
  await output.write("{");
  let first = true;
  for (const [name, member] of Object.entries(members)) {
    if (member === undefined) continue;
    await output.write(`${first ? "" : ","}\n  ${JSON.stringify(name)}: `);
    first = false;
    if ("value" in member) await output.write(indented(member.value));
    else await writeList(output, member.list);
  }
  await output.write("\n}\n");
}

async function writeList(output: Output, list: Spool): Promise<void> {
  await output.write("[");
  let empty = true;
  for await (const piece of list.read()) {
    if (piece === "") continue;
    empty = false;
    await output.write(piece);
  }
  await output.write(empty ? "]" : "\n  ]");
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");
}
