/** @jsxRuntime automatic @jsxImportSource react */
/**
 * What is wrong with a file: where, and in plain words what. As HTML and as text.
 */
import { Text } from "@react-email/components";
import type { CSSProperties, ReactElement } from "react";

import { wrapText } from "./letter-text";
import { ink } from "./palette";
import { sans } from "./typefaces";

export interface ListedProblem {
  where: string;
  message: string;
}

interface ProblemListProps {
  heading: string;
  problems: readonly ListedProblem[];
  /** how many are not listed, and where they are */
  more: string | null;
}

const cell = { padding: "10px 0", ...sans } satisfies CSSProperties;
const headingStyle = { margin: "28px 0 8px", fontSize: "14px", lineHeight: "20px", fontWeight: 600, ...sans };
const where = { margin: 0, fontSize: "12px", lineHeight: "16px", color: ink("foreground-3"), ...sans };
const message = {
  margin: "2px 0 0",
  fontSize: "14px",
  lineHeight: "20px",
  color: ink("foreground"),
  ...sans,
};

/** Prints nothing when there is no problem to list. */
export function ProblemList({ heading, problems, more }: ProblemListProps): ReactElement | null {
  if (problems.length === 0) return null;
  return (
    <>
      <Text className="rc-text" style={{ ...headingStyle, color: ink("foreground") }}>
        {heading}
      </Text>
      <table
        role="presentation"
        className="rc-line"
        width="100%"
        cellPadding="0"
        cellSpacing="0"
        style={{ borderBottom: `1px solid ${ink("border")}`, borderCollapse: "separate" }}
      >
        <tbody>
          {problems.map((problem, index) => (
            <tr key={index}>
              <td
                className={index === 0 ? "rc-line" : "rc-line-subtle"}
                style={{ ...cell, borderTop: `1px solid ${ink(index === 0 ? "border" : "border-subtle")}` }}
              >
                <Text className="rc-text-3" style={where}>
                  {problem.where}
                </Text>
                <Text className="rc-text" style={{ ...message, overflowWrap: "anywhere" }}>
                  {problem.message}
                </Text>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more === null ? null : (
        <Text
          className="rc-text-2"
          style={{ ...where, marginTop: "12px", color: ink("foreground-2"), fontSize: "13px" }}
        >
          {more}
        </Text>
      )}
    </>
  );
}

/** The same list as paragraphs of plain text. */
export function problemListText(
  heading: string,
  problems: readonly ListedProblem[],
  more: string | null,
): string[] {
  if (problems.length === 0) return [];
  const lines = problems.map((problem) => wrapText(`* ${problem.where}: ${problem.message}`, "  "));
  return [[`${heading}:`, ...lines].join("\n"), ...(more === null ? [] : [wrapText(more)])];
}
