/**
 * Delivers what waits to a post office that exists only here: it takes most mails, sends some back and puts some off. What
 * it takes stays readable in the console, like the outbox.
 */
import { deliverMessages, type Context, type MailTransport } from "@rollcall/accounts";
import { renderMail } from "@rollcall/email";
import { granted } from "./granted";
import { domains, isOurs } from "./organisation";

const from = "Halden Moor people desk <people@haldenmoor.example>";
/** deliverers beside each other */
const lanes = 3;

/** Until nothing is due any more. */
export async function deliverMail(system: Context): Promise<void> {
  const input = { transport: postOffice, from, limit: 20, renderMail, keepReadable: true };
  const lane = async () => {
    for (;;) {
      const { sent, retrying, failed, unknown, cancelled } = granted(await deliverMessages(system, input));
      if (sent + retrying + failed + unknown + cancelled === 0) return;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

const postOffice: MailTransport = {
  send: ({ to }) => {
    // Somebody else's mail (--force): the worker with the real transport takes it a minute later.
    if (!isOurs(to))
      return Promise.resolve({ kind: "retry", reason: "Put off for a minute.", retryAfterSeconds: 60 });
    const number = sum(to);
    if (number % (to.includes(domains.agency) ? 20 : 400) === 3) {
      return Promise.resolve({
        kind: "rejected",
        reason: "550 5.1.1 There is no such mailbox here.",
      } as const);
    }
    if (number % 90 === 1) {
      const reason = "451 4.7.1 Too many connections from your network, try again later.";
      return Promise.resolve({ kind: "retry", reason, retryAfterSeconds: 3_600 } as const);
    }
    return Promise.resolve({ kind: "accepted", providerId: null } as const);
  },
};

/** The same for the same address. */
function sum(text: string): number {
  let number = 0;
  for (const character of text) number = (number * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return number;
}
