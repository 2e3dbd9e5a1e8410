"use client";
/** The frame of the steps of enrolling: the logo, or where one is and the way back; on wide screens a calm side. */
import { IconButton, Logo, SplitPage, TallyField, classNames } from "@rollcall/ui";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";

export interface EnrolFrameProps {
  organisation: string | null;
  /** where one is; left out before and after the steps */
  progress?: { at: number; of: number; onBack: () => void } | undefined;
  children: ReactNode;
}

export function EnrolFrame({ organisation, progress, children }: EnrolFrameProps) {
  return (
    <SplitPage
      logo={progress === undefined ? <Logo size={22} label="Rollcall" /> : <Where {...progress} />}
      side={
        <TallyField>
          <p className="text-md font-medium">Everybody counted, nobody counted twice.</p>
          <p className="text-base text-foreground-3">
            Accounts and devices{organisation === null ? "" : ` of ${organisation}`}.
          </p>
        </TallyField>
      }
    >
      {children}
    </SplitPage>
  );
}

function Where({ at, of, onBack }: { at: number; of: number; onBack: () => void }) {
  return (
    <div className="-ml-2.5 flex h-10 items-center gap-2">
      <IconButton label="Back" icon={<ArrowLeft className="size-5" />} size="lg" onClick={onBack} />
      {of > 1 && (
        <>
          <div aria-hidden className="flex flex-1 gap-2">
            {Array.from({ length: of }, (_, index) => (
              <span
                key={index}
                className={classNames(
                  "h-1 flex-1 rounded-full",
                  index < at ? "bg-accent" : "bg-muted-strong",
                )}
              />
            ))}
          </div>
          <span className="tabular pl-1 text-sm text-foreground-3">
            <span className="sr-only">Step </span>
            {at} of {of}
          </span>
        </>
      )}
    </div>
  );
}

/** The heading of a step and what it is about. */
export function StepTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-6">
      <h1 className="text-2xl font-semibold text-balance">{title}</h1>
      {children !== undefined && (
        <p className="mt-2 text-md text-pretty text-foreground-2 md:text-base">{children}</p>
      )}
    </div>
  );
}

/** What a step ends with, at the thumb. */
export function StepFoot({ children }: { children: ReactNode }) {
  return <div className="mt-auto flex flex-col gap-2 pt-8">{children}</div>;
}
