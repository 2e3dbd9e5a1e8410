"use client";
/**
 * How a file is to be taken: existing accounts, groups, welcome mail, note, strictness. The same questions before and
 * after the plan is made; who asks them decides when the answers count.
 */
import { Field, Input, RadioGroup, SegmentedControl, Switch } from "@rollcall/ui";
import type { CSSProperties, ReactNode } from "react";
import type { PlanOptions } from "../upload/upload-store";
import { GroupPicker } from "./group-picker";

export interface OptionsFormProps {
  options: PlanOptions;
  onChange: (options: PlanOptions) => void;
  /** in a dialog rather than an aside: its edge is further in */
  inDialog?: boolean;
}

const longestNote = 100;

export function OptionsForm({ options, onChange, inDialog = false }: OptionsFormProps) {
  const set = (change: Partial<PlanOptions>) => onChange({ ...options, ...change });
  return (
    <div style={{ "--inset": inDialog ? "20px" : "16px" } as CSSProperties}>
      <Section title="People who already have an account">
        <RadioGroup
          label="People who already have an account"
          hideLabel
          value={options.mode}
          onValueChange={(mode) => set({ mode })}
          options={[
            { value: "create", label: "Skip them", description: "They stay exactly as they are." },
            {
              value: "upsert",
              label: "Overwrite the existing user accounts",
              description: "With what the file says. Passwords and administrators are left alone.",
            },
            { value: "update", label: "Only update, create nobody" },
          ]}
        />
      </Section>
      <Section title="Welcome mail">
        <SegmentedControl
          label="Welcome mail"
          value={options.mail}
          onValueChange={(mail) => set({ mail })}
          options={[
            { value: "file", label: "As in the file" },
            { value: "always", label: "Everyone new" },
            { value: "never", label: "Nobody" },
          ]}
        />
      </Section>
      <GroupSections options={options} set={set} />
      <Section title="Note" meta={<NoteCount note={options.note} />}>
        <Field label="Note" hideLabel description="On the record of this import and of every address in it.">
          <Input
            value={options.note ?? ""}
            maxLength={longestNote}
            onChange={(event) =>
              set({ note: event.currentTarget.value === "" ? null : event.currentTarget.value })
            }
          />
        </Field>
      </Section>
      <div className="border-t border-border px-(--inset) py-3.5">
        <Switch
          label={<span className="font-semibold">Strict</span>}
          description="One bad row stops the whole file."
          checked={options.strict}
          onCheckedChange={(strict) => set({ strict })}
        />
      </div>
    </div>
  );
}

function Section({ title, meta, children }: { title: string; meta?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-border px-(--inset) py-3.5 not-first:border-t">
      <div className="mb-2 flex items-baseline justify-between gap-2">
        <h3 className="text-sm font-semibold">{title}</h3>
        {meta !== undefined && <span className="tabular text-foreground-3">{meta}</span>}
      </div>
      {children}
    </section>
  );
}

function GroupSections({
  options,
  set,
}: {
  options: PlanOptions;
  set: (change: Partial<PlanOptions>) => void;
}) {
  return (
    <>
      <Section title="Put everyone into">
        <GroupPicker names={options.groups} onChange={(groups) => set({ groups })} />
      </Section>
      {options.mode !== "create" && (
        <Section title="Groups of people who exist">
          <SegmentedControl
            label="Groups of people who exist"
            value={options.groupMode}
            onValueChange={(groupMode) => set({ groupMode })}
            options={[
              { value: "add", label: "Add to theirs" },
              { value: "replace", label: "Become exactly these" },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function NoteCount({ note }: { note: string | null }) {
  return (
    <span className="text-xs">
      {note?.length ?? 0} / {longestNote}
    </span>
  );
}
