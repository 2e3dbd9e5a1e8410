/** @jsxRuntime automatic @jsxImportSource react */
/**
 * Password changed: tells an account's owner that it happened, and how to take the account back if it was not them.
 */
import type { ReactElement } from "react";

import type { PasswordChangedData } from "../mail";
import { Facts } from "../pieces/facts";
import { Layout } from "../pieces/layout";
import { closingWords, reasonRuns, type Fact, type Letter } from "../pieces/letter";
import { factsText, letterText } from "../pieces/letter-text";
import { defineTemplate } from "../render/template";
import { dateWords, lineWords, linkWords, nameWords } from "../render/words";

interface PasswordChangedWords extends Letter {
  facts: readonly Fact[];
}

const previewData: PasswordChangedData = {
  personName: "Maren Østby",
  organisation: "Halden Moor",
  supportAddress: "it@haldenmoor.com",
  address: "maren.ostby@haldenmoor.com",
  changedAt: new Date("2026-11-23T16:48:00Z"),
  changedBy: null,
  resetUrl: "https://accounts.haldenmoor.com/forgot",
};

function words(data: PasswordChangedData): PasswordChangedWords {
  const organisation = nameWords(data.organisation);
  return {
    subject: `Your password at ${lineWords(data.organisation)} was changed`,
    preview: "If that was you, there is nothing to do.",
    title: "Your password was changed",
    lead: "If that was you, there is nothing to do. If it was not, choose a new password now: it ends every other sign-in.",
    facts: [
      { label: "Account", value: lineWords(data.address) },
      { label: "When", value: dateWords(data.changedAt, data.timeZone) },
      {
        label: "By",
        value:
          data.changedBy === null
            ? "You, or somebody with your password or a link of yours"
            : nameWords(data.changedBy),
      },
    ],
    action: {
      label: "It was not me",
      url: linkWords(data.resetUrl),
      note: "The page asks for your address and sends you a link.",
    },
    reason: reasonRuns(
      data,
      `You get this because the password of your account at ${organisation} changed; it cannot be turned off.`,
      "choose a new password at once.",
    ),
    closing: closingWords(data),
  };
}

function PasswordChanged({ words }: { words: PasswordChangedWords }): ReactElement {
  return (
    <Layout letter={words}>
      <Facts facts={words.facts} />
    </Layout>
  );
}

export const passwordChanged = defineTemplate({
  label: "Password changed",
  previewData,
  variants: { "by an administrator": { ...previewData, changedBy: "Ingrid Solheim" } },
  words,
  Page: PasswordChanged,
  text: (words) => letterText(words, [factsText(words.facts)]),
});
