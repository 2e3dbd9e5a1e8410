/** `rollcall undo ID`: takes an import back, and says of every account what became of it. */
import {
  commitImport,
  getImport,
  previewUndo,
  streamUndoRows,
  undoImport,
  type Context,
  type ImportRecord,
  type UndoCounts,
} from "@rollcall/accounts";
import { importNumber } from "@rollcall/importer";
import { defineCommand } from "../arguments/command";
import { asOption } from "../arguments/roles";
import type { ExitCode } from "../exit";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";
import { step } from "../house/run-import";
import { stoppable, type Stop } from "../house/stop-on-signal";
import { importView } from "../output/import-view";
import type { Output } from "../output/output";
import { makeSpool } from "../output/spool";
import { count } from "../output/words";
import { writeDocument } from "../output/write-document";

export const command = defineCommand({
  details:
    "What was changed since is kept and named. An undo is an import of its own: its number takes it back in turn. " +
    "Mails that are sent cannot be taken back. Exit code 1: nothing was changed. What changes more existing accounts than the settings\n" +
    "guard.* allow, or an administrator, takes --confirm N: without it the command says why, and which number.\n" +
    "Ctrl-C stops it and waits for what became of it: exit code 130 (SIGTERM: 143) and nothing changed, or the ordinary end.",
  words: [{ name: "ID", help: "of the import, as `rollcall imports` lists it", required: true }],
  options: {
    "dry-run": { kind: "flag", help: "say what would happen, change nothing" },
    confirm: {
      kind: "number",
      value: "N",
      min: 0,
      max: 100_000_000,
      help: "of an undo over a limit: the number it says, as a yes to it",
    },
    ...asOption,
  },
  run: ({ words: [importId = ""], options, json, output }) =>
    withHouse(output, options.as, ({ context }) =>
      stoppable(context, output, didWords, async (stop) => {
        const { record, counts, mailsSent, carriedOut } = options["dry-run"]
          ? await preview(context, importId)
          : await takeBack(context, { importId, typed: options.confirm }, stop);
        if (json) await printJson(context, output, { record, counts, carriedOut });
        else await printText(output, { record, counts, mailsSent, carriedOut });
        const failed = carriedOut && record.status !== "COMPLETED";
        return (failed || counts.restored + counts.removed === 0 ? 1 : 0) satisfies ExitCode;
      }),
    ),
});

interface Took {
  /** the undo; of a dry run the import itself */
  record: ImportRecord;
  counts: UndoCounts;
  mailsSent: number;
  carriedOut: boolean;
}

async function preview(context: Context, importId: string): Promise<Took> {
  const { mailsSent, ...counts } = granted(await previewUndo(context, { importId }));
  const record = granted(await getImport(context, { importId }));
  return { record, counts, mailsSent, carriedOut: false };
}

async function takeBack(
  context: Context,
  { importId, typed }: { importId: string; typed: number | null },
  stop: Stop,
): Promise<Took> {
  const { mailsSent } = granted(await previewUndo(context, { importId }));
  stop.throwIfAsked();
  const { id } = granted(await undoImport(context, { importId, typed: typed ?? undefined }));
  stop.began(id);
  const record = await stop.ended(
    await step(context, id, () => commitImport(context, { importId: id }), ["COMMITTING"]),
  );
  const counts = countsOf(record);
  return { record, counts, mailsSent, carriedOut: true };
}

function countsOf({ undo }: ImportRecord): UndoCounts {
  return undo ?? { restored: 0, removed: 0, kept: 0, gone: 0, lacking: 0 };
}

/** What a completed undo did, in a sentence's end. */
function didWords(record: ImportRecord): string {
  const { restored, removed } = countsOf(record);
  return `${count(restored, "account")} restored, ${count(removed, "account")} removed.`;
}

async function printJson(
  context: Context,
  output: Output,
  { record, counts, carriedOut }: Pick<Took, "record" | "counts" | "carriedOut">,
): Promise<void> {
  const rows = makeSpool();
  try {
    for await (const row of granted(await streamUndoRows(context, { importId: record.id, carriedOut })))
      await rows.add(row);
    const { restored, removed, kept, gone } = counts;
    await writeDocument(output, {
      import: { value: importView(record) },
      summary: { value: { restored, removed, kept, gone } },
      rows: { list: rows },
    });
  } finally {
    await rows.close();
  }
}

async function printText(output: Output, { record, counts, mailsSent, carriedOut }: Took): Promise<void> {
  if (carriedOut && record.status !== "COMPLETED") {
    await output.line(record.failure ?? "It was not taken back.");
    return;
  }
  const [restored, removed] = carriedOut
    ? ["restored", "removed"]
    : ["would be restored", "would be removed"];
  await output.line(
    `${count(counts.restored, "account")} ${restored}, ${count(counts.removed, "account")} ${removed}.`,
  );
  if (counts.lacking > 0)
    await output.line(
      `${count(counts.lacking, "account")} of them without a department, service plan or group that was deleted since.`,
    );
  if (counts.kept > 0) await output.line(`${count(counts.kept, "account")} kept: changed since.`);
  if (counts.gone > 0) await output.line(`${count(counts.gone, "account")} deleted since.`);
  if (mailsSent > 0) await output.line(`${count(mailsSent, "mail")} sent before: that cannot be taken back.`);
  if (carriedOut) await output.line(`To take this back in turn: rollcall undo ${importNumber(record.id)}`);
}
