"use client";
// A number as the reader writes it: grouped, and in figures of one width.
import { classNames } from "./class-names";
import { formatCompact, formatNumber, formatShare } from "./format-number";
import { useReaderLocale } from "./locale";

export interface NumProps {
  value: number;
  /** plain 12,361; compact 12.4k (the exact number on hover); share 73.5% of a value between 0 and 1. */
  as?: "plain" | "compact" | "share" | undefined;
  /** A plus before what is above zero. */
  signed?: boolean | undefined;
  className?: string | undefined;
}

/** The number. */
export function Num({ value, as = "plain", signed = false, className }: NumProps) {
  const { locale } = useReaderLocale();
  const plain = formatNumber(value, locale);
  const text =
    as === "plain" ? plain : as === "compact" ? formatCompact(value, locale) : formatShare(value, locale);
  return (
    <span
      className={classNames("tabular", className)}
      title={as === "compact" && text !== plain ? plain : undefined}
    >
      {signed && value > 0 ? "+" : ""}
      {text}
    </span>
  );
}
