"use client";
/** What needs a person now, most urgent first, an action per line. */
import { NoticeItem } from "@rollcall/ui";
import {
  CircleAlert,
  FileUp,
  FileWarning,
  Lock,
  MailWarning,
  MailX,
  UserX,
  type LucideIcon,
} from "lucide-react";
import Link from "next/link";
import type { AttentionItem } from "@rollcall/accounts";
import { describeAttention } from "./describe-attention";

const icons: Record<AttentionItem["kind"], LucideIcon> = {
  "import-waits": FileUp,
  "import-failed": FileWarning,
  "mail-failed": MailX,
  "mail-unknown": MailWarning,
  "mail-late": CircleAlert,
  locked: Lock,
  "no-way-in": UserX,
};

export function Attention({ items }: { items: readonly AttentionItem[] }) {
  if (items.length === 0) {
    return <p className="px-4 pb-3 text-foreground-3">Nothing. Everything that should run, runs.</p>;
  }
  return items.map((item) => {
    const { title, detail, action, href, tone } = describeAttention(item);
    const Icon = icons[item.kind];
    return (
      <NoticeItem
        key={`${item.kind} ${href}`}
        tone={tone}
        icon={<Icon />}
        title={title}
        detail={detail}
        action={action}
        link={<Link href={href} />}
      />
    );
  });
}
