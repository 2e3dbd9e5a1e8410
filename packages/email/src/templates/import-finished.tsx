/** @jsxRuntime automatic @jsxImportSource react */
/**
 * Import finished: what a file did, in numbers, for who started it.
 */
import type { ReactElement } from "react";

import type { ImportFinishedData } from "../mail";
import { Facts } from "../pieces/facts";
import { Layout } from "../pieces/layout";
import { closingWords, type Fact, type Letter } from "../pieces/letter";
import { factsText, letterText } from "../pieces/letter-text";
import { defineTemplate } from "../render/template";
import { countWords, dateWords, lineWords, linkWords, nameWords, numberWords } from "../render/words";

interface ImportFinishedWords extends Letter {
  facts: readonly Fact[];
}

const previewData: ImportFinishedData = {
  personName: "Ingrid Solheim",
  organisation: "Halden Moor",
  fileName: "staff-november.csv",
  importUrl: "https://accounts.haldenmoor.com/imports/4182",
  startedBy: "Ingrid Solheim",
  finishedAt: new Date("2026-11-23T10:04:00Z"),
  counts: { created: 12_361, updated: 612, unchanged: 147, skipped: 15, problems: 61 },
  mails: 11_980,
};

/** What happened, in one sentence: only what did. */
function happened({ created, updated, problems }: ImportFinishedData["counts"]): string {
  const parts = [
    created > 0 ? `${countWords(created, "account", "accounts")} created` : "",
    updated > 0 ? `${numberWords(updated)} updated` : "",
  ].filter((part) => part !== "");
  const done = parts.length === 0 ? "Nothing needed to change" : parts.join(", ");
  if (problems === 0) return `${done}.`;
  return `${done}. ${countWords(problems, "row needs", "rows need")} your attention before ${problems === 1 ? "it" : "they"} can go in.`;
}

function words(data: ImportFinishedData): ImportFinishedWords {
  const { counts } = data;
  const file = nameWords(data.fileName);
  const numbers: readonly (readonly [string, number])[] = [
    ["Created", counts.created],
    ["Updated", counts.updated],
    ["Unchanged", counts.unchanged],
    ["Skipped", counts.skipped],
    ["Need attention", counts.problems],
    ["Mails to people", data.mails],
  ];
  return {
    subject: `Imported: ${lineWords(data.fileName)}`,
    preview: happened(counts),
    title: counts.problems === 0 ? "The import is done" : "The import is done, with rows left over",
    lead: happened(counts),
    facts: [
      { label: "File", value: file },
      ...numbers
        .filter(([, count]) => count > 0)
        .map(([label, count]) => ({ label, value: numberWords(count) })),
      { label: "Finished", value: dateWords(data.finishedAt, data.timeZone) },
    ],
    action: {
      label: counts.problems === 0 ? "See the import" : "Correct the rows",
      url: linkWords(data.importUrl),
      note: "The import can be taken back from its page.",
    },
    reason: [
      {
        words: `You get this because ${nameWords(data.startedBy)} started this import for ${nameWords(data.organisation)}.`,
        strong: false,
      },
    ],
    closing: closingWords(data),
  };
}

function ImportFinished({ words }: { words: ImportFinishedWords }): ReactElement {
  return (
    <Layout letter={words}>
      <Facts facts={words.facts} compact />
    </Layout>
  );
}

export const importFinished = defineTemplate({
  label: "Import finished",
  previewData,
  variants: {
    "nothing to do": {
      ...previewData,
      counts: { created: 0, updated: 0, unchanged: 13_196, skipped: 0, problems: 0 },
      mails: 0,
    },
  },
  words,
  Page: ImportFinished,
  text: (words) => letterText(words, [factsText(words.facts)]),
});
