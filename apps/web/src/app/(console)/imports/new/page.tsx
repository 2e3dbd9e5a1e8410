/** Choose a file: the first step of an import. */
import { formatList } from "@rollcall/importer";
import type { Metadata } from "next";
import { ChooseScreen } from "../../../../features/imports/choose/choose-screen";
import { environment } from "../../../../env";

export const metadata: Metadata = { title: "New import" };

export default function NewImportPage() {
  const templates = formatList.map(({ id, label, columns }) => ({
    id,
    label,
    columns: columns.map(({ header, required, help }) => ({ header, required, help })),
  }));
  return <ChooseScreen templates={templates} maxBytes={environment().importMaxBytes} />;
}
