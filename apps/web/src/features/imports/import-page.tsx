"use client";
/** The frame of every screen of one import: where one is, the steps, the way out. */
import { Breadcrumbs, IconButton, PageHeader, Panel, Stepper } from "@rollcall/ui";
import { ArrowLeft, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export interface ImportPageProps {
  /** the file's name, or "New import" */
  title: string;
  /** 0 choose, 1 match, 2 review, 3 create, 4 all done; none: the page is no step */
  step?: 0 | 1 | 2 | 3 | 4;
  actions?: ReactNode;
  children: ReactNode;
}

const steps = ["Choose", "Match", "Review", "Create"];

export function ImportPage({ title, step, actions, children }: ImportPageProps) {
  return (
    <Panel>
      <PageHeader
        leading={
          <IconButton
            label="Back to imports"
            icon={<ArrowLeft className="size-5" />}
            size="lg"
            tooltip={false}
            className="-ml-2.5 md:hidden"
            render={<Link href="/imports" />}
          />
        }
        breadcrumbs={
          <Breadcrumbs crumbs={[{ label: "Imports", link: <Link href="/imports" /> }, { label: title }]} />
        }
        center={
          step === undefined ? undefined : (
            <Stepper label="Steps of the import" current={step} steps={steps.map((label) => ({ label }))} />
          )
        }
        actions={
          <>
            {actions}
            <IconButton
              label="Close"
              icon={<X />}
              className="max-md:hidden"
              render={<Link href="/imports" />}
            />
          </>
        }
      />
      {children}
    </Panel>
  );
}
