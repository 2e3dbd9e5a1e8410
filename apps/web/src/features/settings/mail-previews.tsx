"use client";
/** Looks through the mails that Rollcall sends, with made-up people in them. */
import { Select } from "@rollcall/ui";
import { useRouter } from "next/navigation";
import { MailBody } from "../mail/mail-body";
import { SettingsFrame } from "./settings-frame";

export interface MailPreviewsProps {
  names: readonly { id: string; label: string }[];
  shown: { id: string; subject: string; html: string; text: string };
}

export function MailPreviews({ names, shown }: MailPreviewsProps) {
  const router = useRouter();
  return (
    <SettingsFrame>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 className="text-base font-semibold">What mails look like</h2>
          <p className="text-foreground-3">With made-up people; the links in them lead nowhere.</p>
        </div>
        <Select
          aria-label="Kind of mail"
          compact
          value={shown.id}
          options={names.map(({ id, label }) => ({ value: id, label }))}
          onValueChange={(id) => router.push(`/settings/mails?mail=${id}`, { scroll: false })}
        />
      </div>
      <MailBody key={shown.id} subject={shown.subject} html={shown.html} text={shown.text} />
    </SettingsFrame>
  );
}
