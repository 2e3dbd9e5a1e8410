/**
 * The frame of pages that need no sign-in: one column with one decision, and on wide screens a calm side.
 */
import { Logo, SplitPage, TallyField } from "@rollcall/ui";
import Link from "next/link";
import type { ReactNode } from "react";

export interface EntryFrameProps {
  /** the organisation's name, when there is one yet */
  organisation: string | null;
  footer?: ReactNode;
  children: ReactNode;
}

export function EntryFrame({ organisation, footer, children }: EntryFrameProps) {
  return (
    <SplitPage
      logo={
        <Link href="/sign-in" aria-label="Rollcall, sign in" className="inline-block rounded-xs">
          <Logo size={22} label="" />
        </Link>
      }
      footer={footer}
      side={
        <TallyField>
          <p className="text-md font-medium">Everybody counted, nobody counted twice.</p>
          <p className="text-base text-foreground-3">
            Accounts and mail{organisation === null ? "" : ` for ${organisation}`}.
          </p>
        </TallyField>
      }
    >
      {children}
    </SplitPage>
  );
}

/** The heading of such a page. */
export function EntryTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-8">
      <h1 className="text-2xl font-semibold text-balance">{title}</h1>
      {children !== undefined && (
        <p className="mt-1.5 text-base text-pretty text-foreground-3 max-md:text-md">{children}</p>
      )}
    </div>
  );
}
