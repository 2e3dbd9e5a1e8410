"use client";
/** Beside a chosen file: how it is to be brought in, and the templates once more. It knows nothing of the file. */
import { Aside, AsideSection } from "@rollcall/ui";
import type { ReactNode } from "react";
import { OptionsForm, type OptionsFormProps } from "../options/options-form";

export interface OptionsAsideProps extends Pick<OptionsFormProps, "options" | "onChange"> {
  /** the templates */
  children: ReactNode;
}

export function OptionsAside({ options, onChange, children }: OptionsAsideProps) {
  return (
    <Aside label="Options">
      <OptionsForm options={options} onChange={onChange} />
      <AsideSection title="Start from a template">{children}</AsideSection>
    </Aside>
  );
}
