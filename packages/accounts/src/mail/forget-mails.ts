/**
 * Takes away the copies (files of the outbox) of mails whose import keeps its rows no more. It goes by the files that there are, not
 * by what is remembered of them: a copy outlives a change of transport, an answer that never came, and a mail that was sent again.
 */
import { findGoneMails, installationId, type MailCopy } from "@rollcall/db";
import { authoriseSystem } from "../access/authorise";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { messageKey, messageOfFile } from "./message-key";
import type { KeptMails } from "./types";

export interface ForgottenMails {
  forgotten: number;
  /** copies that stay for now, and why; the next call tries them again */
  failed: { file: string; error: string }[];
}

/** Only the system may. All that is due, of every import. */
export async function forgetMails(
  context: Context,
  { kept }: { kept: KeptMails },
): Promise<Result<ForgottenMails>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  return done(await forgetCopies(context, kept, null));
}

/** Those of one import, or of all. */
export async function forgetCopies(
  { database }: Context,
  kept: KeptMails,
  importId: bigint | null,
): Promise<ForgottenMails> {
  const told: ForgottenMails = { forgotten: 0, failed: [] };
  const installation = await installationId(database);
  for await (const files of kept.files()) {
    const copies: MailCopy[] = [];
    for (const file of files) {
      const copy = messageOfFile(installation, file);
      if (copy !== null) copies.push(copy);
    }
    for (const copy of await findGoneMails(database, copies, importId)) {
      const file = `${messageKey(installation, copy)}.eml`;
      try {
        await kept.forget(file);
        told.forgotten += 1;
      } catch (error) {
        told.failed.push({ file, error: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  return told;
}
