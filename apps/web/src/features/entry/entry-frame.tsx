/**
 * The frame of pages that need no sign-in: one column with one decision, and on wide screens the tally field beside it.
 */
import { Logo } from "@rollcall/ui";
import Link from "next/link";
import type { ReactNode } from "react";
import { TallyField } from "./tally-field";

export interface EntryFrameProps {
  /** the organisation's name, when there is one yet */
  organisation: string | null;
  footer?: ReactNode;
  children: ReactNode;
}

export function EntryFrame({ organisation, footer, children }: EntryFrameProps) {
  return (
    <div className="grid min-h-dvh bg-background lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <div className="flex min-h-dvh flex-col px-6 lg:items-center">
        <div className="flex w-full flex-1 flex-col md:mx-auto md:max-w-88">
          <header className="pt-16 md:pt-12">
            <Link href="/sign-in" aria-label="Rollcall, sign in" className="inline-block rounded-xs">
              <Logo size={22} label="" />
            </Link>
          </header>
          <main id="content" className="flex flex-1 flex-col justify-center py-14 max-md:justify-start">
            {children}
          </main>
          {footer !== undefined && (
            <footer className="pb-10 text-xs text-foreground-3 max-md:text-center max-md:text-sm">
              {footer}
            </footer>
          )}
        </div>
      </div>
      <aside
        aria-label="About"
        className="flex flex-col justify-between overflow-hidden border-l border-border bg-canvas py-12 pl-10 max-lg:hidden"
      >
        <TallyField />
        <div className="pl-1">
          <p className="text-md font-medium">Everybody counted, nobody counted twice.</p>
          <p className="mt-0.5 text-base text-foreground-3">
            Accounts and mail{organisation === null ? "" : ` for ${organisation}`}.
          </p>
        </div>
      </aside>
    </div>
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
