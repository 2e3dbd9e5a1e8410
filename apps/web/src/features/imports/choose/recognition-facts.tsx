"use client";
/** What a file was recognised as, every reason on a line of its own, and the ways to take it as something else. */
import { Button, Callout, Menu, MenuItem } from "@rollcall/ui";
import { Check, ChevronDown, Info, TriangleAlert } from "lucide-react";
import type { FileProblem } from "../upload/arrival";
import type { Look } from "../upload/look";
import { uploadStore } from "../upload/use-upload";
import { AboutImport } from "./about-import";
import { encodings } from "./encodings";
import { useLetGo } from "./use-chosen-file";

export function RecognitionFacts({ look }: { look: Look }) {
  const notes = look.problems.filter((problem) => problem.severity !== "error");
  const isText = look.recognition.sheets.length === 0;
  return (
    <div className="px-4 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-md font-semibold">{titleOf(look)}</h3>
        <span className="flex flex-wrap gap-1.5">
          <FormatMenu look={look} />
          {isText && <EncodingMenu />}
        </span>
      </div>
      <ul className="mt-1.5">
        {look.recognition.facts.map((fact) => (
          <Fact key={fact} fact={fact} />
        ))}
        {notes.map((problem) => (
          <Note key={`${problem.code} ${problem.message}`} problem={problem} />
        ))}
      </ul>
      {look.demands.commitsByItself === true &&
        look.reading.mapping === null &&
        !uploadStore.get().options.hold && (
          <Callout tone="info" className="mt-2">
            It imports by itself as soon as it has arrived, if every row is right. One mistake, and nothing
            goes in.
          </Callout>
        )}
    </div>
  );
}

function titleOf({ formatLabel, recognition: { format, container } }: Look): string {
  if (formatLabel === null || format === null) return "Not a list that is known";
  if (format.id === "custom") {
    const known = /^Header row of (.*)$/u.exec(format.reason)?.[1];
    return known === undefined ? "A table with columns of its own" : `Looks like ${known}`;
  }
  const kind = container === "csv" ? "CSV" : container.toUpperCase();
  return `Looks like ${/^[AEIOU]/u.test(formatLabel) ? "an" : "a"} ${formatLabel} ${kind}`.replace(
    /spreadsheet CSV$/u,
    "spreadsheet, as CSV",
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
      <span className="min-w-0 text-pretty text-foreground-2">
        {problem.message}
        <AboutImport about={problem.about} />
      </span>
    </li>
  );
}

/** Every format, the likeliest first, each with what speaks for it. */
export function FormatMenu({ look }: { look: Look }) {
  const letGo = useLetGo();
  const current = look.recognition.format?.id ?? null;
  return (
    <Menu
      label="Take the file as another format"
      align="end"
      minWidth={320}
      trigger={
        <Button size="sm" trailing={<ChevronDown />}>
          Another format
        </Button>
      }
    >
      {look.choices.map(({ id, label, reason }) => (
        <MenuItem
          key={id}
          icon={id === current ? <Check /> : <span className="size-4" />}
          onSelect={() => {
            if (id === current) return;
            letGo();
            uploadStore.read({ format: id, mapping: null });
          }}
        >
          <span className="block font-medium">{label}</span>
          <span className="block max-w-72 text-xs text-pretty text-foreground-3">{reason}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}

/** For the file whose letters come out wrong although every byte can be read. */
function EncodingMenu() {
  const letGo = useLetGo();
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
        <MenuItem
          key={id}
          onSelect={() => {
            letGo();
            uploadStore.read({ encoding: id });
          }}
        >
          Read as {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
