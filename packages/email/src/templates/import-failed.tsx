/** @jsxRuntime automatic @jsxImportSource react */
/**
 * Import failed: nothing was changed, and why, row by row. The mail lists the first 20 problems, the attached CSV as
 * many as fit into it, the import's page all of them.
 */
import type { ReactElement } from "react";

import type { ImportFailedData, ReportedProblem } from "../mail";
import { Layout } from "../pieces/layout";
import { closingWords, type Letter } from "../pieces/letter";
import { letterText } from "../pieces/letter-text";
import { ProblemList, problemListText, type ListedProblem } from "../pieces/problem-list";
import { defineTemplate } from "../render/template";
import { countWords, dateWords, lineWords, linkWords, nameWords, numberWords } from "../render/words";

/** How many problems a mail lists (PRODUCT.md, directory-spreadsheet). */
export const LISTED_PROBLEMS = 20;

interface ImportFailedWords extends Letter {
  heading: string;
  problems: readonly ListedProblem[];
  more: string | null;
}

const preview: readonly ReportedProblem[] = [
  { line: 4, column: "Email", message: "“maren.ostby@” is not a complete address." },
  { line: 11, column: "Password", message: "The password is too short: 12 characters are the least." },
  { line: 27, column: "alias1", message: "“info@haldenmoor.com” already belongs to Jonas Lie." },
  { line: 93, column: null, message: "The row has 14 values, but the header only 11." },
];

const previewData: ImportFailedData = {
  personName: "Ingrid Solheim",
  organisation: "Halden Moor",
  fileName: "directory-november.xls",
  importUrl: "https://accounts.haldenmoor.com/imports/4183",
  startedBy: "Ingrid Solheim",
  failedAt: new Date("2026-11-23T10:09:00Z"),
  reason: "The file is taken as a whole, and some of its rows cannot go in.",
  problems: preview,
  problemCount: preview.length,
};

function listed(problem: ReportedProblem): ListedProblem {
  const line = problem.line === null ? "File" : `Line ${problem.line}`;
  const column = problem.column === null ? "" : nameWords(problem.column, 60);
  return { where: column === "" ? line : `${line}, ${column}`, message: nameWords(problem.message, 400) };
}

function moreWords(data: ImportFailedData, shown: number): string | null {
  const left = data.problemCount - shown;
  if (left <= 0) return null;
  const attachment = data.attachmentName ?? null;
  const attached = data.attachedCount ?? null;
  if (attachment === null) return `And ${numberWords(left)} more: the import’s page lists them all.`;
  if (attached === null)
    return `And ${numberWords(left)} more: the attached ${nameWords(attachment)} lists them all.`;
  return `And ${numberWords(left)} more: the attached ${nameWords(attachment)} was cut after the first ${numberWords(attached)}, the import’s page lists them all.`;
}

function words(data: ImportFailedData): ImportFailedWords {
  const problems = data.problems.slice(0, LISTED_PROBLEMS).map(listed);
  const file = nameWords(data.fileName);
  const { waits = false } = data;
  return {
    subject: `Not imported: ${lineWords(data.fileName)}`,
    preview: `Nothing was changed. ${nameWords(data.reason, 400)}`,
    title: waits
      ? "The import waits for its review again, nothing was changed"
      : "The import failed, nothing was changed",
    lead: `${file}: ${nameWords(data.reason, 400)}`,
    heading: countWords(data.problemCount, "problem", "problems"),
    problems,
    more: moreWords(data, problems.length),
    action: {
      label: waits ? "Open the review" : "Open the import",
      url: linkWords(data.importUrl),
      note: `It stopped on ${dateWords(data.failedAt, data.timeZone)}. ${waits ? "Every correction is kept." : "Correct the file and drop it in again."}`,
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

function ImportFailed({ words }: { words: ImportFailedWords }): ReactElement {
  return (
    <Layout letter={words}>
      <ProblemList heading={words.heading} problems={words.problems} more={words.more} />
    </Layout>
  );
}

const many = Array.from({ length: 61 }, (_, index): ReportedProblem => {
  const problem = preview[index % preview.length];
  return { line: index * 7 + 4, column: problem?.column ?? null, message: problem?.message ?? "" };
});

export const importFailed = defineTemplate({
  label: "Import failed",
  previewData,
  variants: {
    "more than are listed": {
      ...previewData,
      problems: many,
      problemCount: many.length,
      attachmentName: "directory-november-problems.csv",
    },
    "more than are attached": {
      ...previewData,
      problems: many,
      problemCount: 48_210,
      attachmentName: "directory-november-problems.csv",
      attachedCount: 9_312,
    },
    "the file as a whole": {
      ...previewData,
      reason: "The file is locked with a password and cannot be read.",
      problems: [],
      problemCount: 0,
    },
  },
  words,
  Page: ImportFailed,
  text: (words) => letterText(words, problemListText(words.heading, words.problems, words.more)),
});
