"use client";
/** What a mail says: as it was sent, or as plain text. */
import { SegmentedControl } from "@rollcall/ui";
import { useState } from "react";
import { MailFrame } from "./mail-frame";

export interface MailBodyProps {
  subject: string;
  html: string;
  text: string;
}

export function MailBody({ subject, html, text }: MailBodyProps) {
  const [view, setView] = useState<"html" | "text">("html");
  return (
    <section aria-label="What it says">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-md font-semibold">{subject}</h3>
        <SegmentedControl
          label="Show as"
          value={view}
          onValueChange={setView}
          options={[
            { value: "html", label: "As sent" },
            { value: "text", label: "Plain text" },
          ]}
        />
      </div>
      {view === "html" ? (
        <MailFrame html={html} title={subject} />
      ) : (
        <pre
          tabIndex={0}
          className="overflow-x-auto rounded-md border border-border bg-surface p-4 font-mono text-xs whitespace-pre-wrap"
        >
          {text}
        </pre>
      )}
    </section>
  );
}
