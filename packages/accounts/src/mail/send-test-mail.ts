/** Tries whether mail works, by sending one. */
import { appendAudit } from "@rollcall/db";
import { authorise } from "../access/authorise";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { addressFault } from "../people/check-fields";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { queueTest } from "./queue-mail";

/** `transport` is how mail is sent, in words without secrets (`describeTransport` of @rollcall/email). */
export async function sendTestMail(
  context: Context,
  input: { to: string; transport: string },
): Promise<Result<null>> {
  const gate = await authorise(context, "settings.write");
  if (!gate.ok) return gate;
  const actor = gate.value;
  const email = input.to.trim();
  const fault = addressFault(email);
  if (fault !== null) return refuse({ code: "invalid", fields: { to: fault } });
  return transact(context, async (tx) => {
    await queueTest(tx, { accountId: null, name: "", email }, actor.name, input.transport);
    const subject = { type: "message", id: null, name: email } as const;
    await appendAudit(tx, auditEntry(context, actor, "mail.tested", subject));
    return done(null);
  });
}
