/** Choose a file: the first step of an import. */
import { formatList } from "@rollcall/importer";
import type { Metadata } from "next";
import { ChooseScreen } from "../../../../features/imports/choose/choose-screen";
import { environment } from "../../../../env";

export const metadata: Metadata = { title: "New import" };

export default function NewImportPage() {
  // Own columns have the template of the complete format: offering both would be asking what differs.
  const offered = formatList.filter(({ id }) => id !== "custom");
  const templates = offered.map(({ id, label, description, columns }) => ({
    id,
    label,
    description,
    columns: columns.map(({ header, required, help }) => ({ header, required, help })),
  }));
  return <ChooseScreen templates={templates} maxBytes={environment().importMaxBytes} />;
}
