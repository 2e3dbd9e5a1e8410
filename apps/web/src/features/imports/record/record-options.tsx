"use client";
/** The options that an import was carried out with; only those that say something. */
import type { ImportRecord } from "@rollcall/accounts";
import { DefinitionList, DefinitionRow } from "@rollcall/ui";
import { blankWords, mailWords, modeWords } from "../options/describe-options";

export function RecordOptions({ record }: { record: ImportRecord }) {
  const { mode, mail, strict, groups, groupMode, noGroup, note, domain, blank, grantRoles, invite, notify } =
    record.options;
  const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
  const said = (is: boolean, words: string) => (is ? words : null);
  return (
    <DefinitionList title="Options">
      <DefinitionRow label="Existing accounts">{capital(modeWords[mode])}</DefinitionRow>
      <DefinitionRow label="Welcome mail">{capital(mailWords[mail])}</DefinitionRow>
      <DefinitionRow label="Bad rows">
        {strict ? "Stop the whole file (strict)" : "Wait, the others go in (lenient)"}
      </DefinitionRow>
      <DefinitionRow label="Domain">{domain}</DefinitionRow>
      <DefinitionRow label="Everyone put into">{noGroup ? "No group" : groups.join(", ")}</DefinitionRow>
      <DefinitionRow label="Groups of the file">
        {noGroup
          ? "Left aside"
          : groupMode === "add"
            ? "Added to those people have"
            : "People are in exactly these"}
      </DefinitionRow>
      <DefinitionRow label="Empty cells">{capital(blankWords[blank.all ?? "keep"])}</DefinitionRow>
      <DefinitionRow label="Administrators">{said(grantRoles, "Made, after an explicit yes")}</DefinitionRow>
      <DefinitionRow label="Invitations">{said(invite, "Sent to the new people at the end")}</DefinitionRow>
      <DefinitionRow label="Mail when finished">{said(notify, "To whoever started it")}</DefinitionRow>
      <DefinitionRow label="Note">{note}</DefinitionRow>
    </DefinitionList>
  );
}
