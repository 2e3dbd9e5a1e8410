import { describe, expect, it } from "vitest";

import type { Mail } from "../mail";
import { renderMail } from "../render-mail";
import { registry } from "./registry";

describe("what single kinds say", () => {
  const facts: readonly (readonly [string, Mail, readonly string[], readonly string[]])[] = [
    [
      "a welcome with a link says how long it lives, and who made the account",
      { kind: "welcome", data: registry.welcome.previewData },
      [
        "Choose a password:",
        "The link works once, until Sunday 6 December 2026, 14:12 UTC.",
        "Ingrid Solheim has made",
      ],
      ["Sign in:"],
    ],
    [
      "a welcome without one signs in",
      { kind: "welcome", data: { ...registry.welcome.previewData, setPasswordUrl: null, invitedBy: null } },
      ["Sign in:", "Halden Moor has made an account for you"],
      ["Choose a password", "works once"],
    ],
    [
      "a failed import lists twenty problems and counts the rest",
      {
        kind: "import-failed",
        data: {
          ...registry["import-failed"].previewData,
          problems: Array.from({ length: 25 }, (_, index) => ({
            line: index + 2,
            column: "Email",
            message: `wrong-${index}-`,
          })),
          problemCount: 1061,
          attachmentName: null,
        },
      },
      ["1,061 problems:", "* Line 2, Email: wrong-0-", "wrong-19-", "And 1,041 more", "import’s page"],
      ["wrong-20-"],
    ],
    [
      "one that waits for its review again does not ask for another file",
      { kind: "import-failed", data: { ...registry["import-failed"].previewData, waits: true } },
      ["waits for its review again", "Open the review:", "Every correction is kept."],
      ["drop it in again", "The import failed"],
    ],
    [
      "one with more problems than fit into the attached file says where it was cut",
      {
        kind: "import-failed",
        data: {
          ...registry["import-failed"].previewData,
          problems: Array.from({ length: 20 }, (_, index) => ({
            line: index + 2,
            column: null,
            message: `wrong-${index}-`,
          })),
          problemCount: 48_210,
          attachmentName: "people-problems.csv",
          attachedCount: 9_312,
        },
      },
      ["And 48,190 more", "cut after the first 9,312", "the import’s page lists them all"],
      [],
    ],
    [
      "a domain's users in a packed file are to be unpacked first",
      {
        kind: "domain-export",
        data: { ...registry["domain-export"].previewData, fileName: "big.example-users.csv.gz" },
      },
      ["Unpack it (gzip), then import it as a hosted users file"],
      [],
    ],
    [
      "one of the file as a whole lists none",
      {
        kind: "import-failed",
        data: { ...registry["import-failed"].previewData, problems: [], problemCount: 0 },
      },
      ["nothing was changed"],
      ["problems:", "more:"],
    ],
    [
      "an import that did nothing says so",
      {
        kind: "import-finished",
        data: {
          ...registry["import-finished"].previewData,
          counts: { created: 0, updated: 0, unchanged: 9, skipped: 0, problems: 0 },
          mails: 0,
        },
      },
      ["Nothing needed to change.", "Unchanged:"],
      ["Created:", "Skipped:", "Mails"],
    ],
    [
      "without a support address nobody is named",
      { kind: "invitation", data: { ...registry.invitation.previewData, supportAddress: null } },
      ["Not you? Ignore this mail; nothing is enrolled."],
      ["it@haldenmoor.com"],
    ],
  ];
  it.each(facts)("%s", async (_why, mail, present, absent) => {
    const { html, text } = await renderMail(mail);
    const flat = text.replace(/\s+/gu, " ");
    for (const words of present) expect(flat).toContain(words);
    for (const words of absent) {
      expect(flat).not.toContain(words);
      expect(html).not.toContain(words.replace(/:$/u, "<"));
    }
  });
});
