"use client";
/** What is known of a group or department beside its people: facts, and what happened to it. */
import {
  Aside,
  AsideSection,
  DefinitionList,
  DefinitionRow,
  InlineEdit,
  Num,
  RelativeTime,
} from "@rollcall/ui";
import { useQueryClient } from "@tanstack/react-query";
import type { DepartmentDetails, GroupDetails } from "@rollcall/accounts";
import { describeTrouble } from "../../trpc/error";
import { History } from "../audit/history";
import { ImportLink } from "../imports/words/import-link";
import type { KindWords } from "./kinds";
import { GroupPolicy } from "./group-policy";
import { useNamedActions } from "./use-named";

export interface NamedAboutProps {
  words: KindWords;
  details: GroupDetails | DepartmentDetails;
}

export function NamedAbout({ words, details }: NamedAboutProps) {
  return (
    <Aside label={`About ${details.name}`} narrow="hidden">
      <NamedFacts words={words} details={details} />
    </Aside>
  );
}

export function NamedFacts({ words, details }: NamedAboutProps) {
  return (
    <>
      <AsideSection title={`About this ${words.one}`}>
        <DefinitionList labelWidth={92}>
          <Name words={words} details={details} />
          <DefinitionRow label="People">
            <Num value={details.members} />
          </DefinitionRow>
          <DefinitionRow label="Created">
            <RelativeTime value={details.createdAt} as="date" />
          </DefinitionRow>
          {details.importId !== null && (
            <DefinitionRow label="Made by">
              <ImportLink importId={details.importId} />
            </DefinitionRow>
          )}
        </DefinitionList>
      </AsideSection>
      {"policy" in details && <GroupPolicy group={details} />}
      <AsideSection title="History">
        <div className="pt-2">
          <History label={`History of ${details.name}`} events={details.events} subjectId={details.id} />
        </div>
      </AsideSection>
    </>
  );
}

function Name({ words, details }: NamedAboutProps) {
  const queries = useQueryClient();
  const { rename } = useNamedActions(words.kind);
  return (
    <InlineEdit
      label="Name"
      value={details.name}
      disabled={!details.may.edit}
      onSave={async (name) => {
        try {
          await rename(details.id, name);
          return null;
        } catch (error) {
          return describeTrouble(error).message;
        } finally {
          await queries.invalidateQueries();
        }
      }}
    />
  );
}
