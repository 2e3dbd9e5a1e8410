"use client";
/** What the organisation has chosen, line by line; each line is changed where it stands. And who its administrators are. */
import { Callout, DefinitionList, DefinitionRow, InlineEdit, SkeletonRows, ThemeToggle } from "@rollcall/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import dynamic from "next/dynamic";
import type { OrganisationSettings } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { describeTrouble } from "../../trpc/error";
import { QueryTrouble } from "../pieces/query-trouble";
import { useMay } from "../shell/viewer-context";
import { EvidenceKey } from "./evidence-key";
import { SettingsFrame } from "./settings-frame";
import { parseTyped, sayValue, settingSections, type SettingField } from "./setting-fields";

/** Below the fold. */
const Administrators = dynamic(() => import("./administrators").then((module) => module.Administrators), {
  ssr: false,
  loading: () => <SkeletonRows rows={5} avatar label="Loading administrators" />,
});

export function SettingsScreen() {
  const trpc = useTRPC();
  const settings = useQuery(trpc.organisation.settings.queryOptions());
  const mayWrite = useMay("settings.write");
  return (
    <SettingsFrame>
      {settings.data !== undefined ? (
        <div className="flex flex-col gap-8">
          {!mayWrite && (
            <Callout icon={<Lock />} title="You can look, but not change">
              Settings are changed by administrators with the role Full or above.
            </Callout>
          )}
          {settingSections.map((section) => (
            <section key={section.title}>
              <h2 className="text-base font-semibold">{section.title}</h2>
              <p className="mb-2 text-foreground-3">{section.description}</p>
              <DefinitionList labelWidth={220}>
                {section.fields.map((field) => (
                  <SettingLine key={field.name} field={field} settings={settings.data} disabled={!mayWrite} />
                ))}
              </DefinitionList>
            </section>
          ))}
          <section>
            <h2 className="text-base font-semibold">Appearance</h2>
            <p className="mb-3 text-foreground-3">Of this browser only.</p>
            <ThemeToggle />
          </section>
          <EvidenceKey />
          <Administrators />
        </div>
      ) : settings.isError ? (
        <QueryTrouble what="settings" error={settings.error} onRetry={() => void settings.refetch()} />
      ) : (
        <SkeletonRows rows={10} label="Loading settings" />
      )}
    </SettingsFrame>
  );
}

function SettingLine({
  field,
  settings,
  disabled,
}: {
  field: SettingField;
  settings: OrganisationSettings;
  disabled: boolean;
}) {
  const save = useSaveSetting(field);
  const value = settings[field.name];
  const text = value === null ? "" : String(value);
  const shown = sayValue(field, text);
  if (disabled) return <DefinitionRow label={field.label}>{shown ?? text}</DefinitionRow>;
  return (
    <InlineEdit
      label={field.label}
      value={text}
      display={shown}
      type={field.type === "number" || field.type === "email" ? field.type : "text"}
      options={field.type === "zone" ? zones(text) : field.options}
      onSave={save}
    />
  );
}

function useSaveSetting(field: SettingField) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const update = useMutation(trpc.organisation.updateSettings.mutationOptions());
  return async (text: string): Promise<string | null> => {
    const value = parseTyped(field, text);
    if (typeof value === "number" && Number.isNaN(value)) return "Type a whole number.";
    try {
      await update.mutateAsync({ [field.name]: value });
      return null;
    } catch (error) {
      return describeTrouble(error).message;
    } finally {
      await queries.invalidateQueries();
    }
  };
}

function zones(current: string) {
  const known = Intl.supportedValuesOf("timeZone");
  const all = known.includes(current) ? known : [current, ...known];
  return ["UTC", ...all.filter((zone) => zone !== "UTC")].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
  }));
}
