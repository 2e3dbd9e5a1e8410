/**
 * Mails about a whole file: an import that failed or finished, the users of a deleted domain. Nothing is rendered here. What an
 * import's mails say is read from its record when they are first tried, since that no longer changes; a deleted domain's users
 * are kept sealed with the message, since nobody can look them up again.
 */
import { gzipSync } from "node:zlib";
import { insertMessageWithId, nextMessageId, queueImportMail, type Transaction } from "@rollcall/db";
import type { Context } from "../context";
import { sealWithSecret } from "../secrets/sealing";
import type { Recipient } from "./queue-mail";

/**
 * To who started the import: why it failed, the first 20 problems, the others attached. Call it in the transaction that fails
 * the import (a bulk one runs `queueImportMailSql` of @rollcall/db). Once an import, however often it is called; false when
 * nobody is told (started by the system, its account deleted, told before).
 */
export async function queueImportFailed(tx: Transaction, importId: bigint): Promise<boolean> {
  return queueImportMail(tx, importId, "import-failed");
}

/** To who started the import, only when its stored options hold `"notify": true`. Otherwise as `queueImportFailed`. */
export async function queueImportFinished(tx: Transaction, importId: bigint): Promise<boolean> {
  return queueImportMail(tx, importId, "import-finished");
}

export interface DomainExport {
  /** the administrator who deletes the domain */
  to: Recipient;
  domain: string;
  accountCount: number;
  /** the hosted-users file, whole */
  csv: string;
  deletedBy: string;
  deletedAt: Date;
}

/** Beyond this a file goes as .csv.gz: mail servers refuse what is much larger. */
const plainBytes = 2_000_000;

/** The domain's hosted users as an attached file, in the transaction that deletes the domain. Never cut. */
export async function queueDomainExport(
  context: Pick<Context, "settings">,
  tx: Transaction,
  given: DomainExport,
): Promise<void> {
  const { to, domain, accountCount, deletedBy, deletedAt } = given;
  const plain = Buffer.from(given.csv, "utf8");
  const packed = plain.length > plainBytes;
  const bytes = packed ? gzipSync(plain) : plain;
  const id = await nextMessageId(tx);
  const sealed = sealWithSecret(context.settings.secret, "message-body", bytes, `${String(id)} file`);
  await insertMessageWithId(tx, id, {
    kind: "domain-export",
    accountId: to.accountId,
    toAddress: to.email,
    toName: to.name,
    data: {
      domain,
      accountCount,
      deletedBy,
      deletedAt: deletedAt.toISOString(),
      fileName: `${domain}-users.csv${packed ? ".gz" : ""}`,
      contentType: packed ? "application/gzip" : "text/csv; charset=utf-8",
      file: Buffer.from(sealed).toString("base64"),
    },
  });
}
