/** `rollcall import FILE`: the whole import, the same steps as in the console, in this process. */
import { defineCommand, type Call } from "../arguments/command";
import { readingOf, readingOptions } from "../arguments/reading-options";
import { UsageError } from "../exit";
import { openFile } from "../house/open-file";
import { dropPreview, runImport } from "../house/run-import";
import { withHouse } from "../house/open-house";
import { stoppable } from "../house/stop-on-signal";
import { didWords, printImport } from "./import-output";
import { exitCodeOf } from "./import-exit-code";

const options = {
  ...readingOptions,
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
  "no-group": { kind: "flag", help: "into no group at all, whatever the file names" },
  "group-mode": {
    kind: "choice",
    choices: ["add", "replace"],
    help: "add to the groups an account has, or make them exactly these",
  },
  blank: {
    kind: "choice",
    choices: ["keep", "clear", "error"],
    help: "what an empty cell means for an account that exists; keep when left out",
  },
  note: { kind: "text", value: "TEXT", help: "put on every address of the file, 100 characters at most" },
  mail: {
    kind: "choice",
    choices: ["file", "always", "never"],
    help: "who gets a welcome mail: as the file says, every new account, nobody",
  },
  invite: { kind: "flag", help: "invite the people it creates to enrol a device" },
  "grant-roles": { kind: "flag", help: "yes, make the administrators that the file names" },
  confirm: {
    kind: "number",
    value: "N",
    min: 0,
    max: 100_000_000,
    help: "of an import over a limit: the number it says, as a yes to it",
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
    "error, with --strict on any error, and when what concerns the whole file (a plan, a group, --strict) was not as in its\n" +
    "preview any more: then nothing was changed, and it waits to be previewed again in the console. FILE may be - for stdin.\n" +
    "An import over a limit (settings guard.*: so many existing accounts changed, an administrator changed, so many\n" +
    "memberships ended) is not carried out without --confirm N: it says why, and which number, and exits 1.\n" +
    "--dry-run says the same before. A number that does not fit is refused, and so is one that fits no longer.\n" +
    "Ctrl-C cancels it and waits for what became of it: exit code 130 (SIGTERM: 143) and nothing changed, or the ordinary end.",
  words: [{ name: "FILE", help: "the file to import", required: true }],
  options,
  run: async ({ words: [path = ""], options: given, json, output }) => {
    const dryRun = given["dry-run"];
    const chosen = { ...chooseOptions(given), ...(await readingOf(given)), hold: dryRun };
    const file = await openFile(path);
    const request = { file, options: chosen, dryRun, typed: given.confirm };
    return withHouse(output, given.as, ({ context }) =>
      stoppable(context, output, didWords, async (stop) => {
        const done = await runImport(context, request, stop);
        await printImport(context, output, { ...done, dryRun, json });
        if (dryRun) await dropPreview(context, done.record);
        return exitCodeOf(done.record, given.confirm);
      }),
    );
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
  if (given["no-group"] && given["group-mode"] !== null)
    throw new UsageError("--no-group puts nobody into a group, so --group-mode has nothing to say.");
  if (group.some((name) => name.trim() === ""))
    throw new UsageError("--group is empty: give a group's name.");
  const mode = overwrite ? "upsert" : given.mode;
  return {
    ...(mode === null ? {} : { mode }),
    ...(strict || lenient ? { strict } : {}),
    ...(given.mail === null ? {} : { mail: given.mail }),
    ...(given["group-mode"] === null ? {} : { groupMode: given["group-mode"] }),
    ...(given.note === null || given.note.trim() === "" ? {} : { note: given.note }),
    ...(given.blank === null ? {} : { blank: { all: given.blank, fields: {} } }),
    groups: group,
    noGroup: given["no-group"],
    grantRoles: given["grant-roles"],
    invite: given.invite,
  };
}
