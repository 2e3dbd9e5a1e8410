/**
 * Looks up what a mail says besides its own data: the invitation and policy of one to enrol, the record and problems of an
 * import, the file of a deleted domain. Reads only; composes nothing.
 */
import {
  findImportForMail,
  findInvitation,
  findPolicyOfAccount,
  type ClaimedMessage,
  type Database,
  type ImportMailRow,
  type InvitationRow,
} from "@rollcall/db";
import type { Attachment } from "@rollcall/email/types";
import { parseId } from "../ids";
import { openWithSecret } from "../secrets/sealing";
import { gatherProblems, type GatheredProblems } from "./gather-problems";
import { messageData } from "./queue-mail";

/** What is there; null for what the kind does not need, or what is gone. */
export interface Material {
  invitation: InvitationRow | null;
  policyName: string | null;
  record: ImportMailRow | null;
  problems: GatheredProblems | null;
  /** bytes of the file that was kept with the message */
  file: Attachment | null;
}

const nothing: Material = { invitation: null, policyName: null, record: null, problems: null, file: null };

export async function gatherMaterial(
  database: Database,
  secret: string,
  message: ClaimedMessage,
): Promise<Material> {
  switch (message.kind) {
    case "invitation":
      return { ...nothing, ...(await gatherInvitation(database, message)) };
    case "import-finished":
      return { ...nothing, record: await findRecord(database, message) };
    case "import-failed": {
      const record = await findRecord(database, message);
      const problems = record === null ? null : await gatherProblems(database, record);
      return { ...nothing, record, problems };
    }
    case "domain-export":
      return { ...nothing, file: openFile(secret, message) };
    default:
      return nothing;
  }
}

async function gatherInvitation(
  database: Database,
  message: ClaimedMessage,
): Promise<Pick<Material, "invitation" | "policyName">> {
  const id = parseId(messageData.invitation.parse(message.data).invitationId);
  const invitation = id === null ? null : await findInvitation(database, id);
  const policy = invitation === null ? null : await findPolicyOfAccount(database, invitation.accountId);
  return { invitation, policyName: policy?.name ?? null };
}

async function findRecord(database: Database, message: ClaimedMessage): Promise<ImportMailRow | null> {
  return message.importId === null ? null : findImportForMail(database, message.importId);
}

function openFile(secret: string, message: ClaimedMessage): Attachment | null {
  const { file, fileName, contentType } = messageData["domain-export"].parse(message.data);
  if (file === undefined) return null;
  const sealed = Buffer.from(file, "base64");
  const content = openWithSecret(secret, "message-body", sealed, `${String(message.id)} file`);
  return content === null ? null : { fileName, content, contentType };
}
