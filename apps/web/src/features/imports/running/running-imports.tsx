"use client";
/**
 * Imports of mine that run while I am elsewhere: a toast with a bar on every page, and one that says what became of
 * them. The file on its way from this browser is told of too, and kept from being lost by closing the page.
 */
import type { ImportRecord } from "@rollcall/accounts";
import { useToast, type ToastApi } from "@rollcall/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { useMay, useViewer } from "../../shell/viewer-context";
import { isOnItsWay } from "../upload/upload-state";
import { useUpload } from "../upload/use-upload";
import { endToast, progressToast, uploadToast, type ImportToast } from "./import-toast";
import { keepWatch, readWatch } from "./kept-watch";
import { nextWatch } from "./next-watch";

export function RunningImports() {
  const mayRun = useMay("imports.run");
  return mayRun ? <Toasts /> : null;
}

function Toasts() {
  useServerToasts();
  useUploadToast();
  return null;
}

const toastId = (importId: string) => `import-${importId}`;

function useServerToasts(): void {
  const trpc = useTRPC();
  const path = usePathname();
  const viewer = useViewer();
  const show = useShow();
  const queries = useQueryClient();
  const list = useQuery(
    trpc.imports.list.queryOptions(
      { limit: 10 },
      { refetchInterval: ({ state }) => (state.data?.items.some(isAtWork) === true ? 1_500 : 30_000) },
    ),
  );
  useEffect(() => {
    if (list.data === undefined) return;
    const mine = list.data.items.filter((record) => isMine(record, viewer.name));
    const { watching, running, ended } = nextWatch(readWatch(), mine);
    keepWatch(watching);
    // There are other people, groups and mails now: whatever is on the screen is asked for again.
    if (ended.length > 0) void queries.invalidateQueries();
    for (const record of running)
      show(toastId(record.id), isOn(path, record.id) ? null : progressToast(record));
    for (const record of ended)
      show(toastId(record.id), isOn(path, record.id) ? endToastHere(record) : endToast(record));
  }, [list.data, path, viewer.name, show, queries]);
}

function useUploadToast(): void {
  const { state } = useUpload();
  const path = usePathname();
  const show = useShow();
  const onItsWay = isOnItsWay(state);
  useEffect(() => {
    show("import-upload", path === "/imports/new" ? null : uploadToast(state));
  }, [state, path, show]);
  useEffect(() => {
    if (!onItsWay) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [onItsWay]);
}

type Show = (id: string, toast: ImportToast | null) => void;

/** Shows, changes or (null) takes away a toast; one that somebody closed stays closed while it says the same thing. */
function useShow(): Show {
  const toasts = useToast();
  const router = useRouter();
  // Neither ever changes, so what was made with the first ones stays right.
  const [show] = useState(() => createShow(toasts, (href) => router.push(href)));
  return show;
}

function createShow(toasts: ToastApi, open: (href: string) => void): Show {
  const shown = new Map<string, { kind: string; closed: boolean }>();
  return (id, toast) => {
    const before = shown.get(id);
    if (toast === null) {
      if (before !== undefined) toasts.close(id);
      shown.delete(id);
      return;
    }
    if (before?.kind === toast.kind && before.closed) return;
    const entry = { kind: toast.kind, closed: false };
    shown.set(id, entry);
    toasts.update(id, {
      ...toast.options,
      actions: toast.actions.map(({ label, href }) => ({ label, onClick: () => open(href) })),
      onClose: () => {
        entry.closed = true;
      },
    });
  };
}

function isMine(record: ImportRecord, name: string): boolean {
  return (record.confirmedBy ?? record.createdBy) === name;
}

function isAtWork(record: ImportRecord): boolean {
  return record.status === "STAGED" || record.status === "COMMITTING" || record.status === "UPLOADING";
}

/** On its own page the end is seen, and what was objected to; but one that was stopped shows its review again, which says nothing of it. */
function endToastHere(record: ImportRecord): ImportToast | null {
  return record.status === "READY" && record.objection === null ? { ...endToast(record), actions: [] } : null;
}

function isOn(path: string, importId: string): boolean {
  return path === `/imports/${importId}` || path === "/imports/new";
}
