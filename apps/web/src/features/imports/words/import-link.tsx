"use client";
/** The name of an import as a link for those who may open it; for others (Help desk, Gateway) the same words without one. */
import Link from "next/link";
import type { ReactNode } from "react";
import { useMay } from "../../shell/viewer-context";
import { importNumber } from "./import-number";

interface ImportLinkProps {
  importId: string;
  /** What of the import is opened: "/record?tab=rows". */
  part?: string | undefined;
  className?: string | undefined;
  /** By default "IMP-0147". */
  children?: ReactNode;
}

export function ImportLink({ importId, part = "", className, children }: ImportLinkProps) {
  const words = children ?? importNumber(importId);
  if (!useMay("imports.read")) return words;
  return (
    <Link
      href={`/imports/${importId}${part}`}
      className={className ?? "rounded-xs text-accent-text hover:underline"}
    >
      {words}
    </Link>
  );
}
