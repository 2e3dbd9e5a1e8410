/**
 * What the mails about a whole file say: an import that failed or finished, the users of a deleted domain. Pure; what they need
 * was gathered before.
 */
import type { ClaimedMessage } from "@rollcall/db";
import { z } from "zod";
import { everyMail, type Composed, type Composer, type Reader } from "./compose-parts";
import type { Material } from "./gather-material";
import { messageData } from "./queue-mail";

const count = z.number().int().min(0).default(0);
const summaryShape = z
  .object({ create: count, update: count, unchanged: count, skip: count, problem: count })
  .nullable();

/** Null when the import is gone. */
export function importFinished(reader: Reader, composer: Composer, material: Material): Composed | null {
  const { record } = material;
  if (record === null) return null;
  const summary = summaryShape.parse(record.summary);
  return {
    to: { name: reader.name, address: reader.email },
    link: null,
    attachments: [],
    mail: {
      kind: "import-finished",
      data: {
        ...everyMail(reader.name, composer),
        fileName: record.fileName,
        importUrl: `${composer.appUrl}/imports/${String(record.id)}`,
        startedBy: record.createdByName,
        finishedAt: record.endedAt,
        counts: {
          created: summary?.create ?? 0,
          updated: summary?.update ?? 0,
          unchanged: summary?.unchanged ?? 0,
          skipped: summary?.skip ?? 0,
          problems: summary?.problem ?? 0,
        },
        mails: record.mails,
      },
    },
  };
}

const usualReason = "The file is taken as a whole, and some of its rows cannot go in.";

/** Null when the import is gone. Of a commit that was given back, as it was then: it may have been previewed again meanwhile. */
export function importFailed(
  message: ClaimedMessage,
  reader: Reader,
  composer: Composer,
  { record, problems }: Material,
): Composed | null {
  if (record === null || problems === null) return null;
  const { objection, at } = messageData["import-failed"].parse(message.data);
  return {
    to: { name: reader.name, address: reader.email },
    link: null,
    attachments: problems.attachment === null ? [] : [problems.attachment],
    mail: {
      kind: "import-failed",
      data: {
        ...everyMail(reader.name, composer),
        fileName: record.fileName,
        importUrl: `${composer.appUrl}/imports/${String(record.id)}`,
        startedBy: record.createdByName,
        failedAt: at ?? record.endedAt,
        reason: objection ?? record.failure ?? usualReason,
        waits: objection !== undefined,
        problems: problems.first,
        problemCount: problems.count,
        attachmentName: problems.attachment?.fileName ?? null,
        attachedCount: problems.attached,
      },
    },
  };
}

/** Null when the file was sealed with another secret. */
export function domainExport(
  message: ClaimedMessage,
  reader: Reader,
  composer: Composer,
  material: Material,
): Composed | null {
  const { file } = material;
  if (file === null) return null;
  const { domain, accountCount, deletedBy, deletedAt } = messageData["domain-export"].parse(message.data);
  return {
    to: { name: reader.name, address: reader.email },
    link: null,
    attachments: [file],
    mail: {
      kind: "domain-export",
      data: {
        ...everyMail(reader.name, composer),
        domain,
        accountCount,
        fileName: file.fileName,
        deletedBy,
        deletedAt,
        domainsUrl: `${composer.appUrl}/domains`,
      },
    },
  };
}
