/**
 * Takes away what mails said whose import keeps its rows no more, to whom they went, and their copies (files of the outbox). It goes by
 * the files that there are, not by what is remembered of them: a copy outlives a change of transport, an answer that never came, and a
 * mail that was sent again.
 */
import { emptyLateMails, findGoneMails, installationId, type MailCopy } from "@rollcall/db";
import { authoriseSystem } from "../access/authorise";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { messageKey, messageOfFile } from "./message-key";
import type { KeptMails } from "./types";

export interface ForgottenCopies {
  /** copies that were taken away */
  forgotten: number;
  /** copies that stay for now, and why; the next call tries them again */
  failed: { importId: string | null; file: string; error: string }[];
}

export interface ForgottenMails extends ForgottenCopies {
  /** half-written copies that were taken away */
  unfinished: number;
}

/** A copy is written within seconds: what is unfinished after an hour is nobody's any more. */
const unfinishedMs = 3_600_000;

/**
 * Only the system may. All that is due, of every import: mails that ended after the rows of theirs had gone, their copies, and copies
 * of any mail that a process that died left half written.
 */
export async function forgetMails(
  context: Context,
  { kept }: { kept: KeptMails },
): Promise<Result<ForgottenMails>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  await emptyLateMails(context.database);
  const told = await forgetCopies(context, kept, null);
  let unfinished = 0;
  try {
    unfinished = await kept.forgetUnfinished(new Date(Date.now() - unfinishedMs));
  } catch (error) {
    told.failed.push({ importId: null, file: "one that is half written", error: wordsOf(error) });
  }
  return done({ ...told, unfinished });
}

/** Those of some imports, or of all; the folder is read once. Throws when it cannot be read. */
export async function forgetCopies(
  { database }: Context,
  kept: Pick<KeptMails, "files" | "forget">,
  importIds: readonly bigint[] | null,
): Promise<ForgottenCopies> {
  const told: ForgottenCopies = { forgotten: 0, failed: [] };
  const installation = await installationId(database);
  for await (const files of kept.files()) {
    const copies: MailCopy[] = [];
    for (const file of files) {
      const copy = messageOfFile(installation, file);
      if (copy !== null) copies.push(copy);
    }
    for (const copy of await findGoneMails(database, copies, importIds)) {
      const file = `${messageKey(installation, copy)}.eml`;
      try {
        await kept.forget(file);
        told.forgotten += 1;
      } catch (error) {
        told.failed.push({ importId: String(copy.importId), file, error: wordsOf(error) });
      }
    }
  }
  return told;
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
