/** @jsxRuntime automatic @jsxImportSource react */
/**
 * Invitation to enrol: opened on the device that is to be enrolled, or on any screen beside it.
 */
import type { ReactElement } from "react";

import type { InvitationData } from "../mail";
import { Facts } from "../pieces/facts";
import { Layout } from "../pieces/layout";
import { addressed, closingWords, reasonRuns, type Fact, type Letter } from "../pieces/letter";
import { factsText, letterText } from "../pieces/letter-text";
import { defineTemplate } from "../render/template";
import { dateWords, lineWords, linkWords, nameWords } from "../render/words";

interface InvitationWords extends Letter {
  facts: readonly Fact[];
}

const previewData: InvitationData = {
  personName: "Maren Østby",
  organisation: "Halden Moor",
  supportAddress: "it@haldenmoor.com",
  invitedBy: "Ingrid Solheim",
  address: "maren.ostby@haldenmoor.com",
  enrolUrl: "https://accounts.haldenmoor.com/enrol/9Kd2-bXf7-Ty5P",
  expiresAt: new Date("2026-11-24T14:12:00Z"),
  policyName: "Phones and tablets",
};

function words(data: InvitationData): InvitationWords {
  const organisation = nameWords(data.organisation);
  const inviter = data.invitedBy === null ? organisation : nameWords(data.invitedBy);
  return {
    subject: `Enrol your device with ${lineWords(data.organisation)}`,
    preview: `${inviter} invites you. It takes about two minutes.`,
    title: addressed("Enrol your device", data.personName),
    lead: `${inviter} invites you to use a phone, tablet or computer with ${organisation}. Open this mail on that device and press the button; before anything is enrolled you see what ${organisation} may do on it.`,
    facts: [
      { label: "For", value: lineWords(data.address) },
      { label: "Policy", value: nameWords(data.policyName ?? "") },
    ].filter((fact) => fact.value !== ""),
    action: {
      label: "Enrol this device",
      url: linkWords(data.enrolUrl),
      note: `The link enrols one device, until ${dateWords(data.expiresAt, data.timeZone)}.`,
    },
    reason: reasonRuns(
      data,
      `You get this because an administrator of ${organisation} invited your address.`,
      "ignore this mail; nothing is enrolled.",
    ),
    closing: closingWords(data),
  };
}

function Invitation({ words }: { words: InvitationWords }): ReactElement {
  return (
    <Layout letter={words}>
      <Facts facts={words.facts} />
    </Layout>
  );
}

export const invitation = defineTemplate({
  label: "Invitation to enrol",
  previewData,
  variants: { "without a policy": { ...previewData, policyName: null, invitedBy: null } },
  words,
  Page: Invitation,
  text: (words) => letterText(words, [factsText(words.facts)]),
});
