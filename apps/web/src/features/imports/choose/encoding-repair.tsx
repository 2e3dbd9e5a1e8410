"use client";
/** For a file that is not in UTF-8: what each other reading makes of it, side by side, and the button that takes one. */
import type { EncodingChange, EncodingId } from "@rollcall/importer";
import { Button, Select, Skeleton } from "@rollcall/ui";
import { ArrowRight } from "lucide-react";
import { useEffect, useState } from "react";
import type { FileProblem } from "../upload/arrival";
import { uploadStore } from "../upload/use-upload";
import { encodingLabel, encodings } from "./encodings";
import { useLetGo } from "./use-chosen-file";

export function EncodingRepair({ problem, from }: { problem: FileProblem; from: EncodingId }) {
  const letGo = useLetGo();
  const [chosen, setChosen] = useState(problem.offer as EncodingId);
  const changes = useChanges(from, chosen);
  const likely = [problem.offer, ...problem.alternatives];
  const others = encodings.filter(({ id }) => id !== from && !likely.includes(id));
  return (
    <div className="mt-3 rounded-md border border-border bg-surface">
      <div className="flex flex-wrap items-center gap-2 border-b border-border px-3 py-2.5">
        <span className="font-medium">Read it as</span>
        <Select
          compact
          aria-label="Encoding to read the file in"
          value={chosen}
          onValueChange={setChosen}
          options={[
            {
              group: "Likely",
              options: likely.map((id) => ({ value: id as EncodingId, label: encodingLabel(id) })),
            },
            { group: "Others", options: others.map(({ id, label }) => ({ value: id, label })) },
          ]}
        />
        <Button
          variant="primary"
          className="ml-auto max-md:w-full"
          onClick={() => {
            letGo();
            uploadStore.read({ encoding: chosen });
          }}
        >
          Read as {encodingLabel(chosen)}
        </Button>
      </div>
      {changes === null ? (
        <div className="p-3">
          <Skeleton className="w-60" />
        </div>
      ) : (
        <Changes changes={changes} from={from} to={chosen} />
      )}
    </div>
  );
}

function Changes({
  changes,
  from,
  to,
}: {
  changes: readonly EncodingChange[];
  from: EncodingId;
  to: EncodingId;
}) {
  if (changes.length === 0)
    return (
      <p className="p-3 text-foreground-3">The first rows read the same. What differs stands further down.</p>
    );
  return (
    <table className="w-full text-left">
      <caption className="sr-only">What reading it as {encodingLabel(to)} changes</caption>
      <thead className="text-xs text-foreground-3">
        <tr>
          <th scope="col" className="w-14 px-3 py-1.5 text-right font-normal">
            Line
          </th>
          <th scope="col" className="px-2 py-1.5 font-normal">
            As {encodingLabel(from)}
          </th>
          <th scope="col" className="px-2 py-1.5 font-normal">
            As {encodingLabel(to)}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.line} className="border-t border-border-subtle align-top">
            <td className="tabular px-3 py-1.5 text-right text-foreground-3">{change.line}</td>
            <td className="px-2 py-1.5 break-words text-foreground-3 line-through decoration-border-strong">
              {change.before}
            </td>
            <td className="px-2 py-1.5 break-words">
              <span className="flex items-start gap-2">
                <ArrowRight className="mt-1 size-3.5 shrink-0 text-foreground-3 max-md:hidden" />
                <span className="font-medium">{change.after}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** null while they are found out. */
function useChanges(from: EncodingId, to: EncodingId): EncodingChange[] | null {
  const [known, setKnown] = useState<{ to: EncodingId; changes: EncodingChange[] } | null>(null);
  useEffect(() => {
    const file = uploadStore.file();
    if (file === null) return;
    let left = false;
    void import("../upload/look-at-file")
      .then(({ encodingChanges }) => encodingChanges(file, from, to))
      .catch(() => [])
      .then((changes) => {
        if (!left) setKnown({ to, changes });
      });
    return () => {
      left = true;
    };
  }, [from, to]);
  return known?.to === to ? known.changes : null;
}
