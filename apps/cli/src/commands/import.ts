/** `rollcall import FILE`: the whole import, the same steps as in the console, in this process. */
import { defineCommand, type Call } from "../arguments/command";
import { encodings, formatIds } from "../arguments/choices";
import { UsageError } from "../exit";
import { openFile } from "../house/open-file";
import { dropPreview, runImport } from "../house/run-import";
import { withHouse } from "../house/open-house";
import { printImport } from "./import-output";
import { exitCodeOf } from "./import-exit-code";

const options = {
  format: { kind: "choice", choices: formatIds, help: "take it for this format; otherwise its content says" },
  encoding: {
    kind: "choice",
    choices: encodings,
    help: "read it in this encoding; otherwise its content says",
  },
  "dry-run": { kind: "flag", help: "stop at the preview; nothing changes" },
  mode: {
    kind: "choice",
    choices: ["create", "upsert", "update"],
    help: "what to do with accounts that exist: skip, change too, change only",
  },
  overwrite: { kind: "flag", help: "the same as --mode upsert" },
  strict: { kind: "flag", help: "any error stops the whole file" },
  lenient: { kind: "flag", help: "rows without errors go in" },
  group: { kind: "texts", value: "NAME", help: "put every account of the file into this group too" },
  "no-group": { kind: "flag", help: "into no group but those the file names (what happens without --group)" },
  "group-mode": {
    kind: "choice",
    choices: ["add", "replace"],
    help: "add to the groups an account has, or make them exactly these",
  },
  note: { kind: "text", value: "TEXT", help: "put on every address of the file, 100 characters at most" },
  mail: {
    kind: "choice",
    choices: ["file", "always", "never"],
    help: "who gets a welcome mail: as the file says, every new account, nobody",
  },
  as: {
    kind: "text",
    value: "EMAIL",
    help: "the administrator who imports; otherwise the strongest there is",
  },
} as const;

export const command = defineCommand({
  details:
    "Exit code 0 when at least one row was applied or none needed to be; 1 when every row that wanted something has an\n" +
    "error, with --strict on any error. FILE may be - for stdin.",
  words: [{ name: "FILE", help: "the file to import", required: true }],
  options,
  run: async ({ words: [path = ""], options: given, json, output }) => {
    const chosen = chooseOptions(given);
    const file = await openFile(path);
    return withHouse(output, given.as, async ({ context }) => {
      const dryRun = given["dry-run"];
      const done = await runImport(context, { file, options: chosen, dryRun });
      await printImport(context, output, { ...done, dryRun, json });
      if (dryRun) await dropPreview(context, done.record);
      return exitCodeOf(done.record);
    });
  },
});

function chooseOptions(given: Call<typeof options>["options"]) {
  const { overwrite, strict, lenient, group } = given;
  if (strict && lenient) throw new UsageError("--strict and --lenient exclude each other.");
  if (overwrite && given.mode !== null && given.mode !== "upsert") {
    throw new UsageError(`--overwrite means --mode upsert, so --mode ${given.mode} contradicts it.`);
  }
  if (given["no-group"] && group.length > 0)
    throw new UsageError("--no-group and --group exclude each other.");
  const mode = overwrite ? "upsert" : given.mode;
  return {
    ...(given.format === null ? {} : { format: given.format }),
    ...(given.encoding === null ? {} : { encoding: given.encoding }),
    ...(mode === null ? {} : { mode }),
    ...(strict || lenient ? { strict } : {}),
    ...(given.mail === null ? {} : { mail: given.mail }),
    ...(given["group-mode"] === null ? {} : { groupMode: given["group-mode"] }),
    ...(given.note === null ? {} : { note: given.note }),
    groups: group,
  };
}
