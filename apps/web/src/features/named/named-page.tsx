"use client";
/** One group or department: its name, its people, its history. */
import {
  AlertDialog,
  Aside,
  AsideSection,
  Breadcrumbs,
  Button,
  DefinitionList,
  DefinitionRow,
  Drawer,
  IconButton,
  InlineEdit,
  Menu,
  MenuItem,
  Num,
  PanelBody,
  RelativeTime,
  Skeleton,
  SkeletonRows,
} from "@rollcall/ui";
import { useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Info, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DepartmentDetails, GroupDetails } from "@rollcall/accounts";
import { describeTrouble } from "../../trpc/error";
import { History } from "../audit/history";
import { ConsolePage } from "../pieces/console-page";
import { QueryTrouble } from "../pieces/query-trouble";
import { useNews } from "../pieces/use-news";
import { countOf } from "../pieces/words";
import { kinds, type KindWords, type NamedKind } from "./kinds";
import { Members } from "./members";
import { useNamedActions, useNamedDetails } from "./use-named";

type Details = GroupDetails | DepartmentDetails;

export function NamedPage({ kind, id }: { kind: NamedKind; id: string }) {
  const words = kinds[kind];
  const details = useNamedDetails(kind, id);
  const crumbs = [
    { label: words.title, link: <Link href={words.href} /> },
    { label: details.data?.name ?? (details.isError ? "Not found" : <Skeleton className="w-24" />) },
  ];
  return (
    <ConsolePage
      breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
      actions={details.data === undefined ? undefined : <More words={words} details={details.data} />}
    >
      {details.data !== undefined ? (
        <PanelBody scroll={false} aside={<About words={words} details={details.data} />}>
          <Members words={words} details={details.data} />
        </PanelBody>
      ) : details.isError ? (
        <QueryTrouble what={words.one} error={details.error} onRetry={() => void details.refetch()} />
      ) : (
        <SkeletonRows rows={14} avatar label={`Loading the ${words.one}`} />
      )}
    </ConsolePage>
  );
}

function About({ words, details }: { words: KindWords; details: Details }) {
  return (
    <Aside label={`About ${details.name}`} narrow="hidden">
      <Facts words={words} details={details} />
    </Aside>
  );
}

function Facts({ words, details }: { words: KindWords; details: Details }) {
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
              <Link
                href={`/imports/${details.importId}`}
                className="rounded-xs text-accent-text hover:underline"
              >
                Import {details.importId}
              </Link>
            </DefinitionRow>
          )}
        </DefinitionList>
      </AsideSection>
      <AsideSection title="History">
        <div className="pt-2">
          <History label={`History of ${details.name}`} events={details.events} subjectId={details.id} />
        </div>
      </AsideSection>
    </>
  );
}

function Name({ words, details }: { words: KindWords; details: Details }) {
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

function More({ words, details }: { words: KindWords; details: Details }) {
  const router = useRouter();
  const news = useNews();
  const { remove } = useNamedActions(words.kind);
  const [asking, setAsking] = useState(false);
  const [about, setAbout] = useState(false);
  return (
    <>
      <IconButton
        label={`About this ${words.one}`}
        icon={<Info />}
        className="lg:hidden"
        onClick={() => setAbout(true)}
      />
      <Drawer side="bottom" flush open={about} onOpenChange={setAbout} title={details.name} hideTitle>
        <Facts words={words} details={details} />
      </Drawer>
      <Button render={<Link href={`/users?${words.param}=${details.id}`} />} className="max-md:hidden">
        Open in users
      </Button>
      {details.may.edit && (
        <Menu
          align="end"
          label={`More about ${details.name}`}
          trigger={<IconButton label="More" icon={<Ellipsis />} variant="secondary" />}
        >
          <MenuItem icon={<Trash2 />} tone="danger" onSelect={() => setAsking(true)}>
            Delete {words.one}
          </MenuItem>
        </Menu>
      )}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Delete ${details.name}?`}
        confirmLabel={`Delete the ${words.one}`}
        cancelLabel="Keep it"
        hint={words.deleteWords}
        onConfirm={async () => {
          await remove(details.id);
          router.push(words.href);
          news.done(`The ${words.one} ${details.name} is deleted.`);
        }}
      >
        The {words.one} {details.name} with {countOf(details.members, "person", "people")} in it goes.
      </AlertDialog>
    </>
  );
}
