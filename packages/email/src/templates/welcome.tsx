/** @jsxRuntime automatic @jsxImportSource react */
/**
 * Welcome: an account was made for you. With a link the button chooses the first password, without one it signs in.
 */
import type { ReactElement } from "react";

import type { WelcomeData } from "../mail";
import { Facts } from "../pieces/facts";
import { Layout } from "../pieces/layout";
import { addressed, closingWords, reasonRuns, type Fact, type Letter } from "../pieces/letter";
import { factsText, letterText } from "../pieces/letter-text";
import { defineTemplate } from "../render/template";
import { dateWords, lineWords, linkWords, nameWords } from "../render/words";

interface WelcomeWords extends Letter {
  facts: readonly Fact[];
}

const previewData: WelcomeData = {
  personName: "Maren Østby",
  givenName: "Maren",
  organisation: "Halden Moor",
  supportAddress: "it@haldenmoor.com",
  invitedBy: "Ingrid Solheim",
  address: "maren.ostby@haldenmoor.com",
  department: "Finance",
  groups: ["Staff"],
  signInUrl: "https://accounts.haldenmoor.com/sign-in",
  setPasswordUrl: "https://accounts.haldenmoor.com/p/7Qm4-tKx9-Zr2L",
  expiresAt: new Date("2026-12-06T14:12:00Z"),
};

function words(data: WelcomeData): WelcomeWords {
  const organisation = nameWords(data.organisation);
  const maker = data.invitedBy === null ? `${organisation} has` : `${nameWords(data.invitedBy)} has`;
  const link = data.setPasswordUrl;
  return {
    subject: `Welcome to ${lineWords(data.organisation)}${link === null ? "" : ": choose your password"}`,
    preview: `${maker} made an account for you: ${lineWords(data.address)}`,
    title: addressed(`Welcome to ${organisation}`, data.givenName ?? data.personName),
    lead: `${maker} made an account for you. ${
      link === null
        ? "You can sign in with the password you were given."
        : "Choose a password and you can sign in."
    }`,
    facts: [
      { label: "You sign in as", value: lineWords(data.address) },
      { label: "Department", value: nameWords(data.department ?? "") },
      { label: "Groups", value: nameWords((data.groups ?? []).join(", "), 1000) },
    ].filter((fact) => fact.value !== ""),
    action:
      link === null
        ? { label: "Sign in", url: linkWords(data.signInUrl), note: null }
        : { label: "Choose a password", url: linkWords(link), note: lifeOf(data.expiresAt, data.timeZone) },
    reason: reasonRuns(
      data,
      `You get this because an administrator of ${organisation} added your address.`,
      link === null ? "ignore this mail." : "ignore this mail; the account stays closed.",
    ),
    closing: closingWords(data),
  };
}

function lifeOf(expiresAt: Date | null, timeZone: string | null | undefined): string {
  return expiresAt === null
    ? "The link works once."
    : `The link works once, until ${dateWords(expiresAt, timeZone)}.`;
}

function Welcome({ words }: { words: WelcomeWords }): ReactElement {
  return (
    <Layout letter={words}>
      <Facts facts={words.facts} />
    </Layout>
  );
}

export const welcome = defineTemplate({
  label: "Welcome",
  previewData,
  variants: {
    "without a link": { ...previewData, setPasswordUrl: null, expiresAt: null, department: null, groups: [] },
  },
  words,
  Page: Welcome,
  text: (words) => letterText(words, [factsText(words.facts)]),
});
