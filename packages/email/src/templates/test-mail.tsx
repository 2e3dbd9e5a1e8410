/** @jsxRuntime automatic @jsxImportSource react */
/**
 * Test mail: if it arrives, mail works.
 */
import type { ReactElement } from "react";

import type { TestData } from "../mail";
import { Facts } from "../pieces/facts";
import { Layout } from "../pieces/layout";
import { closingWords, type Fact, type Letter } from "../pieces/letter";
import { factsText, letterText } from "../pieces/letter-text";
import { defineTemplate } from "../render/template";
import { dateWords, lineWords, linkWords, nameWords } from "../render/words";

interface TestWords extends Letter {
  facts: readonly Fact[];
}

const previewData: TestData = {
  personName: "Ingrid Solheim",
  organisation: "Halden Moor",
  address: "ingrid.solheim@haldenmoor.com",
  requestedBy: "Ingrid Solheim",
  sentAt: new Date("2026-11-23T09:58:00Z"),
  transport: "smtp, mail.haldenmoor.com:587",
  settingsUrl: "https://accounts.haldenmoor.com/settings/mail",
};

function words(data: TestData): TestWords {
  return {
    subject: `Test mail from ${lineWords(data.organisation)}`,
    preview: "If you can read this, mail works.",
    title: "Mail works",
    lead: "This is the test mail you asked for. Welcome mails, invitations and reports take the same way.",
    facts: [
      { label: "Sent to", value: lineWords(data.address) },
      { label: "Sent through", value: lineWords(data.transport) },
      { label: "When", value: dateWords(data.sentAt, data.timeZone) },
    ],
    action: { label: "Open mail settings", url: linkWords(data.settingsUrl), note: null },
    reason: [
      {
        words: `You get this because ${nameWords(data.requestedBy)} sent a test mail from the console of ${nameWords(data.organisation)}.`,
        strong: false,
      },
    ],
    closing: closingWords(data),
  };
}

function TestMail({ words }: { words: TestWords }): ReactElement {
  return (
    <Layout letter={words}>
      <Facts facts={words.facts} />
    </Layout>
  );
}

export const testMail = defineTemplate({
  label: "Test mail",
  previewData,
  words,
  Page: TestMail,
  text: (words) => letterText(words, [factsText(words.facts)]),
});
