"use client";
/** What a file was recognised as, and every reason on a line of its own. */
import type { EncodingId } from "@rollcall/importer";
import { Button, Menu, MenuItem } from "@rollcall/ui";
import { Check, ChevronDown, Info, TriangleAlert } from "lucide-react";
import type { FileProblem } from "../upload/arrival";
import type { Look } from "../upload/look-at-file";
import { uploadStore } from "../upload/use-upload";

export function RecognitionFacts({ look }: { look: Look }) {
  const notes = look.problems.filter((problem) => problem.severity !== "error");
  return (
    <div className="px-4 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-md font-semibold">
          {look.formatLabel === null ? "Not a list that is known" : `Looks like a ${look.formatLabel} CSV`}
        </h3>
        <EncodingMenu />
      </div>
      <ul className="mt-1.5">
        {look.recognition.facts.map((fact) => (
          <Fact key={fact} fact={fact} />
        ))}
        {notes.map((problem) => (
          <Note key={`${problem.code} ${problem.message}`} problem={problem} />
        ))}
      </ul>
    </div>
  );
}

function Fact({ fact }: { fact: string }) {
  const [said, ...why] = fact.split(" · ");
  return (
    <li className="flex items-start gap-2.5 py-1">
      <Check className="mt-0.5 text-success" />
      <span className="min-w-0 text-pretty">
        {said} {why.length > 0 && <span className="text-foreground-3">· {why.join(" · ")}</span>}
      </span>
    </li>
  );
}

function Note({ problem }: { problem: FileProblem }) {
  const isWarning = problem.severity === "warning";
  return (
    <li className="flex items-start gap-2.5 py-1">
      {isWarning ? (
        <TriangleAlert className="mt-0.5 text-warning" />
      ) : (
        <Info className="mt-0.5 text-foreground-3" />
      )}
      <span className="min-w-0 text-pretty text-foreground-2">{problem.message}</span>
    </li>
  );
}

const encodings: { id: EncodingId; label: string }[] = [
  { id: "utf-8", label: "UTF-8" },
  { id: "windows-1252", label: "Windows-1252" },
  { id: "utf-16le", label: "UTF-16, little-endian" },
  { id: "utf-16be", label: "UTF-16, big-endian" },
];

/** For the file whose letters come out wrong although every byte can be read. */
function EncodingMenu() {
  return (
    <Menu
      label="Read the file in another encoding"
      align="end"
      trigger={
        <Button size="sm" trailing={<ChevronDown />}>
          Another encoding
        </Button>
      }
    >
      {encodings.map(({ id, label }) => (
        <MenuItem key={id} onSelect={() => uploadStore.retry(id)}>
          Read as {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
