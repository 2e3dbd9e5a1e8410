/** A transport that keeps what it was given and answers as it is told, and the link out of a mail; for tests. */
import type { Mail } from "@rollcall/email/types";
import { deliverMessages } from "../mail/deliver-messages";
import type { DeliveryReport, KeptMails, MailTransport } from "../mail/types";
import { value } from "./cast";
import type { TestContext } from "./test-context";

type Sent = Parameters<MailTransport["send"]>[0];
type Answer = Awaited<ReturnType<MailTransport["send"]>>;

export interface Post extends MailTransport {
  /** everything that was handed over, in order */
  sent: Sent[];
  /** what it answers from now on; a function may look at the message, or throw */
  answer: (message: Sent) => Answer | Promise<Answer>;
  /** everything that was rendered */
  rendered: Mail[];
  /** where copies lie that may have to go */
  kept?: KeptMails;
}

export function openPost(): Post {
  const post: Post = {
    sent: [],
    rendered: [],
    answer: () => ({ kind: "accepted", providerId: "p-1" }),
    send: async (message) => {
      post.sent.push(message);
      return post.answer(message);
    },
  };
  return post;
}

/** Delivers all that is due. The bodies are the mail's data as JSON, so that a test can read them. */
export async function deliver(given: TestContext, post: Post, keepReadable = false): Promise<DeliveryReport> {
  return value(
    await deliverMessages(given.context, {
      transport: post,
      kept: post.kept,
      from: "Rollcall <rollcall@localhost>",
      limit: 1000,
      keepReadable,
      renderMail: (mail) => {
        post.rendered.push(mail);
        const text = JSON.stringify(mail.data);
        return Promise.resolve({
          subject: `${mail.kind} for ${mail.data.personName}`,
          html: `<p>${text}</p>`,
          text,
        });
      },
    }),
  );
}

/** The token of the last link that went to this address; null when none did. */
export function tokenFor(post: Post, email: string): string | null {
  const mails = post.sent.filter((message) => message.to.includes(email));
  const found = /#([A-Za-z0-9_-]{43})/.exec(mails.at(-1)?.text ?? "");
  return found?.[1] ?? null;
}
