"use client";
/**
 * How a file is to be taken: existing accounts, groups, welcome mail, note, strictness. The same questions before and
 * after the plan is made; who asks them decides when the answers count.
 */
import { AsideSection, Field, Input, RadioGroup, SegmentedControl, Switch } from "@rollcall/ui";
import type { PlanOptions } from "../upload/upload-store";
import { GroupPicker } from "./group-picker";

export interface OptionsFormProps {
  options: PlanOptions;
  onChange: (options: PlanOptions) => void;
}

const longestNote = 100;

export function OptionsForm({ options, onChange }: OptionsFormProps) {
  const set = (change: Partial<PlanOptions>) => onChange({ ...options, ...change });
  return (
    <>
      <AsideSection title="People who already have an account">
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
      </AsideSection>
      <AsideSection title="Welcome mail">
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
      </AsideSection>
      <GroupSections options={options} set={set} />
      <AsideSection title="Note" meta={<NoteCount note={options.note} />}>
        <Field label="Note" hideLabel description="On the record of this import and of every address in it.">
          <Input
            value={options.note ?? ""}
            maxLength={longestNote}
            onChange={(event) =>
              set({ note: event.currentTarget.value === "" ? null : event.currentTarget.value })
            }
          />
        </Field>
      </AsideSection>
      <div className="border-t border-border px-4 py-3.5">
        <Switch
          label={<span className="font-semibold">Strict</span>}
          description="One bad row stops the whole file."
          checked={options.strict}
          onCheckedChange={(strict) => set({ strict })}
        />
      </div>
    </>
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
      <AsideSection title="Put everyone into">
        <GroupPicker names={options.groups} onChange={(groups) => set({ groups })} />
      </AsideSection>
      {options.mode !== "create" && (
        <AsideSection title="Groups of people who exist">
          <SegmentedControl
            label="Groups of people who exist"
            value={options.groupMode}
            onValueChange={(groupMode) => set({ groupMode })}
            options={[
              { value: "add", label: "Add to theirs" },
              { value: "replace", label: "Become exactly these" },
            ]}
          />
        </AsideSection>
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
