/** @jsxRuntime automatic @jsxImportSource react */
/**
 * Domain export: a domain was deleted and its hosted users are in the attached file, ready to be imported again.
 */
import type { ReactElement } from "react";

import type { DomainExportData } from "../mail";
import { Facts } from "../pieces/facts";
import { Layout } from "../pieces/layout";
import { closingWords, type Fact, type Letter } from "../pieces/letter";
import { factsText, letterText } from "../pieces/letter-text";
import { defineTemplate } from "../render/template";
import { countWords, dateWords, lineWords, linkWords, nameWords } from "../render/words";

interface DomainExportWords extends Letter {
  facts: readonly Fact[];
}

const previewData: DomainExportData = {
  personName: "Ingrid Solheim",
  organisation: "Halden Moor",
  domain: "old.haldenmoor.com",
  accountCount: 218,
  fileName: "old.haldenmoor.com-users.csv",
  deletedBy: "Ingrid Solheim",
  deletedAt: new Date("2026-11-23T10:20:00Z"),
  domainsUrl: "https://accounts.haldenmoor.com/domains",
};

function words(data: DomainExportData): DomainExportWords {
  const domain = lineWords(data.domain);
  const remover = nameWords(data.deletedBy);
  const accounts = countWords(data.accountCount, "hosted user", "hosted users");
  const unpack = data.fileName.endsWith(".gz") ? "Unpack it (gzip), then import" : "Import";
  return {
    subject: `Deleted domain ${domain}: its users are attached`,
    preview: `${accounts}, in the file that can be imported again.`,
    title: `The domain ${domain} was deleted`,
    lead: `Its ${accounts} ${data.accountCount === 1 ? "is" : "are"} in the attached file, without passwords. ${unpack} it as a hosted users file to bring them back.`,
    facts: [
      { label: "Attached", value: nameWords(data.fileName) },
      { label: "Deleted by", value: remover },
      { label: "When", value: dateWords(data.deletedAt, data.timeZone) },
    ],
    action: { label: "Open domains", url: linkWords(data.domainsUrl), note: null },
    reason: [
      {
        words: `You get this because you administer ${nameWords(data.organisation)} and ${remover} deleted a domain.`,
        strong: false,
      },
    ],
    closing: closingWords(data),
  };
}

function DomainExport({ words }: { words: DomainExportWords }): ReactElement {
  return (
    <Layout letter={words}>
      <Facts facts={words.facts} />
    </Layout>
  );
}

export const domainExport = defineTemplate({
  label: "Domain export",
  previewData,
  variants: {
    packed: { ...previewData, accountCount: 61_004, fileName: "old.haldenmoor.com-users.csv.gz" },
  },
  words,
  Page: DomainExport,
  text: (words) => letterText(words, [factsText(words.facts)]),
});
