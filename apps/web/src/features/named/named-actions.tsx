"use client";
/** What can be done with a whole group or department; on a phone also the way to its facts. */
import { AlertDialog, Button, Drawer, IconButton, Menu, MenuItem } from "@rollcall/ui";
import { Download, Ellipsis, Info, Trash2, UserPlus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { lazyPart } from "../pieces/lazy-part";
import { useNews } from "../pieces/use-news";
import { countOf } from "../pieces/words";
import { useMay } from "../shell/viewer-context";
import { NamedFacts, type NamedAboutProps } from "./named-about";
import { useNamedActions } from "./use-named";

const ExportDialog = lazyPart(() => import("../users/export-dialog").then((module) => module.ExportDialog));

export function NamedActions({ words, details }: NamedAboutProps) {
  const router = useRouter();
  const news = useNews();
  const mayWrite = useMay("accounts.write");
  const { remove } = useNamedActions(words.kind);
  const [asking, setAsking] = useState(false);
  const mayExport = useMay("imports.read");
  const [exporting, setExporting] = useState(false);
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
        <NamedFacts words={words} details={details} />
      </Drawer>
      <Button render={<Link href={`/users?${words.param}=${details.id}`} />} className="max-md:hidden">
        Open in users
      </Button>
      {words.kind === "group" && mayWrite && (
        <Button
          icon={<UserPlus />}
          render={<Link href={`${words.href}/${details.id}?add=1`} scroll={false} />}
          className="max-md:hidden"
        >
          Add user
        </Button>
      )}
      {details.may.edit && (
        <Menu
          align="end"
          label={`More about ${details.name}`}
          trigger={<IconButton label="More" icon={<Ellipsis />} variant="secondary" />}
        >
          {words.kind === "group" && mayWrite && (
            <MenuItem
              icon={<UserPlus />}
              render={<Link href={`${words.href}/${details.id}?add=1`} scroll={false} />}
            >
              Add user
            </MenuItem>
          )}
          {words.kind === "group" && mayExport && (
            <MenuItem icon={<Download />} onSelect={() => setExporting(true)}>
              Export its members
            </MenuItem>
          )}
          <MenuItem icon={<Trash2 />} tone="danger" onSelect={() => setAsking(true)}>
            Delete {words.one}
          </MenuItem>
        </Menu>
      )}
      {exporting && (
        <ExportDialog
          what={`the members of ${details.name}`}
          filters={{ groupId: details.id }}
          onClose={() => setExporting(false)}
        />
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
