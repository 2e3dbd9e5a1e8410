"use client";
/** One group or department: its name, its people, its history. */
import { Breadcrumbs, PanelBody, Skeleton, SkeletonRows } from "@rollcall/ui";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { ConsolePage } from "../pieces/console-page";
import { lazyPart } from "../pieces/lazy-part";
import { QueryTrouble } from "../pieces/query-trouble";
import { useOnce } from "../pieces/use-once";
import { useMay } from "../shell/viewer-context";
import { kinds, type NamedKind } from "./kinds";
import { Members } from "./members";
import { useNamedDetails } from "./use-named";

/** They stand beside the people one came for, so they may come a moment later. */
const NamedAbout = dynamic(() => import("./named-about").then((module) => module.NamedAbout), {
  ssr: false,
  loading: () => <div aria-hidden className="w-(--aside) shrink-0 border-l border-border max-lg:hidden" />,
});
const AddUser = lazyPart(() => import("../users/add-user").then((module) => module.AddUser));
const NamedActions = dynamic(() => import("./named-actions").then((module) => module.NamedActions), {
  ssr: false,
});

export function NamedPage({ kind, id }: { kind: NamedKind; id: string }) {
  const words = kinds[kind];
  const details = useNamedDetails(kind, id);
  const adding = useOnce(useSearchParams().get("add") !== null);
  const mayWrite = useMay("accounts.write");
  const crumbs = [
    { label: words.title, link: <Link href={words.href} /> },
    { label: details.data?.name ?? (details.isError ? "Not found" : <Skeleton className="w-24" />) },
  ];
  return (
    <ConsolePage
      breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
      actions={details.data === undefined ? undefined : <NamedActions words={words} details={details.data} />}
    >
      {details.data !== undefined ? (
        <PanelBody scroll={false} aside={<NamedAbout words={words} details={details.data} />}>
          <Members words={words} details={details.data} />
        </PanelBody>
      ) : details.isError ? (
        <QueryTrouble what={words.one} error={details.error} onRetry={() => void details.refetch()} />
      ) : (
        <SkeletonRows rows={14} avatar label={`Loading the ${words.one}`} />
      )}
      {kind === "group" && mayWrite && adding && details.data !== undefined && (
        <AddUser group={details.data} />
      )}
    </ConsolePage>
  );
}
