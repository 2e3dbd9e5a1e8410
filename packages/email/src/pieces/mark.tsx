/** @jsxRuntime automatic @jsxImportSource react */
/**
 * The mark and the word. The mark is drawn inline, nothing is fetched; mail programs that drop drawings still show the word.
 */
import { Text } from "@react-email/components";
import type { ReactElement } from "react";

import { ink } from "./palette";
import { sans } from "./typefaces";

const word = {
  margin: "0 8px",
  fontSize: "17px",
  lineHeight: "24px",
  fontWeight: 600,
  letterSpacing: "-0.02em",
  color: ink("foreground"),
  ...sans,
} as const;

export function Mark(): ReactElement {
  return (
    <Text className="rc-text" style={word}>
      <svg
        aria-hidden="true"
        width="20"
        height="20"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinecap="round"
        style={{ marginRight: "6px", verticalAlign: "-4px" }}
      >
        <path d="M5.25 5v14M9.75 5v14M14.25 5v14M18.75 5v14" />
        <path className="rc-strike" stroke={ink("accent-text")} d="M2.25 15.75 21.75 8.25" />
      </svg>
      Rollcall
    </Text>
  );
}
