/** Sends a message again because a person says so. Help desk may, for those they may send links to. */
import { appendAudit, findMessage, findTarget, requeueMessage, type StoredMessage } from "@rollcall/db";
import { importNumber } from "@rollcall/importer";
import { authorise } from "../access/authorise";
import { isAbove, roleName } from "../access/permissions";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { parseId } from "../ids";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { hasReader } from "./to-message-item";

/**
 * FAILED, UNKNOWN and CANCELLED become a new mail with a new link; RETRYING is tried at once. Refuses `wrong-state` for the
 * others, and for one whose reader was removed with the rows of its import. An UNKNOWN one may then arrive twice: that is the person's decision.
 */
export async function retryMessage(context: Context, input: { messageId: string }): Promise<Result<null>> {
  const gate = await authorise(context, "accounts.help");
  if (!gate.ok) return gate;
  const actor = gate.value;
  const id = parseId(input.messageId);
  if (id === null) return refuse({ code: "not-found", what: "message" });
  return transact(
    context,
    async (tx) => {
      const message = await findMessage(tx, id);
      if (message === null) return refuse({ code: "not-found", what: "message" });
      const target = message.accountId === null ? null : await findTarget(tx, message.accountId);
      if (target !== null && isAbove(target, actor))
        return refuse({ code: "role-above-yours", role: roleName(target) });
      if (!(await requeueMessage(tx, id))) {
        return refuse({
          code: "wrong-state",
          what: "message",
          state: stateWords(message),
        });
      }
      const subject = { type: "message", id, name: message.toName } as const;
      await appendAudit(
        tx,
        auditEntry(context, actor, "message.retried", subject, { kind: message.kind, was: message.state }),
      );
      return done(null);
    },
    { what: "This message" },
  );
}

function stateWords(message: StoredMessage): string {
  if (message.state === "SENT") return "sent";
  if (hasReader(message)) return "about to be sent";
  const of = message.importId === null ? "its import" : `import ${importNumber(String(message.importId))}`;
  return `without its reader’s name and address, which were removed with the rows of ${of}`;
}
