/** @jsxRuntime automatic @jsxImportSource react */
/**
 * Labelled values between hairlines; on a phone the label stands above its value unless they are short.
 */
import type { CSSProperties, ReactElement } from "react";

import type { Fact } from "./letter";
import { ink } from "./palette";
import { sans } from "./typefaces";

const cell = {
  padding: "12px 0",
  fontSize: "14px",
  lineHeight: "20px",
  verticalAlign: "top",
  overflowWrap: "anywhere",
  fontVariantNumeric: "tabular-nums",
  ...sans,
} satisfies CSSProperties;

const table = {
  marginTop: "28px",
  borderBottom: `1px solid ${ink("border")}`,
  borderCollapse: "separate",
} satisfies CSSProperties;

interface FactsProps {
  facts: readonly Fact[];
  /** for short values: label and value stay side by side on a phone too */
  compact?: boolean;
}

/** The first value is set in a heavier weight: the one to remember. */
export function Facts({ facts, compact = false }: FactsProps): ReactElement {
  return (
    <table role="presentation" className="rc-line" width="100%" cellPadding="0" cellSpacing="0" style={table}>
      <tbody>
        {facts.map((fact, index) => {
          const line = index === 0 ? "rc-line" : "rc-line-subtle";
          const borderTop = `1px solid ${ink(index === 0 ? "border" : "border-subtle")}`;
          return (
            <tr key={index}>
              <td
                className={`${compact ? "" : "rc-label "}rc-text-3 ${line}`}
                width="150"
                style={{ ...cell, borderTop, color: ink("foreground-3") }}
              >
                {fact.label}
              </td>
              <td
                className={`${compact ? "" : "rc-value "}rc-text ${line}`}
                style={{ ...cell, borderTop, color: ink("foreground"), fontWeight: index === 0 ? 500 : 400 }}
              >
                {fact.value}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
