"use client";
/** The way to the import that a problem of a file sends people to; nothing for problems that send nowhere. */
import Link from "next/link";
import type { FileProblem } from "../upload/arrival";
import { importNumber } from "../words/import-number";

export function AboutImport({ about }: Pick<FileProblem, "about">) {
  if (about === null) return null;
  return (
    <>
      {" "}
      <Link
        href={`/imports/${about}`}
        className="whitespace-nowrap text-accent-text underline underline-offset-2"
      >
        Open {importNumber(about)}
      </Link>
    </>
  );
}
