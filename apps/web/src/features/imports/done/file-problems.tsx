"use client";
/** What is to say of a file as a whole, each with its line, in the importer's own words; `done`: of what has happened. */
import { describeProblem, describeProblemDone, type Problem } from "@rollcall/importer";

export interface FileProblemsProps {
  problems: readonly Problem[];
  done?: boolean;
}

export function FileProblems({ problems, done = false }: FileProblemsProps) {
  return (
    <ul className="space-y-1">
      {problems.map((problem) => (
        <li key={`${String(problem.line)} ${problem.code}`} className="text-pretty">
          {problem.line !== null && (
            <span className="tabular font-medium">Line {problem.line.toLocaleString("en-GB")}: </span>
          )}
          {done ? describeProblemDone(problem) : describeProblem(problem)}
        </li>
      ))}
    </ul>
  );
}
