"use client";
/** What needs a person now, most urgent first, an action per line. */
import {
  ChevronRight,
  CircleAlert,
  FileWarning,
  FileUp,
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
    return <p className="pb-2 text-foreground-3">Nothing. Everything that should run, runs.</p>;
  }
  return (
    <ul className="-mx-4 pb-1 max-lg:divide-y max-lg:divide-border-subtle">
      {items.map((item) => {
        const { title, detail, action, href, tone } = describeAttention(item);
        const Icon = icons[item.kind];
        return (
          <li key={`${item.kind} ${href}`}>
            <Link
              href={href}
              className="group flex items-start gap-3 px-4 py-2.5 focus-inset hover:bg-muted max-lg:items-center max-lg:py-3"
            >
              <Icon className={tone === "danger" ? "mt-0.5 text-danger" : "mt-0.5 text-warning"} />
              <span className="min-w-0 flex-1">
                <span className="block font-medium text-pretty max-md:text-base">{title}</span>
                <span className="block truncate text-xs text-foreground-3 max-md:text-sm">{detail}</span>
              </span>
              <span className="pt-px text-foreground-2 group-hover:text-accent-text max-lg:hidden">
                {action}
              </span>
              <ChevronRight className="text-foreground-3 lg:hidden" />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
