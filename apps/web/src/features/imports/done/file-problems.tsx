"use client";
/** What is wrong with a file as a whole, each with its line, in the importer's own words. */
import { describeProblem, type Problem } from "@rollcall/importer";

export function FileProblems({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul className="space-y-1">
      {problems.map((problem) => (
        <li key={`${String(problem.line)} ${problem.code}`} className="text-pretty">
          {problem.line !== null && (
            <span className="tabular font-medium">Line {problem.line.toLocaleString("en-GB")}: </span>
          )}
          {describeProblem(problem)}
        </li>
      ))}
    </ul>
  );
}
