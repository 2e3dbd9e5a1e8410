"use client";
/**
 * How a file is to be taken: existing accounts, groups, empty cells, domain, mails, note, strictness. The same questions before
 * and after the plan is made; who asks them decides when the answers count.
 */
import { Field, Input, RadioGroup, SegmentedControl, Switch } from "@rollcall/ui";
import type { CSSProperties, ReactNode } from "react";
import { lazyPart } from "../../pieces/lazy-part";
import { isDirectorySpreadsheet } from "../upload/look";
import type { UploadOptions } from "../upload/upload-store";
import { GroupPicker } from "./group-picker";

const DomainPicker = lazyPart(() => import("./domain-picker").then((module) => module.DomainPicker));

/** What the format adds to the questions. */
export interface AskedOf {
  formatId: string | null;
  /** user names become addresses of a domain that must be named */
  needsDomain: boolean;
  /** read already: what changes the reading is no question any more */
  planned: boolean;
}

export interface OptionsFormProps {
  options: UploadOptions;
  onChange: (options: UploadOptions) => void;
  asked: AskedOf;
  /** in a dialog rather than an aside: its edge is further in */
  inDialog?: boolean;
}

type Set = (change: Partial<UploadOptions>) => void;

const longestNote = 100;

export function OptionsForm({ options, onChange, asked, inDialog = false }: OptionsFormProps) {
  const set: Set = (change) => onChange({ ...options, ...change });
  const part = { options, set, asked };
  return (
    <div style={{ "--inset": inDialog ? "20px" : "16px" } as CSSProperties}>
      {asked.needsDomain && !asked.planned && (
        <Section title="Domain" meta={<span className="text-xs text-warning">Required</span>}>
          <DomainPicker domain={options.domain} onChange={(domain) => set({ domain })} />
        </Section>
      )}
      <ExistingAccounts {...part} />
      <GroupSections {...part} />
      {!asked.planned && options.mode !== "create" && <EmptyCells {...part} />}
      <Mails {...part} />
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
      <Line>
        <Switch
          label={<span className="font-semibold">Strict</span>}
          description="One bad row stops the whole file."
          checked={options.strict}
          onCheckedChange={(strict) => set({ strict })}
        />
      </Line>
    </div>
  );
}

interface PartProps {
  options: UploadOptions;
  set: Set;
  asked: AskedOf;
}

function ExistingAccounts({ options, set }: PartProps) {
  return (
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
            description: "With what the file says. Passwords are left alone.",
          },
          { value: "update", label: "Only update, create nobody" },
        ]}
      />
    </Section>
  );
}

function GroupSections({ options, set, asked }: PartProps) {
  const words = isDirectorySpreadsheet(asked.formatId) ? directoryWords : plainWords;
  return (
    <>
      <Section title={words.into}>
        {!options.noGroup && <GroupPicker names={options.groups} onChange={(groups) => set({ groups })} />}
        <Switch
          className={options.noGroup ? "" : "mt-3"}
          label={words.none}
          description="Groups named here or in the file are left aside."
          checked={options.noGroup}
          onCheckedChange={(noGroup) => set({ noGroup })}
        />
      </Section>
      {options.mode !== "create" && !options.noGroup && (
        <Section title={words.mode}>
          <SegmentedControl
            label={words.mode}
            value={options.groupMode}
            onValueChange={(groupMode) => set({ groupMode })}
            options={[
              { value: "add", label: "Add to theirs" },
              { value: "replace", label: "Become exactly these" },
            ]}
          />
          {options.groupMode === "replace" && options.groups.length > 0 && (
            <p className="mt-2 text-xs text-pretty text-warning">
              The file becomes the member list of{" "}
              {options.groups.length === 1 ? "that group" : "those groups"}. Everybody it takes out is listed
              in the review.
            </p>
          )}
        </Section>
      )}
    </>
  );
}

const plainWords = { into: "Put everyone into", none: "No group", mode: "Groups of people who exist" };
/** As the console of directories says it (sources/004). */
const directoryWords = { into: "Import into group", none: "Upload only (no folder)", mode: "Group override" };

function EmptyCells({ options, set }: PartProps) {
  return (
    <Section title="Empty cells of an update">
      <SegmentedControl
        label="Empty cells of an update"
        value={options.blank.all ?? "keep"}
        onValueChange={(rule) => set({ blank: { ...options.blank, all: rule === "keep" ? null : rule } })}
        options={[
          { value: "keep", label: "Keep" },
          { value: "clear", label: "Clear" },
          { value: "error", label: "Problem" },
        ]}
      />
    </Section>
  );
}

function Mails({ options, set }: PartProps) {
  return (
    <>
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
      <Line>
        <Switch
          label={<span className="font-semibold">Invite the new people to enrol</span>}
          description="Each gets one mail with a link, when the import is done."
          checked={options.invite}
          onCheckedChange={(invite) => set({ invite })}
        />
      </Line>
      <Line>
        <Switch
          label={<span className="font-semibold">Mail me when it is finished</span>}
          checked={options.notify}
          onCheckedChange={(notify) => set({ notify })}
        />
      </Line>
    </>
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

function Line({ children }: { children: ReactNode }) {
  return <div className="border-t border-border px-(--inset) py-3.5">{children}</div>;
}

function NoteCount({ note }: { note: string | null }) {
  return (
    <span className="text-xs">
      {note?.length ?? 0} / {longestNote}
    </span>
  );
}
