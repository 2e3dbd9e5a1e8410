"use client";
// Copies a text and says so: by the icon, the tooltip and a live region.
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";

import { IconButton } from "./icon-button";

export interface CopyButtonProps {
  text: string;
  label?: string | undefined;
  copiedLabel?: string | undefined;
  size?: "sm" | "md" | undefined;
  className?: string | undefined;
}

/** An icon button; shows a check mark for two seconds. */
export function CopyButton({
  text,
  label = "Copy",
  copiedLabel = "Copied",
  size = "sm",
  className,
}: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <IconButton
        label={copied ? copiedLabel : label}
        icon={copied ? <Check className="text-success" /> : <Copy />}
        size={size}
        className={className}
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => setCopied(false),
          );
        }}
      />
      <span role="status" className="sr-only">
        {copied ? copiedLabel : ""}
      </span>
    </>
  );
}
