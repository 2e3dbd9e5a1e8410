"use client";
/** What can be done with a record: take the import back, and download what is kept of it. On phones all of it is one menu. */
import type { ImportRecord } from "@rollcall/accounts";
import { Button, IconButton, Menu, MenuItem } from "@rollcall/ui";
import { ChevronDown, Download, Ellipsis, Undo2 } from "lucide-react";
import Link from "next/link";
import { countOf } from "../../pieces/words";
import { useIsPhone } from "../../shell/reader";
import { useMay } from "../../shell/viewer-context";
import { UndoImport } from "../undo/undo-import";
import { undoWords } from "../undo/undo-words";

interface FileToTake {
  href: string;
  label: string;
}

export function RecordActions({ record }: { record: ImportRecord }) {
  const phone = useIsPhone();
  const mayRun = useMay("imports.run");
  const undo = mayRun ? undoWords(record) : null;
  const files = filesOf(record);
  if (phone) return <PhoneMenu id={record.id} undo={undo} files={files} />;
  return (
    <>
      <UndoImport record={record} />
      <Downloads record={record} files={files} />
    </>
  );
}

function PhoneMenu({ id, undo, files }: { id: string; undo: string | null; files: FileToTake[] }) {
  if (undo === null && files.length === 0) return null;
  return (
    <Menu
      align="end"
      trigger={<IconButton label="More" icon={<Ellipsis />} size="lg" tooltip={false} className="-mr-2" />}
    >
      {undo !== null && (
        <MenuItem icon={<Undo2 />} render={<Link href={`/imports/${id}/undo`} />}>
          {undo}
        </MenuItem>
      )}
      {files.map(({ href, label }) => (
        <MenuItem key={href} icon={<Download />} render={<a href={href} download />}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}

function Downloads({ record, files }: { record: ImportRecord; files: FileToTake[] }) {
  const [only] = files;
  if (only === undefined) return null;
  if (record.undo !== null)
    return (
      <Button icon={<Download />} render={<a href={only.href} download />}>
        Evidence
      </Button>
    );
  return (
    <Menu
      align="end"
      trigger={
        <Button icon={<Download />} trailing={<ChevronDown />}>
          Download
        </Button>
      }
    >
      {files.map(({ href, label }) => (
        <MenuItem key={href} render={<a href={href} download />}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}

function filesOf({ id, undo, summary, status }: ImportRecord): FileToTake[] {
  const evidence = { href: `/api/imports/${id}/evidence`, label: "Evidence bundle" };
  if (undo !== null) return [evidence];
  if (summary === null) return [];
  return [
    { href: `/api/imports/${id}/report?format=csv`, label: "Row by row report, CSV" },
    { href: `/api/imports/${id}/report?format=json`, label: "Row by row report, JSON" },
    ...(status === "COMPLETED" ? [evidence] : []),
    ...(summary.problem > 0
      ? [{ href: `/api/imports/${id}/corrections`, label: `${countOf(summary.problem, "row")} to correct` }]
      : []),
  ];
}
