/** @jsxRuntime automatic @jsxImportSource react */
/**
 * Password reset: somebody asked for a new password for this account, and the link sets it.
 */
import type { ReactElement } from "react";

import type { PasswordResetData } from "../mail";
import { Facts } from "../pieces/facts";
import { Layout } from "../pieces/layout";
import { closingWords, reasonRuns, type Fact, type Letter } from "../pieces/letter";
import { factsText, letterText } from "../pieces/letter-text";
import { defineTemplate } from "../render/template";
import { dateWords, lineWords, linkWords, nameWords } from "../render/words";

interface PasswordResetWords extends Letter {
  facts: readonly Fact[];
}

const previewData: PasswordResetData = {
  personName: "Maren Østby",
  organisation: "Halden Moor",
  supportAddress: "it@haldenmoor.com",
  address: "maren.ostby@haldenmoor.com",
  resetUrl: "https://accounts.haldenmoor.com/p/3Hs8-wLq2-Vb6N",
  expiresAt: new Date("2026-11-24T09:30:00Z"),
  requestedBy: null,
};

function words(data: PasswordResetData): PasswordResetWords {
  const organisation = nameWords(data.organisation);
  const asker = data.requestedBy === null ? null : nameWords(data.requestedBy);
  return {
    subject: `Choose a new password for ${lineWords(data.organisation)}`,
    preview: "The link works once; ignore the mail and everything stays as it is.",
    title: "Choose a new password",
    lead:
      asker === null
        ? `Somebody, we hope you, asked for a new password for your account at ${organisation}. Until you choose one, nothing changes.`
        : `${asker} has asked for a new password for your account at ${organisation}. Until you choose one, nothing changes.`,
    facts: [{ label: "You sign in as", value: lineWords(data.address) }],
    action: {
      label: "Choose a new password",
      url: linkWords(data.resetUrl),
      note: `The link works once, until ${dateWords(data.expiresAt, data.timeZone)}.`,
    },
    reason: reasonRuns(
      data,
      asker === null
        ? "You get this because your address was typed where a password is asked for."
        : `You get this because ${asker}, an administrator of ${organisation}, asked for it.`,
      "ignore this mail; your password stays as it is.",
    ),
    closing: closingWords(data),
  };
}

function PasswordReset({ words }: { words: PasswordResetWords }): ReactElement {
  return (
    <Layout letter={words}>
      <Facts facts={words.facts} />
    </Layout>
  );
}

export const passwordReset = defineTemplate({
  label: "Password reset",
  previewData,
  variants: { "asked by an administrator": { ...previewData, requestedBy: "Ingrid Solheim" } },
  words,
  Page: PasswordReset,
  text: (words) => letterText(words, [factsText(words.facts)]),
});
