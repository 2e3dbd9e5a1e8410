"use client";
/** Beside a chosen file: how it is to be brought in, and the templates once more. What imports by itself says so before it does. */
import { Aside, AsideSection, Button } from "@rollcall/ui";
import type { ReactNode } from "react";
import { OptionsForm, type OptionsFormProps } from "../options/options-form";
import type { Look } from "../upload/look";
import { uploadStore } from "../upload/use-upload";
import { useLetGo } from "./use-chosen-file";

export interface OptionsAsideProps extends Pick<OptionsFormProps, "options" | "onChange"> {
  /** null until the file was recognised */
  look: Look | null;
  /** goes in without being asked when it is clean */
  byItself: boolean;
  /** the templates */
  children?: ReactNode;
}

export function OptionsAside({ options, onChange, look, byItself, children }: OptionsAsideProps) {
  const letGo = useLetGo();
  const hold = () => {
    letGo();
    onChange({ ...options, hold: true });
    uploadStore.send();
  };
  return (
    <Aside label="Options">
      {byItself ? (
        <AsideSection title="Imports by itself">
          <p className="text-pretty text-foreground-2">
            A {look?.formatLabel ?? "Connect"} file goes in as soon as it has arrived and every row is right.
            One mistake, and nothing goes in: you see what to correct.
          </p>
          <Button className="mt-3" onClick={hold}>
            Let me review it first
          </Button>
        </AsideSection>
      ) : (
        <OptionsForm
          options={options}
          onChange={onChange}
          asked={{
            formatId: look?.recognition.format?.id ?? null,
            needsDomain: look?.demands.domain === true && look.reading.mapping === null,
            planned: false,
          }}
        />
      )}
      {children !== undefined && <AsideSection title="Start from a template">{children}</AsideSection>}
    </Aside>
  );
}
